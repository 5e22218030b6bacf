/** Drops the course-material suffix: `AZ-104T00` becomes `AZ-104`. */
function courseStem(courseCode: string): string {
  return courseCode.replace(/T\d{2}(-[A-Z])?$/, '');
}

/**
 * The proposed code of a cohort: `{course}-{year}-{month}`, with `-2`, `-3` … if taken. `startsOn` is `YYYY-MM-DD`.
 */
export function proposedCode(courseCode: string, startsOn: string, taken: ReadonlySet<string>): string {
  const first = `${courseStem(courseCode)}-${startsOn.slice(0, 7)}`;
  const next = (at: number): string => (at === 1 ? first : `${first}-${at}`);
  let at = 1;
  while (taken.has(next(at))) at += 1;
  return next(at);
}
