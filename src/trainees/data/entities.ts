export const traineeEntities: readonly (new () => object)[] = [];
