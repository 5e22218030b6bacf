import { instantOf } from '../../../../src/platform/clock.js';
import { styleOf, type MarkFacts, marksOf } from '../../../../src/scheduling/sessions/web/grid/timetable-marks.js';

const nine = instantOf('2026-03-10', '09:00');
const HOUR = 3_600_000;
const wang = {
  id: 'wang',
  name: { zh: '王海涛', en: 'Wang Haitao' },
  role: 'lead',
  answer: 'confirmed',
  accountId: null,
  said: null,
} as const;

function marks(session: Partial<MarkFacts['session']> = {}, facts: Partial<MarkFacts> = {}): string[] {
  const settled = {
    state: 'planned',
    startsAt: nine,
    endsAt: nine + 3 * HOUR,
    cohortState: 'confirmed',
    roomId: 'lab 2',
    instructors: [wang],
  } as const;
  return marksOf({
    session: { ...settled, ...session },
    isOnline: false,
    isDoubled: false,
    now: nine - HOUR,
    ...facts,
  }).map(({ mark, why }) => `${mark} ${why.split('.')[1]}`);
}

describe('a session in the timetable', () => {
  it('has no mark while nothing is missing', () => {
    expect(marks()).toEqual([]);
    expect(styleOf([])).toBe('planned');
  });

  it('is unstaffed without an instructor, with one who declined, and without a room unless it is online', () => {
    expect(marks({ instructors: [] })).toEqual(['unstaffed why_noInstructor']);
    expect(marks({ instructors: [{ ...wang, answer: 'declined' }] })).toEqual(['unstaffed why_declined']);
    expect(marks({ roomId: null })).toEqual(['unstaffed why_noRoom']);
    expect(marks({ roomId: null }, { isOnline: true })).toEqual([]);
  });

  it('is unconfirmed until the cohort is confirmed and all instructors have accepted', () => {
    expect(marks({ cohortState: 'tentative' })).toEqual(['unconfirmed why_cohortOpen']);
    expect(marks({ instructors: [wang, { ...wang, id: 'li', role: 'assistant', answer: 'open' }] })).toEqual([
      'unconfirmed why_answerOpen',
    ]);
  });

  it('is in progress from its start, then awaits its register, and is finally held or cancelled', () => {
    const open = { instructors: [{ ...wang, answer: 'open' as const }] };
    expect(marks(open, { now: nine })).toEqual(['inProgress mark_inProgress']);
    expect(marks(open, { now: nine + 3 * HOUR })).toEqual(['unmarked mark_unmarked']);
    expect(marks({ state: 'held' }, { now: nine + 4 * HOUR })).toEqual(['held mark_held']);
    expect(marks({ state: 'cancelled' }, { isDoubled: true })).toEqual(['cancelled mark_cancelled']);
  });

  it('is styled by the most urgent of its marks, and still lists the others', () => {
    const facts = {
      session: {
        state: 'planned',
        startsAt: nine,
        endsAt: nine + HOUR,
        cohortState: 'tentative',
        roomId: null,
        instructors: [],
      },
      isOnline: false,
      isDoubled: true,
      now: nine - HOUR,
    } as const;
    expect(marksOf(facts).map(({ mark }) => mark)).toEqual(['doubleBooked', 'unstaffed', 'unstaffed', 'unconfirmed']);
    expect(styleOf(marksOf(facts))).toBe('doubleBooked');
  });
});
