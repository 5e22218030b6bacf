import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  Clock,
  newId,
  NotAllowed,
  Refusal,
  refuse,
  refused,
  type Refused,
  TimeBudget,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { lockTrainees } from '../data/lock-trainees.js';
import type { TraineeRow } from '../data/trainee-queries.js';
import { Trainee } from '../data/trainee.entity.js';
import type { TraineeFacts } from '../domain/facts.js';
import { additionsTo, isTakenAlready } from '../domain/match-row.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';
import { A_STRETCH, judgeSheet, type PreviewRow } from './judge-sheet.js';
import { ReadSheet } from './read-sheet.js';

export interface ImportResult {
  readonly added: number;
  readonly filled: number;
  readonly skipped: number;
}

/** What to do with a row that resembles a record: `new`, `skip`, or the id of the record to fill in. */
export type Decide = (line: number) => string;

const AT_ONCE = 50;

@Injectable()
export class ImportTrainees {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: ReadSheet,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports the valid rows of the sheet. It is judged again, so that a row imported before matches its record and is
   * not entered twice.
   */
  async execute(
    actor: Actor,
    { text, filename, decide }: { text: string; filename: string; decide: Decide },
  ): Promise<ImportResult | Refused<TraineeRefusalCode>> {
    if (!may(actor, 'trainee.manage')) throw new NotAllowed();
    const sheet = await this.sheets.execute(actor.id, text);
    if (sheet instanceof Refusal) return refused(sheet);
    return this.unitOfWork.run(actor, async (tx) => {
      await lockTrainees(tx);
      const rows = await judgeSheet(tx.query, sheet, this.clock.today());
      const good = rows.filter(({ faults }) => faults.length === 0);
      if (good.length === 0) return refused<TraineeRefusalCode>(refuse('importNothingGood'));
      const counts = await this.takeAll(tx, good, decide);
      await tx.audit(
        'trainee.imported',
        { type: 'import', id: newId(), label: filename },
        { ...counts, faulty: rows.length - good.length },
      );
      return counts;
    });
  }

  private async takeAll(tx: Transaction, good: readonly PreviewRow[], decide: Decide): Promise<ImportResult> {
    const stretch = new TimeBudget(A_STRETCH);
    const counts = { added: 0, filled: 0, skipped: 0 };
    const fresh: TraineeFacts[] = [];
    for (const row of good) {
      const decision = this.decisionOn(row, decide(row.line));
      if (decision === 'add') fresh.push(row.facts);
      counts[
        decision === 'add' ? 'added' : decision === 'skip' ? 'skipped' : await this.fill(tx, decision.into, row.facts)
      ] += 1;
      await stretch.yieldIfSpent();
    }
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      await tx.of(Trainee).insert(
        fresh.slice(from, from + AT_ONCE).map((facts) => ({
          id: newId(),
          accountId: null,
          ...facts,
          consentAt: null,
          createdAt: tx.now,
          updatedAt: tx.now,
        })),
      );
      await stretch.yieldIfSpent();
    }
    return counts;
  }

  private decisionOn({ facts, matches }: PreviewRow, decision: string): 'add' | 'skip' | { readonly into: string } {
    const sure = matches.find((match) => match.sure);
    const into = decision === '' ? sure?.person.id : matches.find(({ person }) => person.id === decision)?.person.id;
    if (decision === 'skip' || (into === undefined && matches.some((match) => isTakenAlready(facts, match))))
      return 'skip';
    return into === undefined ? 'add' : { into };
  }

  private async fill(tx: Transaction, id: string, facts: TraineeFacts): Promise<'filled' | 'skipped'> {
    const person = await tx.of(Trainee).findOneByOrFail({ id });
    const additions = additionsTo(person satisfies Partial<TraineeRow>, facts);
    if (Object.keys(additions).length === 0) return 'skipped';
    await tx.of(Trainee).update({ id }, { ...additions, updatedAt: tx.now });
    return 'filled';
  }
}
