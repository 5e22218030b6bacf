import { Injectable } from '@nestjs/common';
import { fingerprint, type Transaction } from '../../../platform/index.js';
import type { NumberAndName, Verification } from '../../core/index.js';
import { raiseAlarm } from '../data/alarms.js';
import { type Asker, askerOf, lockTries, noteTries, priorTries } from '../data/tries.js';
import { WITHHELD_VERIFICATION } from '../domain/answer-row.js';
import { numberKeyOf } from '../domain/verification-list.js';
import { foldName } from '../domain/name-matching.js';
import { ALARMS, TryCount, type TryPair, type Withheld } from '../domain/try-limits.js';

export interface CheckedRow<Row extends NumberAndName = NumberAndName> {
  readonly row: Row;
  readonly verification: Verification;
}

export interface CountedAnswer<Row extends NumberAndName> extends CheckedRow<Row> {
  /** Why the answer is withheld; `null` if it is not. */
  readonly withheld: Withheld | null;
}

/** Every answer about a number and a name passes through here, on whatever channel. */
@Injectable()
export class CountTries {
  /**
   * Counts these questions as tries of the asker and returns the answers that may be given, in order. Other questions
   * of the same asker wait for the transaction.
   */
  async execute<Row extends NumberAndName>(
    tx: Transaction,
    who: Asker,
    answers: readonly CheckedRow<Row>[],
  ): Promise<CountedAnswer<Row>[]> {
    const asker = askerOf(who);
    const pairs = answers.map(({ row }) => pairOf(row));
    await lockTries(tx, asker);
    const count = new TryCount(
      await priorTries(tx.query, asker, {
        pairs: pairs.filter((_, at) => !answers[at]!.verification.slip),
        now: tx.now,
      }),
    );
    count.agree(pairs.filter((_, at) => answers[at]!.verification.certificate !== null));
    const counted = answers.map((answer, at): CountedAnswer<Row> => {
      const withheld = count.judge(pairs[at]!, answer.verification);
      return withheld ? { row: answer.row, verification: WITHHELD_VERIFICATION, withheld } : { ...answer, withheld };
    });
    await noteTries(tx, asker, { misses: count.newMisses, matches: count.newMatches });
    if ('employerId' in who) await alarm(tx, who.employerId, count);
    return counted;
  }
}

async function alarm(tx: Transaction, employerId: string, { withheld, misses }: TryCount): Promise<void> {
  for (const reason of ALARMS) {
    const count = withheld.get(reason) ?? 0;
    if (count > 0) await raiseAlarm(tx, { employerId, reason, misses, withheld: count });
  }
}

function pairOf({ number, name }: NumberAndName): TryPair {
  return { numberKey: numberKeyOf(number), nameKey: fingerprint(foldName(name)) };
}
