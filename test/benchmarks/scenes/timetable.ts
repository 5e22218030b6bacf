import { performance } from 'node:perf_hooks';
import { daysAfter, instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { changeFacts } from '../../../src/scheduling/core/data/change-facts.js';
import { termUnderReview } from '../../../src/scheduling/sessions/data/term-findings.js';
import { judgeChanges } from '../../../src/scheduling/core/domain/change-set.js';
import { ledBy } from '../../../src/scheduling/core/domain/placed-session.js';
import { TestAcademy } from '../../support/app.js';
import { A_LARGE_TERM, type BuiltTerm, largeTerm, measureViews } from '../a-large-term.js';
import { type Row, row } from '../scene.js';

/** Equally dense: 5,000 sessions are a term of eighteen weeks. */
const SIZES = [500, 5000, 50_000];
const ROUNDS = 25;
const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** A timetable as it grows: checking one edit, checking the whole term, viewing a week. It builds its own academies. */
export async function timetable(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const sessions of SIZES) {
    const academy = await TestAcademy.open();
    try {
      const weeks = Math.max(2, Math.round((A_LARGE_TERM.weeks * sessions) / A_LARGE_TERM.sessions));
      const term = await largeTerm(academy, { ...A_LARGE_TERM, sessions, weeks });
      rows.push(...(await measured(academy, term)));
    } finally {
      await academy.close();
    }
  }
  return rows;
}

async function measured(academy: TestAcademy, term: BuiltTerm): Promise<Row[]> {
  const count = term.sessions.toLocaleString('en');
  const query = academy.app.get(ReadDatabase).query.bind(academy.app.get(ReadDatabase));
  const now = academy.clock.now();
  const edits = await timed(ROUNDS, async (round) => {
    const day = daysAfter(term.monday, (round * 3) % (7 * term.weeks));
    const slot = {
      startsAt: instantOf(day, '09:00'),
      endsAt: instantOf(day, '12:00'),
      roomId: term.roomIds[round % term.roomIds.length]!,
      instructors: ledBy(term.instructorIds[round % term.instructorIds.length]!),
      licences: [],
    };
    const { timetable: paper, inHand } = await changeFacts(
      query,
      [{ kind: 'move', sessionId: term.sessionIds[(round * 17) % term.sessionIds.length]!, seenSequence: null, slot }],
      now,
    );
    judgeChanges(paper, inHand);
  });
  const review = await timed(5, async () => void (await termUnderReview(query, now)));
  const views = await measureViews(academy, term);
  const week = views.find(({ view }) => view.startsWith('/office/timetable?week='));
  return [
    row(`One edit judged, of ${count} sessions`, milliseconds(edits)),
    row(`All of ${count} sessions judged (two years ahead)`, milliseconds(review)),
    row(`Week view, of ${count} sessions`, milliseconds(week?.median ?? NaN)),
  ];
}

/** The median of the rounds, without the first few. */
async function timed(rounds: number, act: (round: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round += 1) {
    const began = performance.now();
    await act(round);
    times.push(performance.now() - began);
  }
  return times.slice(2).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}
