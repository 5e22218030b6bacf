export const attendanceEntities: readonly (new () => object)[] = [];
