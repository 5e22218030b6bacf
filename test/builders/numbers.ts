import { randomBytes } from 'node:crypto';
import { drawNumbers, settleNumbers } from '../../src/certifications/issuing/data/draw-numbers.js';
import { beginTemplate, storeTemplate } from '../../src/certifications/templates/data/templates.js';
import type { VoidReason } from '../../src/certifications/core/domain/issue-states.js';
import { NumberPattern } from '../../src/certifications/core/domain/number-pattern.js';
import { DEFAULT_TEMPLATE } from '../../src/certifications/templates/domain/template.js';
import { isRefused } from '../../src/platform/index.js';
import type { BuilderAcademy } from '../support/app.js';

interface Series {
  /** A number pattern of a template; the prefix must be unique. */
  readonly pattern: string;
  readonly level?: string;
  readonly count: number;
}

export interface BuiltSeries {
  readonly prefix: string;
  readonly numbers: readonly string[];
  /** Voids numbers, counted from 1, that were used without a certificate. */
  voidNumbers(sequences: readonly number[], reason: VoidReason): Promise<void>;
}

/** Numbers reserved in 2026 by a template without achievements, for no certificate. */
export async function aSeries(site: BuilderAcademy, { pattern, level, count }: Series): Promise<BuiltSeries> {
  const prefix = `X${randomBytes(3).toString('hex').toUpperCase()}`;
  const numbers = await site.write(async (tx) => {
    await storeTemplate(
      tx,
      { ...DEFAULT_TEMPLATE, numberPattern: pattern, numberPrefix: prefix },
      await beginTemplate(tx, { name: prefix, isUsual: 'no' }),
    );
    tx.withoutAudit('a story is told');
    const drawn = await drawNumbers(tx, NumberPattern.read(pattern, prefix) as NumberPattern, {
      year: 2026,
      count,
      isAnyBound: () => Promise.resolve(false),
      ...(level === undefined ? {} : { level }),
    });
    return isRefused(drawn) ? [] : drawn;
  });
  return {
    prefix,
    numbers,
    voidNumbers: (sequences, reason) =>
      site.write(async (tx) => {
        await settleNumbers(
          tx,
          sequences.map((sequence) => numbers[sequence - 1] ?? ''),
          { state: 'void', reason },
        );
        tx.withoutAudit('a story is told');
      }),
  };
}
