export const schedulingEntities: readonly (new () => object)[] = [];
