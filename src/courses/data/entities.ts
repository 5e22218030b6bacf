export const courseEntities: readonly (new () => object)[] = [];
