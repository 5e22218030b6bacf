import fc from 'fast-check';
import { heldBy, type HeldSession } from '../../../../src/scheduling/resources/domain/room-margins.js';

const MINUTE = 60_000;
const at = (id: string, from: number, until: number, fixed = false): HeldSession => ({
  id,
  startsAt: from * MINUTE,
  endsAt: until * MINUTE,
  heldFrom: from * MINUTE,
  heldUntil: until * MINUTE,
  fixed,
});
const told = (margins: readonly [number, number], sessions: readonly HeldSession[]) => {
  const { changed, tooClose } = heldBy({ setUpMinutes: margins[0], clearAwayMinutes: margins[1] }, sessions);
  return {
    changed: changed.map(({ id, heldFrom, heldUntil }) => [id, heldFrom / MINUTE, heldUntil / MINUTE]),
    tooClose: tooClose.map(({ id }) => id),
  };
};

describe('a room that needs more time around its sessions', () => {
  it('is held longer for sessions with room between them', () => {
    expect(told([15, 10], [at('a', 100, 200), at('b', 225, 300)])).toEqual({
      changed: [
        ['a', 85, 210],
        ['b', 210, 310],
      ],
      tooClose: [],
    });
  });

  it('is held as before for two that would touch, and they are named', () => {
    expect(told([15, 10], [at('a', 100, 200), at('b', 224, 300), at('c', 400, 500)])).toEqual({
      changed: [['c', 385, 510]],
      tooClose: ['a', 'b'],
    });
  });

  it('leaves alone what has begun or was let stand', () => {
    expect(told([15, 0], [at('a', 100, 200, true), at('b', 205, 300)])).toEqual({ changed: [], tooClose: ['b'] });
    expect(told([0, 0], [at('a', 100, 200)])).toEqual({ changed: [], tooClose: [] });
  });

  it('never creates overlapping holds, whatever the margins', () => {
    const term = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.boolean()), {
        maxLength: 12,
      })
      .map((parts) => {
        let clock = 0;
        return parts.map(([long, gap, fixed], index) => {
          const from = clock + gap;
          clock = from + long;
          return at(String(index), from, clock, fixed);
        });
      });
    fc.assert(
      fc.property(term, fc.nat(30), fc.nat(30), (sessions, setUpMinutes, clearAwayMinutes) => {
        const changed = new Map(
          heldBy({ setUpMinutes, clearAwayMinutes }, sessions).changed.map((one) => [one.id, one]),
        );
        const held = sessions.map((one) => changed.get(one.id) ?? one);
        held.forEach((one, index) => expect(index === 0 || held[index - 1]!.heldUntil <= one.heldFrom).toBe(true));
      }),
    );
  });
});
