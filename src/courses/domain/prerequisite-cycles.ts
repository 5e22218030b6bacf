/** A course in the prerequisite graph: achievements by id. */
export interface CourseNode {
  readonly code: string;
  /** The achievement that the course leads to. */
  readonly leadsTo: string | null;
  readonly requires: readonly string[];
}

/**
 * The shortest cycle of prerequisites through the course, or `null`: course codes from the course back to itself,
 * each requiring what the next one leads to. Breadth-first search.
 */
export function prerequisiteCycle(course: CourseNode, others: readonly CourseNode[]): string[] | null {
  if (course.leadsTo === null) return null;
  const courses = [...others.filter((other) => other.code !== course.code), course];
  const visited = new Set<string>();
  let paths: { at: CourseNode; codes: string[] }[] = [{ at: course, codes: [course.code] }];
  while (paths.length > 0) {
    const longer: typeof paths = [];
    for (const { at, codes } of paths) {
      for (const next of courses.filter(({ leadsTo }) => leadsTo !== null && at.requires.includes(leadsTo))) {
        if (next.code === course.code) return [...codes, course.code];
        if (visited.has(next.code)) continue;
        visited.add(next.code);
        longer.push({ at: next, codes: [...codes, next.code] });
      }
    }
    paths = longer;
  }
  return null;
}
