/** Permission to teach a course, from one day to another, both included; null is open-ended. */
export interface Qualification {
  readonly courseId: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** Checked for the session's date, not for today. */
export function isQualifiedOn(date: string, courseId: string, qualifications: readonly Qualification[]): boolean {
  return qualifications.some(
    (one) => one.courseId === courseId && (one.validFrom ?? date) <= date && date <= (one.validUntil ?? date),
  );
}
