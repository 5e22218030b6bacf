import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  A_MINUTE,
  type QueryFunction,
  LOGGER,
  ReadDatabase,
  SYSTEM,
  type TaskTurn,
  Ticker,
  UnitOfWork,
  yieldToRequests,
} from '../../../platform/index.js';
import {
  type CheckedRecord,
  CheckRecords,
  WatchRegister,
  ClearAlarms,
  frozenRecordOf,
  isInOrder,
  RegisterBinding,
} from '../../binding/index.js';
import { countWithoutDocuments, withoutDocuments } from '../../documents/index.js';
import { drawPlaces } from '../../issuer/index.js';
import { lockSignedAmong } from '../data/signed-among.js';
import { MakeDocuments, newSubjectUrn, type ToSign } from './make-documents.js';
import { StoreDocuments } from './store-documents.js';
import { VoidBrokenOff } from './void-broken-off.js';

const TASK = 'sealing';
const EVERY = A_MINUTE;
/** Milliseconds for requests between two rounds. */
const LONGEST_YIELD = 500;

/** Makes documents for certificates without any, newest first. */
@Injectable()
export class SignCertificates {
  private readonly query: QueryFunction;
  /** Certificates whose documents failed: not tried again before the next start. */
  private readonly unsound = new Set<string>();
  /**
   * Certificates with altered records: checked again in the next turn, since the record may have been repaired.
   */
  private readonly altered = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly make: MakeDocuments,
    private readonly store: StoreDocuments,
    private readonly brokenOff: VoidBrokenOff,
    private readonly binding: RegisterBinding,
    private readonly register: CheckRecords,
    private readonly state: WatchRegister,
    private readonly alarms: ClearAlarms,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
    ticker: Ticker,
  ) {
    this.query = reads.query;
    const mayGoOn = async (): Promise<boolean> => (await this.left()) > 0 && (await this.state.execute()) === null;
    const due = async (): Promise<boolean> => (await mayGoOn()) || (await brokenOff.isDue()) || (await alarms.any());
    ticker.every({ name: TASK, every: EVERY, due, work: (turn) => this.turn(turn) });
  }

  /** Until every certificate has its documents, or after that many rounds. Returns how many are left. */
  async execute(rounds = Number.POSITIVE_INFINITY): Promise<number> {
    let left = await this.step();
    for (let round = 1; left > 0 && round < rounds; round += 1) left = await this.step();
    return left;
  }

  /** Signs some; returns how many are left. Safe to be done by two at once. */
  private async step(): Promise<number> {
    const waiting = await this.waiting(this.make.atOnce);
    if (waiting.length === 0) return 0;
    if ((await this.state.execute()) !== null) return 0;
    const places = await this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('status indexes are drawn for documents that are made next');
      return drawPlaces(tx, this.binding.key, waiting.length);
    });
    const documents = await this.make.execute(
      waiting.map((one, at) => ({ ...one, ...places[at]!, subjectUrn: newSubjectUrn() })),
    );
    for (const { id } of waiting) if (!documents.some((one) => one.id === id)) this.unsound.add(id);
    if (documents.length === 0) return this.left();
    const signer = await this.store.signer();
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      const signed = await lockSignedAmong(
        tx,
        documents.map(({ id }) => id),
      );
      const ready = documents.filter(({ id }) => !signed.has(id));
      // Records altered while their documents were made must not be signed either.
      const inOrder = await this.binding.inOrder(
        tx,
        ready.map(({ id }) => id),
      );
      const fresh = ready.filter(({ id }) => inOrder.has(id));
      if (fresh.length > 0)
        await this.store.execute(tx, signer, {
          signed: fresh,
          issued: null,
          changed: fresh.map(({ id }) => ({ judged: inOrder.get(id)!, written: {} })),
        });
      if (fresh.length > 0)
        await tx.audit(
          'certificates.sealed',
          { type: 'certificate', id: fresh[0]!.id, label: fresh[0]!.facts.number },
          { count: fresh.length },
        );
      else tx.withoutAudit('another process has made them, or the records were altered meanwhile');
    });
    return this.left();
  }

  private async turn(turn: TaskTurn): Promise<void> {
    await this.brokenOff.execute();
    await this.alarms.execute();
    this.altered.clear();
    const left = await this.left();
    if (left === 0) return;
    this.log.info({ left }, 'certificates get their documents');
    while (turn.stillHolds() && (await this.step()) > 0) await yieldToRequests(LONGEST_YIELD);
  }

  /**
   * Certificates waiting for documents. Altered records are never signed, and are reported.
   */
  private async waiting(most: number): Promise<UnsignedCertificate[]> {
    const passed = this.unsound.size + this.altered.size;
    const found = (await withoutDocuments(this.query, most + passed))
      .filter((id) => !this.unsound.has(id) && !this.altered.has(id))
      .slice(0, most);
    const checked = await this.register.execute(found);
    const ready = found.flatMap((id) => toSign(checked.get(id)));
    const altered = found.filter((id) => !ready.some((one) => one.id === id));
    for (const id of altered) this.altered.add(id);
    return ready.length === 0 && altered.length > 0 ? this.waiting(most) : ready;
  }

  private async left(): Promise<number> {
    return (await countWithoutDocuments(this.query)) - this.unsound.size - this.altered.size;
  }
}

type UnsignedCertificate = Pick<ToSign, 'id' | 'token' | 'facts' | 'issuedAt'>;

/** Sign only data from the record that was checked. */
function toSign(checked: CheckedRecord | undefined): UnsignedCertificate[] {
  if (!checked?.record || !isInOrder(checked.answer)) return [];
  const { id, token, facts, issuedAt } = frozenRecordOf(checked.record);
  return [{ id, token, facts, issuedAt }];
}
