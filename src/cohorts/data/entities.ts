export const cohortEntities: readonly (new () => object)[] = [];
