import { SCOPED_TERMS } from '../contexts.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { listed } from './reading.js';

/*
 * Most of the work of a canonical form is processing contexts: those that nodes name, and those that come with types
 * and properties. Each may have to be processed again in every node, so a small file can demand a lot of it.
 */
/** Compared with a context that comes with a type or property, which takes up to 0.6 ms. */
const WEIGHT_OF_NAMED = 4;
/** A credential of the academy takes about 20, one with 20 endorsements about 400. */
const MOST_WEIGHT = 1_000;

/** Whether the contexts of a credential can be processed in less than a second. */
export function contextsWithinLimits(credential: JsonRecord): boolean {
  return weightOf(credential) <= MOST_WEIGHT;
}

function weightOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + weightOf(one), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce((sum, [key, one]) => {
    if (key === '@context') return sum + WEIGHT_OF_NAMED * listed(one).length;
    const scoped = Number(SCOPED_TERMS.has(key)) + (key === 'type' || key === '@type' ? scopedAmong(one) : 0);
    return sum + scoped + weightOf(one);
  }, 0);
}

const scopedAmong = (types: unknown): number =>
  listed(types).filter((type) => typeof type === 'string' && SCOPED_TERMS.has(type)).length;
