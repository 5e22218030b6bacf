import { Injectable } from '@nestjs/common';
import { fingerprint, type Transaction } from '../../../platform/index.js';
import type { NumberAndName, Verification } from '../../core/index.js';
import { raiseAlarm } from '../data/alarms.js';
import { type Asker, askerOf, lockTries, noteTries, triesBefore } from '../data/tries.js';
import { NOT_TOLD } from '../domain/answer-row.js';
import { askedKey } from '../domain/question-rows.js';
import { nameFolded } from '../domain/name-matching.js';
import { ALARMS, TryCount, type TryPair, type Withheld } from '../domain/tries.js';

export interface Judged<Row extends NumberAndName = NumberAndName> {
  readonly row: Row;
  readonly verification: Verification;
}

export interface ToldAnswer<Row extends NumberAndName> extends Judged<Row> {
  /** Why no more is told; `null` where the answer is whole. */
  readonly withheld: Withheld | null;
}

/** The one gate through which every answer about a number and a name goes out, whichever way it was asked. */
@Injectable()
export class CountTries {
  /**
   * Counts these questions as the asker's and answers what may be told, in their order.
   * The transaction keeps the asker's other questions waiting.
   */
  async execute<Row extends NumberAndName>(
    tx: Transaction,
    who: Asker,
    answers: readonly Judged<Row>[],
  ): Promise<ToldAnswer<Row>[]> {
    const asker = askerOf(who);
    const pairs = answers.map(({ row }) => pairOf(row));
    await lockTries(tx, asker);
    const count = new TryCount(
      await triesBefore(tx.query, asker, {
        pairs: pairs.filter((_, at) => !answers[at]!.verification.slip),
        now: tx.now,
      }),
    );
    count.agree(pairs.filter((_, at) => answers[at]!.verification.certificate !== null));
    const told = answers.map((answer, at): ToldAnswer<Row> => {
      const withheld = count.judge(pairs[at]!, answer.verification);
      return withheld ? { row: answer.row, verification: NOT_TOLD, withheld } : { ...answer, withheld };
    });
    await noteTries(tx, asker, { misses: count.freshMisses, matches: count.freshMatches });
    if ('employerId' in who) await alarm(tx, who.employerId, count);
    return told;
  }
}

async function alarm(tx: Transaction, employerId: string, { withheld, misses }: TryCount): Promise<void> {
  for (const reason of ALARMS) {
    const count = withheld.get(reason) ?? 0;
    if (count > 0) await raiseAlarm(tx, { employerId, reason, misses, withheld: count });
  }
}

function pairOf({ number, name }: NumberAndName): TryPair {
  return { numberKey: askedKey(number), nameKey: fingerprint(nameFolded(name)) };
}
