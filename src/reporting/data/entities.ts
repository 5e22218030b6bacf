export const reportingEntities: readonly (new () => object)[] = [];
