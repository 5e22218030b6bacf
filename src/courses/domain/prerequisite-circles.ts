/** A course as the web of prerequisites sees it: achievements by id. */
export interface CourseInWeb {
  readonly code: string;
  /** The achievement that it leads to. */
  readonly leadsTo: string | null;
  readonly asksFor: readonly string[];
}

/**
 * The shortest way on which a course would need itself: course codes from the course back to the course, each
 * asking for what the next leads to. `null` where there is none. `others` leaves the course itself out.
 */
export function circleThrough(course: CourseInWeb, others: readonly CourseInWeb[]): string[] | null {
  if (course.leadsTo === null) return null;
  const web = [...others.filter((other) => other.code !== course.code), course];
  const seen = new Set<string>();
  let ways: { at: CourseInWeb; codes: string[] }[] = [{ at: course, codes: [course.code] }];
  while (ways.length > 0) {
    const onward: typeof ways = [];
    for (const { at, codes } of ways) {
      for (const next of web.filter(({ leadsTo }) => leadsTo !== null && at.asksFor.includes(leadsTo))) {
        if (next.code === course.code) return [...codes, course.code];
        if (seen.has(next.code)) continue;
        seen.add(next.code);
        onward.push({ at: next, codes: [...codes, next.code] });
      }
    }
    ways = onward;
  }
  return null;
}
