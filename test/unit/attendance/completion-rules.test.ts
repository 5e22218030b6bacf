import fc from 'fast-check';
import {
  attendanceShare,
  completionBlockers,
  type CompletionFacts,
  hasAttendedEnough,
  shortfallsOf,
  tallyOf,
} from '../../../src/attendance/domain/completion-rules.js';
import { contradictsRule } from '../../../src/attendance/domain/enrolment-outcome.js';
import { type Mark, MARKS } from '../../../src/attendance/domain/marks.js';
import { readScore } from '../../../src/attendance/domain/score-rules.js';

const marks = (text: string): (Mark | null)[] =>
  [...text].map((one) => (({ P: 'present', L: 'late', E: 'excused', A: 'absent', '?': null }) as const)[one] ?? null);
const enough = (text: string): boolean => hasAttendedEnough(tallyOf(marks(text)));

describe('attendance', () => {
  it('of four in five is enough, of three in four is not', () => {
    expect(enough('PPPPA')).toBe(true);
    expect(enough('PPPA')).toBe(false);
  });

  it('counts late as attended, and excused not at all', () => {
    expect(enough('LLLLA')).toBe(true);
    expect(enough('PPPPAEEEEE')).toBe(true);
    expect(attendanceShare(tallyOf(marks('PPLAE')))).toBe(0.75);
  });

  it('is never enough without an attended session', () => {
    expect(enough('EEEE')).toBe(false);
    expect(enough('')).toBe(false);
    expect(attendanceShare(tallyOf(marks('EE')))).toBeNull();
  });

  it('never falls if an absence becomes a presence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 40 }), fc.nat(39), (row, at) => {
        const index = at % row.length;
        const better = row.map((mark, here) => (here === index && mark === 'absent' ? 'present' : mark));
        return !hasAttendedEnough(tallyOf(row)) || hasAttendedEnough(tallyOf(better));
      }),
    );
  });
});

describe('a person who does not complete', () => {
  it('gets every reason', () => {
    expect(
      shortfallsOf(tallyOf(marks('PA')), [
        { passScore: 60, score: null },
        { passScore: 60, score: 59 },
      ]),
    ).toEqual(['attendance', 'resultMissing', 'notPassed']);
    expect(shortfallsOf(tallyOf(marks('PP')), [{ passScore: 60, score: 60 }])).toEqual([]);
  });

  it.each([
    ['completed', 5, 4, 60, false],
    ['completed', 5, 3, 60, true],
    ['completed', 5, 5, 59, true],
    ['completed', 5, 5, null, true],
    ['completed', 0, 0, 60, false],
    ['notCompleted', 5, 4, 60, true],
    ['notCompleted', 5, 3, 60, false],
    ['notCompleted', 0, 0, 60, false],
    ['confirmed', 5, 0, null, false],
  ] as const)('is told from one who does: %s with %i sessions, %i attended and a score of %s', (...outcome) => {
    const [state, counted, attended, score, isContradictory] = outcome;
    const ids = { enrolmentId: 'e', cohortId: 'c', traineeId: 't', endedAt: 1 };
    const exam = { assessmentId: 'a', nameZh: '考试', nameEn: 'Exam', passScore: 60, fullScore: 100, score };
    expect(contradictsRule({ ...ids, state, counted, attended, scores: [exam] })).toBe(isContradictory);
  });

  it('is judged by attendance alone if there is no assessment', () => {
    expect(shortfallsOf(tallyOf(marks('PPPP')), [])).toEqual([]);
  });
});

describe('a cohort’s completion', () => {
  const ready: CompletionFacts = {
    cohort: 'C',
    cohortState: 'confirmed',
    sessionsAhead: 0,
    lastEnd: null,
    openRegisters: [],
    emptyAssessments: [],
    people: 3,
  };

  it('needs sessions, registers and results, and lists what is missing', () => {
    expect(completionBlockers(ready)).toEqual([]);
    const reasons = completionBlockers({
      ...ready,
      cohortState: 'tentative',
      sessionsAhead: 1,
      lastEnd: 5,
      openRegisters: [2, 3],
      emptyAssessments: ['上机'],
      people: 0,
    });
    expect(reasons.map(({ code }) => code)).toEqual([
      'completionNotConfirmed',
      'completionSessionsAhead',
      'completionRegistersMissing',
      'completionResultsMissing',
      'completionNobody',
    ]);
    expect(reasons[2]?.data).toMatchObject({ numbers: '2, 3' });
  });
});

describe('a typed score', () => {
  it('is whole points up to the full score, in digits of any width', () => {
    expect([readScore(' 87 ', 100), readScore('87', 100), readScore('', 100), readScore('0', 100)]).toEqual([
      87,
      87,
      null,
      0,
    ]);
    expect(readScore('101', 100)).toMatchObject({ code: 'scoreAboveFull' });
    for (const typed of ['8.5', '-1', '九十', '1e2', '😀'])
      expect(readScore(typed, 100)).toMatchObject({ code: 'scoreNotWhole' });
  });
});
