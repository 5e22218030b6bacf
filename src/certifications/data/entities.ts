export const certificationEntities: readonly (new () => object)[] = [];
