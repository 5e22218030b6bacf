import { Injectable } from '@nestjs/common';
import {
  A_MINUTE,
  AN_HOUR,
  type QueriedDatabase,
  Busy,
  Clock,
  missingTriggers,
  ReadDatabase,
  Ticker,
  type Transaction,
} from '../../../platform/index.js';
import {
  FollowLog,
  foreignObjects,
  hasGoneOn,
  readRegister,
  type RegisterFault,
  type RegisterReading,
  type RegisterState,
  type SeenRegister,
  registerIndexFaults,
} from '../../log/index.js';
import { sequencesMoved } from '../data/sequences-moved.js';
import { CompareBindings } from './compare-bindings.js';
import { RegisterKey } from './register-key.js';
import { RegisterMark } from './register-mark.js';
import { ReportAlteredRecord } from './report-altered-record.js';

/**
 * - `setBack`: the database has fewer changes than this installation has seen, or is from an abandoned epoch
 * - `entriesChanged`: the entries of the log do not lead to its head
 */
export type RegisterStateFault = RegisterFault | 'setBack' | 'entriesChanged';
/** Found by checking all bindings. */
type WholeFault = 'bindingsChanged' | 'indexesChanged';
/** Reported, but records can still be trusted: faults of triggers, series of numbers, and hashes of no signed entry. */
type ReportedFault =
  RegisterStateFault | WholeFault | 'foreignTriggers' | 'missingTriggers' | 'sequencesMoved' | 'hashesAdded';

const FOUND: Readonly<Record<ReportedFault, string>> = {
  stateGone: 'the state of the register is gone: nothing is signed or shown until bind-register has run',
  stateForged:
    'the state of the register was not made with this master key: after a change of the master key run bind-register',
  stateBehind: 'the log and the state of the register belong to different moments: one of them was put back',
  entriesGone: 'entries of the log are missing, or some were never signed: bind-register removes the latter',
  hashesAdded:
    'hashes in the log belong to no signed entry, so nothing can be logged: verify-log names them, and bind-register removes them',
  entriesChanged: 'the entries of the log do not lead to its head: some were altered, added or taken away',
  setBack: 'the database was put back to an earlier state: if that was meant, run bind-register --accept-put-back',
  foreignTriggers:
    'the database has triggers or tables that no migration has made: nothing is issued or signed until they are gone',
  indexesChanged:
    'indexes of the register do not say what its tables say: REINDEX makes them anew (on SQLite, verify-log names them)',
  missingTriggers:
    'triggers that keep records from being changed are gone, altered or switched off: verify-log names them',
  sequencesMoved:
    'series of numbers do not go on behind the last number that was drawn: none is drawn from them; verify-log names them',
  bindingsChanged: 'records were put back to an earlier state, altered or taken away: verify-log names them',
};
const TASK = 'register state';

/**
 * Whether the register as a whole is as last stored. A record that was rolled back together with its own binding no
 * longer fits the log, or the sum of all bindings.
 */
@Injectable()
export class WatchRegister {
  private readonly database: QueriedDatabase;
  private last: RegisterStateFault | null = null;
  private lacksRecords = false;
  /** Epoch milliseconds; `0`: not yet. */
  private summedAt = 0;
  /** The same. */
  private indexesDifferedAt = 0;

  constructor(
    reads: ReadDatabase,
    private readonly key: RegisterKey,
    private readonly mark: RegisterMark,
    private readonly report: ReportAlteredRecord,
    private readonly compareBindings: CompareBindings,
    private readonly log: FollowLog,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    this.database = reads;
    // It only reads, so it needs no lease: nothing is ever due.
    ticker.every({ name: TASK, every: A_MINUTE, due: () => this.check().then(() => false), work: () => this.check() });
  }

  /** `null`: no fault. Costs one query, and one for new log entries. Reports faults. */
  async execute(again = false): Promise<RegisterStateFault | null> {
    // Read before the query: a concurrent check may finish earlier and have seen a later change.
    const { seen } = this.mark;
    const reading = await readRegister(this.database.query, this.key.bytes);
    const { state, hashesAhead } = reading;
    if (hashesAhead) await this.reportFault('hashesAdded');
    let fault = faultOf(reading, seen);
    if (
      state !== null &&
      fault === null &&
      !(await this.log.execute({ size: state.logSize, root: state.logRoot }, again))
    )
      fault = 'entriesChanged';
    this.last = fault;
    if (fault !== null) {
      await this.reportFault(fault);
      return fault;
    }
    if (state !== null) this.mark.saw(state);
    return null;
  }

