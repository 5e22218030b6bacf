export const employerEntities: readonly (new () => object)[] = [];
