const MOST = 5000;

/**
 * The same work, done once for each question: for pure work that pages ask for over and over.
 * Forgets all before it grows large.
 */
export function memoize<Question, Answer>(work: (question: Question) => Answer): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    const found = known.get(question);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const answer = work(question);
    known.set(question, answer);
    return answer;
  };
}
