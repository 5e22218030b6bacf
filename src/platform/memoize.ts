const MOST = 5000;

/** Caches the result of a pure function that pages call over and over. Drops everything before it grows large. */
export function memoize<Question, Answer>(work: (question: Question) => Answer): (question: Question) => Answer {
  const answers = new Map<Question, Answer>();
  return (question) => {
    const found = answers.get(question);
    if (found !== undefined) return found;
    if (answers.size >= MOST) answers.clear();
    const answer = work(question);
    answers.set(question, answer);
    return answer;
  };
}
