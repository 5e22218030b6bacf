export const enrolmentEntities: readonly (new () => object)[] = [];