  /** Whether records may be missing, so that "not found" does not prove that there never was a certificate. */
  async mayLackRecords(): Promise<boolean> {
    return (await this.execute()) !== null || this.lacksRecords;
  }

  /**
   * A look-up through an index has found something else than reading the table: nothing is unknown for an hour, unless
   * the indexes prove to be right again. Only SQLite can compare them.
   */
  indexesDiffered(canCompare = !this.database.isPostgres): void {
    this.lacksRecords = true;
    if (!canCompare) this.indexesDifferedAt = this.clock.now();
  }

  /** For results that must not be based on an altered register. @throws Busy */
  async demandSound(): Promise<void> {
    if ((await this.execute()) !== null) throw new Busy(A_MINUTE / 1000);
  }

  /**
   * For signing and storing: the register is sound, and no trigger can change what is written. @throws Busy
   */
  async demandWritable(): Promise<void> {
    await this.demandSound();
    if (await this.hasForeignTriggers()) throw new Busy(A_MINUTE / 1000);
  }

  /**
   * Within a transaction, which must not wait for another connection: uses its own reading and the last known result.
   */
  async executeWithin(tx: Transaction): Promise<RegisterStateFault | null> {
    const { seen } = this.mark;
    return this.last ?? faultOf(await readRegister(tx.query, this.key.bytes), seen);
  }

  private async hasForeignTriggers(): Promise<boolean> {
    const isSo = (await foreignObjects(this.database)).length > 0;
    if (isSo) await this.reportFault('foreignTriggers');
    return isSo;
  }

  private async lacksTriggers(): Promise<boolean> {
    const isSo = (await missingTriggers(this.database)).length > 0;
    if (isSo) await this.reportFault('missingTriggers');
    return isSo;
  }

  private async hasMovedSequences(): Promise<boolean> {
    const isSo = (await sequencesMoved(this.database.query)).length > 0;
    if (isSo) await this.reportFault('sequencesMoved');
    return isSo;
  }

  /** Called after an operator has accepted the register as it is. */
  restart(state: RegisterState): void {
    this.last = null;
    this.lacksRecords = false;
    this.summedAt = 0;
    this.indexesDifferedAt = 0;
    this.mark.restart(state);
  }

  /** The full check, over all bindings; takes seconds for a million. */
  async executeWithSum(): Promise<RegisterStateFault | WholeFault | null> {
    const fault = await this.execute(true);
    if (fault !== null) return fault;
    const areWhole = await this.compareBindings.execute();
    if (areWhole === null) return this.execute(true);
    this.summedAt = this.clock.now();
    // The rows were read through the indexes.
    const indexesDiffer = (await registerIndexFaults(this.database)).length > 0 || this.haveIndexesDiffered();
    this.lacksRecords = !areWhole || indexesDiffer;
    if (!this.lacksRecords) return null;
    const found = indexesDiffer ? 'indexesChanged' : 'bindingsChanged';
    await this.reportFault(found);
    return found;
  }

  /** Reports a fault of the register as a whole. */
  async faults(): Promise<ReportedFault[]> {
    const whole = await this.executeWithSum();
    return [
      ...(whole === null ? [] : [whole]),
      ...((await this.hasHashesAhead()) ? ['hashesAdded' as const] : []),
      ...((await this.hasForeignTriggers()) ? ['foreignTriggers' as const] : []),
      ...((await this.lacksTriggers()) ? ['missingTriggers' as const] : []),
      ...((await this.hasMovedSequences()) ? ['sequencesMoved' as const] : []),
    ];
  }

  private haveIndexesDiffered(): boolean {
    return Math.abs(this.clock.now() - this.indexesDifferedAt) < AN_HOUR;
  }

  private async hasHashesAhead(): Promise<boolean> {
    return (await readRegister(this.database.query, this.key.bytes)).hashesAhead;
  }

  private async check(): Promise<void> {
    await this.hasForeignTriggers();
    await this.lacksTriggers();
    await (Math.abs(this.clock.now() - this.summedAt) >= AN_HOUR ? this.executeWithSum() : this.execute());
    await this.hasMovedSequences();
    this.mark.note();
  }

  private reportFault(fault: ReportedFault): Promise<void> {
    return this.report.execute({ subject: 'register', id: fault, label: 'verify-log', finding: FOUND[fault] });
  }
}

function faultOf({ state, fault }: RegisterReading, seen: SeenRegister): RegisterStateFault | null {
  return fault ?? (state !== null && !hasGoneOn(state, seen) ? 'setBack' : null);
}
