import { Injectable } from '@nestjs/common';
import { isOfUnfitTables, type Transaction } from '../../../../platform/index.js';
import { type IdsByNumber, RegisterBinding, scanLookUps, WatchRegister } from '../../../binding/index.js';
import type { NumberAndName } from '../../../core/index.js';
import { isTotalOf, readRegister } from '../../../log/index.js';
import { openedCertificate, type OpenedCertificate } from '../../../register/index.js';
import { allIdsByNumber } from '../../data/certificate-lookup.js';
import { numberKeyOf } from '../../domain/verification-list.js';
import { matchesName } from '../verify-certificate.js';

/** `found`: a number and a name that are found now. `registerAltered`: records may be missing. */
export type NotFoundStanding = 'confirmed' | 'found' | 'registerAltered';

/**
 * Confirms "not found" before it is signed: rows or indexes that are altered for a moment must not become a lasting
 * answer. The numbers are looked up without an index, in the snapshot in which all bindings are added up and compared
 * with the certificates: two seconds for 100,000 certificates.
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
    if ((await this.state.executeWithin(tx)) !== null) return 'registerAltered';
    const { key } = this.binding;
    const keys = questions.map(({ number }) => numberKeyOf(number));
    const { state } = await readRegister(tx.query, key);
    if (state === null) return 'registerAltered';
    const scanned = await scanLookUps(tx, key, { numberKeys: keys, sum: state }).catch(nothingOfUnfitTables);
    if (scanned === null) {
      // Its tables cannot be read as a whole: no later check can say that they are right.
      this.state.indexesDiffered(false);
      return 'registerAltered';
    }
    const { total, areWhole, ids } = scanned;
    if (!isTotalOf(total, state) || !areWhole) return 'registerAltered';
    const byIndex = await allIdsByNumber(tx.query, await this.binding.idsByNumber(tx.query, keys), keys);
    const opened = await this.opened(
      tx,
      [...ids.values()].flatMap((some) => [...some]),
    );
    if (!opened || !isSame(ids, byIndex)) {
      // Otherwise the list would be answered through the same indexes again.
      this.state.indexesDiffered();
      return 'registerAltered';
    }
    return isAnyFound(
      questions.map(({ name }, at) => ({ name, ids: ids.get(keys[at]!) })),
      opened,
    )
      ? 'found'
      : 'confirmed';
  }

  /** `null`: one that was found cannot be read by its id. */
  private async opened(
    { query }: Transaction,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, OpenedCertificate> | null> {
    const records = await this.binding.records(query, [...new Set(ids)]);
    const opened = new Map(
      records.map((record) => [
        record.id,
        openedCertificate({ record, answer: { ...this.binding.answerFor(record), register: 'complete' } }),
      ]),
    );
    return ids.every((id) => opened.has(id)) ? opened : null;
  }
}

/** A number of several certificates is not "not found", whatever the name. */
function isAnyFound(
  asked: readonly { readonly name: string; readonly ids: ReadonlySet<string> | undefined }[],
  opened: ReadonlyMap<string, OpenedCertificate>,
): boolean {
  return asked.some(
    ({ name, ids = new Set() }) => ids.size > 1 || [...ids].some((id) => matchesName(opened.get(id)!, name)),
  );
}

/** By index, numbers without a certificate are left out. */
function isSame(scanned: IdsByNumber, byIndex: IdsByNumber): boolean {
  return [...scanned].every(([numberKey, ids]) => {
    const others = byIndex.get(numberKey) ?? new Set();
    return ids.size === others.size && [...ids].every((id) => others.has(id));
  });
}

function nothingOfUnfitTables(fault: unknown): null {
  if (isOfUnfitTables(fault)) return null;
  throw fault;
}
