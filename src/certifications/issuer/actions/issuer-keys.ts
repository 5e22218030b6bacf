import { Inject, Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import {
  type Actor,
  Busy,
  type QueryFunction,
  Clock,
  CONFIG,
  type Config,
  Keys,
  newId,
  ReadDatabase,
  SYSTEM,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { WatchRegister, OwnRegisterWriter } from '../../binding/index.js';
import { KEY_KINDS, type KeyKind } from '../../core/index.js';
import {
  assembleRing,
  didOf,
  type KeyRing,
  loadPaperKeys,
  logNameOf,
  type MadeKey,
  makeAssertionKey,
  makeJwtKey,
  makeLogKey,
  type OpenKey,
  decryptSecret,
  encryptSecret,
} from '../../documents/index.js';
import { LogHasBeenChanged, type LogKeys, type NoteKey, timeAfterLog } from '../../log/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import { bindIssuerKeys, boundKeysNow, keyName, type SigningKeyRow, signingKeys } from '../data/issuer-keys.js';
import { GenuineKeys } from './genuine-keys.js';
import { unfitSigner } from './own-signer.js';

const MOST_TRIES = 5;
/** Seconds. */
const RETRY_AFTER = 1;

/** The academy's signing keys for its current address: created on first use, stored encrypted. */
@Injectable()
export class IssuerKeys implements LogKeys {
  readonly did: string;
  private readonly masterKey: string;
  private readonly query: QueryFunction;
  private cached: KeyRing | null = null;
  private making: Promise<void> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profile: AcademyProfile,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly register: WatchRegister,
    private readonly writer: OwnRegisterWriter,
    private readonly genuine: GenuineKeys,
    reads: ReadDatabase,
    keys: Keys,
  ) {
    this.did = didOf(config.publicUrl);
    this.masterKey = keys.of('issuer keys');
    this.query = reads.query;
  }

  /**
   * The current key ring, even if another process changed it: exactly the keys that the register's state lists as
   * active, whatever stands in the table of keys. Creates missing keys. Never call it inside a unit of work.
   * @throws LogHasBeenChanged if they are not there as they were stored
   * @throws Busy if the register as a whole was changed, or keys change at this moment
   */
  async ready(): Promise<KeyRing> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { cached } = this;
      if (cached && cached.log.boundKeys === (await boundKeysNow(this.query, this.writer))) return cached;
      await (this.making ??= this.assemble().finally(() => {
        this.making = null;
      }));
    }
    throw new Busy(RETRY_AFTER);
  }

  /** Ensures that keys exist without decrypting them, so that keys can be replaced even with another master key. */
  async present(): Promise<void> {
    await this.makeMissing(SYSTEM);
  }

  everUsed(query: QueryFunction): Promise<readonly NoteKey[]> {
    return this.genuine.logKeys(query);
  }

  /**
   * A new key of a kind, and those that must change with it: a new root needs a new signer. Not stored yet.
   * `seenName`: the name that the person saw a new root would carry (`nameOfNewRoot`). Nothing binds the academy's name
   * in the database, and every later PDF is signed in the root's name: `null` if it is another one now.
   */
  async makeWithDependants(kind: KeyKind, seenName: string | null): Promise<MadeKey[] | null> {
    if (kind !== 'paperRoot') return [await this.make(kind, [])];
    if (seenName !== this.nameOfNewRoot()) return null;
    const root = await this.make(kind, [], seenName);
    return [root, await this.make('paperSigner', [root])];
  }

  /** The academy's name as a new root would carry it. */
  nameOfNewRoot(): string {
    const academy = this.profile.current();
    return academy?.nameEn || academy?.nameZh || new URL(this.config.publicUrl).host;
  }

  private async make(kind: KeyKind, fresh: readonly MadeKey[], academy = this.nameOfNewRoot()): Promise<MadeKey> {
    if (kind === 'assertion') return makeAssertionKey();
    if (kind === 'jwt') return makeJwtKey();
    if (kind === 'log') return makeLogKey(logNameOf(this.config.publicUrl));
    const { makePaperRoot, makePaperSigner } = await loadPaperKeys();
    const names = { academy, host: new URL(this.config.publicUrl).host, at: this.clock.now() };
    if (kind === 'paperRoot') return makePaperRoot(names);
    const root =
      fresh.find((one) => one.kind === 'paperRoot') ?? (await this.signing()).find((one) => one.kind === 'paperRoot');
    if (!root || !('certificatePem' in root.material) || !('keyPem' in root.secret))
      throw new Error('A signer of papers needs a root');
    return makePaperSigner({ certificatePem: root.material.certificatePem, keyPem: root.secret.keyPem }, names);
  }

  /** Stores a key that signs from now on; the previous one must be retired in the same transaction. */
  async store(tx: Transaction, key: MadeKey): Promise<void> {
    const id = newId();
    await tx.of(IssuerKey).insert({
      id,
      did: this.did,
      kind: key.kind,
      keyId: key.keyId,
      material: key.material,
      sealedSecret: encryptSecret(key.secret, this.masterKey, keyName({ did: this.did, keyId: key.keyId })),
      state: 'active',
      createdAt: tx.now,
      retiredAt: null,
      compromisedAt: null,
      note: null,
    });
    await this.bind(tx, [id]);
  }

  /**
   * Changes keys and binds them again. `change` is told the time of the act.
   * @throws LogHasBeenChanged if a key was altered before: what the act says of it would not be bound
   */
  async change(tx: Transaction, ids: readonly string[], change: (at: number) => Promise<unknown>): Promise<void> {
    // Nobody else can write to them between the check and the binding.
    for (const id of [...ids].sort()) await tx.lock(IssuerKey, id);
    const genuine = await this.genuine.rowsWithin(tx.query);
    if (ids.some((id) => !genuine.some((key) => key.id === id)))
      throw new LogHasBeenChanged('it does not list a key that is to change');
    await change(await timeAfterLog(tx, this.writer));
    await this.bind(tx, ids);
  }

  private async bind(tx: Transaction, ids: readonly string[]): Promise<void> {
    await bindIssuerKeys(tx, this.writer, ids);
    tx.afterCommit(() => {
      this.cached = null;
    });
  }

  private async assemble(): Promise<void> {
    await this.makeMissing(SYSTEM);
    const { boundKeys, keys, altered } = await signingKeys(this.query, this.did, this.writer);
    // Keys were changed between the two reads of the state and of its keys, so `ready` tries again.
    if (boundKeys !== (await boundKeysNow(this.query, this.writer))) return;
    if (altered.size > 0) throw new LogHasBeenChanged(`its signing keys were altered: ${[...altered].join(', ')}`);
    this.cached = assembleRing(this.did, this.opened(keys), boundKeys);
  }

  private async makeMissing(actor: Actor): Promise<void> {
    await this.register.demandWritable();
    const { keys, altered, isWhole } = await signingKeys(this.query, this.did, this.writer);
    const unfit = unfitSigner(keys);
    const present = new Set(keys.filter(({ id }) => id !== unfit).map(({ kind }) => kind));
    const missing = KEY_KINDS.filter((kind) => !present.has(kind) && !altered.has(kind));
    if (missing.length === 0) return;
    // One of those may be the active one.
    if (!isWhole) throw new LogHasBeenChanged('keys that it lists are gone or were altered');
    const fresh: MadeKey[] = [];
    for (const kind of missing) fresh.push(await this.make(kind, fresh));
    await this.unitOfWork.run(actor, async (tx) => {
      if (unfit !== null && (await tx.lock(IssuerKey, unfit))?.state === 'active') {
        await this.change(tx, [unfit], (at) =>
          tx.of(IssuerKey).update({ id: unfit }, { state: 'retired', retiredAt: at }),
        );
      }
      const stored = new Set((await signingKeys(tx.query, this.did, this.writer)).keys.map(({ kind }) => kind));
      const needed = fresh.filter(({ kind }) => !stored.has(kind));
      if (needed.length === 0) return tx.withoutAudit('another process has made them');
      for (const key of needed) await this.store(tx, key);
      await tx.audit(
        'issuerKey.made',
        { type: 'issuerKey', id: this.did, label: this.did },
        { keys: needed.map(({ keyId }) => keyId) },
      );
    });
  }

  private async signing(): Promise<OpenKey[]> {
    return this.opened((await signingKeys(this.query, this.did, this.writer)).keys);
  }

  private opened(rows: readonly SigningKeyRow[]): OpenKey[] {
    return rows.map(({ sealedSecret, ...row }) => ({
      ...row,
      secret: decryptSecret(sealedSecret, this.masterKey, keyName({ did: this.did, keyId: row.keyId })),
    }));
  }
}
