import { Inject, Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import {
  AN_HOUR,
  type QueryFunction,
  Clock,
  CONFIG,
  type Config,
  ReadDatabase,
  SYSTEM,
  type TaskTurn,
  Ticker,
  UnitOfWork,
} from '../../../platform/index.js';
import { WatchRegister, RegisterKey } from '../../binding/index.js';
import { KEY_KINDS } from '../../core/index.js';
import { growsOld, isListSigned, isTextOfList, signListCredential, statusListOf } from '../../documents/index.js';
import { FollowLog } from '../../log/index.js';
import {
  endedCount,
  keepSignedList,
  listIsInUse,
  listsInUse,
  type SignedList,
  signedList,
} from '../data/status-lists.js';
import { EndedStatusPositions } from './ended-status-positions.js';
import { GenuineKeys } from './genuine-keys.js';
import { IssuerKeys } from './issuer-keys.js';

/** Status lists: verifiers learn which certificates are revoked or replaced without telling us which one they check. */
@Injectable()
export class StatusLists {
  private readonly cached = new Map<number, SignedList & LoggedCount>();
  private readonly signing = new Map<number, Promise<SignedList>>();
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IssuerKeys,
    private readonly genuine: GenuineKeys,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly profile: AcademyProfile,
    private readonly ended: EndedStatusPositions,
    private readonly register: WatchRegister,
    private readonly log: FollowLog,
    private readonly key: RegisterKey,
    reads: ReadDatabase,
    ticker: Ticker,
  ) {
    this.query = reads.query;
    ticker.every({ name: 'issuer', every: AN_HOUR, due: () => this.isUpkeepDue(), work: (turn) => this.upkeep(turn) });
  }

  /**
   * The current signed list, byte for byte; signed again after every change, after a rotation and daily. `null`: no
   * such list.
   * @throws Busy if the register as a whole was changed: no list is signed from it
   */
  async text(list: number): Promise<string | null> {
    await this.register.demandSound();
    if (!(await listIsInUse(this.query, this.key.bytes, list))) return null;
    const logged = this.log.endedCredentials.size;
    const { assertion } = await this.keys.ready();
    const ended = await endedCount(this.query, list);
    const now = { ended, signedBy: assertion.id };
    const cached = this.cached.get(list);
    // Compare both counts: rows can be rolled back, the log only grows.
    if (cached?.logged === logged && this.holds(cached, now)) return cached.text;
    const signed = await this.signOnce(list, (one): one is SignedList => this.holds(one, now));
    this.cached.set(list, { ...signed, logged });
    return signed.text;
  }

  /** Creates the keys at the first start, and keeps every list fresh even without requests. */
  private async upkeep(turn: TaskTurn): Promise<void> {
    await this.keys.ready();
    for (const list of await listsInUse(this.query, this.key.bytes)) if (turn.stillHolds()) await this.text(list);
  }

  private async isUpkeepDue(): Promise<boolean> {
    if (!this.profile.current()) return false;
    const signing = (await this.genuine.publicKeys()).filter(
      ({ did, state }) => did === this.keys.did && state === 'active',
    );
    const assertion = signing.find(({ kind }) => kind === 'assertion');
    if (!assertion || KEY_KINDS.some((kind) => !signing.some((key) => key.kind === kind))) return true;
    for (const list of await listsInUse(this.query, this.key.bytes)) {
      const stored = await signedList(this.query, list);
      if (!this.holds(stored, { ended: await endedCount(this.query, list), signedBy: assertion.id })) return true;
    }
    return false;
  }

  private holds(one: SignedList | null | undefined, now: Pick<SignedList, 'ended' | 'signedBy'>): one is SignedList {
    return (
      !!one && one.ended === now.ended && one.signedBy === now.signedBy && !growsOld(one.signedAt, this.clock.now())
    );
  }

  private signOnce(list: number, holds: Holds): Promise<SignedList> {
    const underWay = this.signing.get(list) ?? this.current(list, holds).finally(() => this.signing.delete(list));
    this.signing.set(list, underWay);
    return underWay;
  }

  /**
   * The stored list if it is this list and its signature holds, otherwise a newly signed one: never trust a text only
   * because it is in the database, however late it was read.
   */
  private async current(list: number, holds: Holds): Promise<SignedList> {
    const { did, assertion } = await this.keys.ready();
    const at = this.clock.now();
    await this.register.demandWritable();
    const [ended, places] = [await endedCount(this.query, list), await this.ended.execute(list)];
    const keys = await this.genuine.publicKeys();
    const listAt = (when: number): Parameters<typeof signListCredential>[0] =>
      statusListOf({ did, publicUrl: this.config.publicUrl, list, ended: places, at: when });
    const isSound = async (kept: SignedList): Promise<boolean> =>
      holds(kept) &&
      isTextOfList(kept.text, listAt(kept.signedAt)) &&
      (await isListSigned(kept.text, keys, kept.signedAt));
    const stored = await signedList(this.query, list);
    if (stored && (await isSound(stored))) return stored;
    const text = await signListCredential(listAt(at), assertion, at);
    const signed: SignedList = { list, ended, signedBy: assertion.id, signedAt: at, text };
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('the list only repeats what the audit trail says about each certificate');
      // Another process may have signed it; a foreign text is replaced.
      return keepSignedList(tx, signed, isSound);
    });
  }
}

interface LoggedCount {
  /** Credentials revoked or replaced according to the log when the list was made. */
  readonly logged: number;
}

type Holds = (one: SignedList | null | undefined) => one is SignedList;
