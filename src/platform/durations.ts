/** Milliseconds. */
export const A_SECOND = 1_000;
export const A_MINUTE = 60_000;
export const AN_HOUR = 3_600_000;
export const A_DAY = 86_400_000;
