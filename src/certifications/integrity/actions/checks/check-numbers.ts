import type { QueryFunction } from '../../../../platform/index.js';
import { sequencesMoved } from '../../../binding/index.js';
import { canonical, checks } from '../../../core/index.js';
import { type Finding, finding, numberCell } from '../../../log/index.js';
import { readable } from '../readable.js';
import { everyNumber, type NotedNumber } from '../../data/number-reads.js';

const AT_ONCE = 1_000;

/** Whether what is noted of each number agrees with the number itself, its series and its certificate. */
export async function checkNumbers(query: QueryFunction): Promise<Finding[]> {
  const found = (await sequencesMoved(query)).map((moved) =>
    moved.drawn >= moved.next ? finding('sequenceSetBack', moved) : finding('sequenceForward', moved),
  );
  for await (const some of everyNumber(query, AT_ONCE))
    for (const one of some)
      found.push(
        ...readable(`Number ${one.number}`, () =>
          isOfSeries(one) && agreesWithIssue(one) ? [] : [finding('numberAltered', { number: one.number })],
        ),
      );
  return found;
}

/** `#` in a scope stands for a digit of the running number, `?` for the check character. */
function isOfSeries({ key, number, scope, sequence }: NotedNumber): boolean {
  if (key !== canonical(number) || key.length !== scope.length) return false;
  const places = [...scope].map((place, at) => ({ place, character: key[at]! }));
  const digits = places.filter(({ place }) => place === '#').map(({ character }) => character);
  return (
    places.every(({ place, character }) => place === '#' || place === '?' || place === character) &&
    /^\d+$/.test(digits.join('')) &&
    Number(digits.join('')) === numberCell(sequence) &&
    (!scope.includes('?') || checks(key))
  );
}

/** A certificate is stored, and its number settled, in one transaction, in the name of whoever has drawn the number. */
function agreesWithIssue(noted: NotedNumber): boolean {
  const [drawn, settled] = [numberCell(noted.drawnAt), numberCell(noted.settledAt)];
  if (typeof drawn !== 'number') return false;
  if (noted.state === 'reserved') return settled === null;
  if (typeof settled !== 'number' || settled < drawn) return false;
  if (noted.state !== 'issued' || noted.eventAt === null) return true;
  return [noted.issuedAt, noted.eventAt].map(numberCell).includes(settled) && noted.isActorKnown === 1;
}
