import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { RowsOutOfOrder, type Transaction } from '../../../../platform/index.js';
import { lostToLookUps, RegisterBinding, WatchRegister } from '../../../binding/index.js';
import type { NumberAndName } from '../../../core/index.js';
import { readRegister, totalOfBindings } from '../../../log/index.js';
import { openedCertificate } from '../../../register/index.js';
import { storedIdsByNumber } from '../../data/certificate-lookup.js';
import { numberKeyOf } from '../../domain/verification-list.js';
import { matchesName } from '../verify-certificate.js';

/** `found`: a number and a name that are found now. `registerAltered`: records may be missing. */
export type NotFoundStanding = 'confirmed' | 'found' | 'registerAltered';

/**
 * Confirms "not found" before it is signed: rows that are altered for a moment must not become a lasting answer. All
 * bindings are added up in the snapshot in which the numbers are looked up: half a second for 20,000 certificates.
 */
@Injectable()
export class ConfirmNotFound {
  constructor(
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
  ) {}

  /** Call it first in the transaction that stores what was signed. */
  async execute(tx: Transaction, questions: readonly NumberAndName[]): Promise<NotFoundStanding> {
    if (questions.length === 0) return 'confirmed';
    await tx.readOneSnapshot();
    if (!(await this.isWhole(tx))) return 'registerAltered';
    return (await this.findsAny(tx, questions)) ? 'found' : 'confirmed';
  }

  private async isWhole(tx: Transaction): Promise<boolean> {
    if ((await this.state.executeWithin(tx)) !== null) return false;
    const { key } = this.binding;
    const { state } = await readRegister(tx.query, key);
    try {
      const total = await totalOfBindings(tx.query, key, setImmediate);
      if (total.bindings !== state?.bindings || total.bindingSum !== state.bindingSum) return false;
      return (await lostToLookUps(tx.query, key, setImmediate)).length === 0;
    } catch (fault) {
      if (fault instanceof RowsOutOfOrder) return false;
      throw fault;
    }
  }

  private async findsAny({ query }: Transaction, questions: readonly NumberAndName[]): Promise<boolean> {
    const keys = questions.map(({ number }) => numberKeyOf(number));
    const ids = [await this.binding.idsByNumber(query, keys), await storedIdsByNumber(query, keys)];
    const records = await this.binding.records(query, [...new Set(ids.flatMap((found) => [...found.values()]))]);
    const opened = new Map(
      records.map((record) => [
        record.id,
        openedCertificate({ record, answer: { ...this.binding.answerFor(record), register: 'complete' } }),
      ]),
    );
    return questions.some(({ name }, at) =>
      ids.some((found) => {
        const certificate = opened.get(found.get(keys[at]!) ?? '');
        return certificate !== undefined && matchesName(certificate, name);
      }),
    );
  }
}
