import { Inject, Injectable } from '@nestjs/common';
import { type QueryFunction, Clock, CONFIG, type Config, ReadDatabase } from '../../../platform/index.js';
import type { RegisterRecord } from '../../binding/index.js';
import {
  answered,
  type Check,
  failed,
  type FileForm,
  type ForeignClaims,
  ok,
  unknown,
  type Verification,
} from '../../core/index.js';
import {
  type AcademyIdentity,
  claimsOf,
  contentHash,
  type ExaminedFile,
  FileChecker,
  fileHash,
  documentBytes,
  hasStatus,
  hostOfDid,
  identityOf,
  ownKeysFrom,
  type PublicKey,
  isSameStatement,
  tokenIn,
} from '../../documents/index.js';
import { GenuineKeys } from '../../issuer/index.js';
import { FollowLog, issueIn, loggedForms } from '../../log/index.js';
import {
  certificateChecks,
  MAY_BE_GONE,
  OpenCertificate,
  OpenCertificates,
  type OpenedCertificate,
} from '../../register/index.js';
import { certificateOfFile } from '../data/signed-files.js';
import { isSignedFile, type SignedHashes, unaltered } from '../domain/unaltered.js';
import { OwnNames, type OwnNamesReading } from './own-names.js';

interface ComparedFile extends ExaminedFile {
  readonly bytes: Buffer;
  readonly sender: string | null;
  /** The academy's keys and names with which it was checked. */
  readonly keys: readonly PublicKey[];
  readonly academy: AcademyIdentity;
  readonly sha256: string;
  readonly identity: string;
  readonly contentHash: string | null;
}

interface SignedCertificate {
  readonly signed: SignedHashes;
  readonly certificateId: string;
  /** When its issue was logged. */
  readonly loggedAt: number;
}

/**
 * Verifies an uploaded file: what it proves by itself, and what the register says. The file is not stored, and nothing
 * is fetched.
 */
@Injectable()
export class VerifyFile {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly keys: GenuineKeys,
    private readonly names: OwnNames,
    @Inject(CONFIG) private readonly config: Config,
    private readonly checker: FileChecker,
    private readonly byAddress: OpenCertificate,
    private readonly byId: OpenCertificates,
    private readonly log: FollowLog,
  ) {
    this.query = reads.query;
  }

  /** @param sender account or network, whose files are checked one at a time; `null` for the academy's own files */
  async execute(bytes: Buffer, sender: string | null = null): Promise<Verification> {
    const keys = await this.keys.publicKeysIfWhole();
    if (keys === null)
      return { ...answered([unknown('register', 'recordsDisagree')]), file: { form: null, sha256: fileHash(bytes) } };
    const academy = await this.identity(keys);
    const checked = await this.checker.execute(bytes, { keys: ownKeysFrom(keys), academy }, sender);
    const [sha256, identity] = [fileHash(bytes), identityOf(bytes, checked.form)];
    const claim = claimCheck(checked, academy.isComplete);
    const file: ComparedFile = {
      ...checked,
      bytes,
      sender,
      keys,
      academy,
      checks: [...checked.checks, ...claim],
      sha256,
      identity,
      contentHash: checked.credential ? contentHash(checked.credential) : null,
    };
    const result =
      file.ours || file.credential === null || !isCertificate(file)
        ? await this.compareWithRegister(file)
        : this.foreign(file);
    return { ...result, file: { form: file.form, sha256 } };
  }

  private async compareWithRegister(file: ComparedFile): Promise<Verification> {
    const opened = await this.certificateOf(file);
    if (!opened) return answered([...file.checks, ...(file.ours && isCertificate(file) ? [notIssued(file)] : [])]);
    // An altered record must neither confirm a file nor discredit it: what is wrong in the record is unknown here.
    if (!opened.shown || !opened.record) return answered([...file.checks, unknown('register', 'recordsDisagree')]);
    const { certificate } = opened.shown;
    const signed = signedHashesOf(opened.record);
    const fileChecks =
      signed && file.form
        ? await this.compareWithSigned(file, file.form, {
            signed,
            certificateId: certificate.id,
            loggedAt: issueIn(opened.record.entries)?.at ?? Number.POSITIVE_INFINITY,
          })
        : [...file.checks, unknown('unaltered')];
    const recordChecks = certificateChecks(opened, this.clock.today()).filter(({ step }) => step !== 'unaltered');
    return answered([...fileChecks, ...recordChecks], { certificate });
  }

  /**
   * The file's own steps and the comparison. An original file needs no valid key. What others have added to the
   * academy's statement (a proof, a context) keeps the signature from being checked, but makes no false claim.
   */
  private async compareWithSigned(
    file: ComparedFile,
    form: FileForm,
    { signed, certificateId, loggedAt }: SignedCertificate,
  ): Promise<Check[]> {
    const differs = file.credential !== null && file.contentHash !== signed.contentHash;
    const original = differs ? await documentBytes(this.query, certificateId, 'json') : null;
    const sameStatement =
      original !== null && file.credential !== null && isSameStatement(file.credential, original.bytes, file.checks);
    const submitted = { ...file, form, sameStatement };
    const isOriginal = isSignedFile(submitted, signed);
    const isAddedTo =
      sameStatement && file.checks.some(({ why }) => why === 'unknownContext' || why === 'unknownProof');
    const isCompromised = file.checks.some(({ why }) => why === 'keyCompromised');
    const isOlder = isOriginal && isCompromised && (await this.isOlderThanCompromise(file, loggedAt));
    return [
      ...file.checks
        .filter(({ step }) => !(isAddedTo && step === 'claims'))
        .map((check) => (isOlder && check.why === 'keyCompromised' ? ok(check.step, 'sealedBefore') : check)),
      unaltered(submitted, signed),
    ];
  }

  /** Whether its keys were still the academy's alone when the issue was logged. */
  private async isOlderThanCompromise(
    { bytes, sender, keys, academy }: ComparedFile,
    loggedAt: number,
  ): Promise<boolean> {
    const then = keys.map((key) =>
      key.compromisedAt !== null && key.compromisedAt >= loggedAt ? { ...key, state: 'retired' as const } : key,
    );
    const { checks } = await this.checker.execute(bytes, { keys: ownKeysFrom(then), academy }, sender);
    return checks.every(({ why }) => why !== 'keyCompromised');
  }

  private async certificateOf(file: ComparedFile): Promise<OpenedCertificate | null> {
    const owner = await certificateOfFile(this.query, file);
    if (owner !== null) {
      const opened = (await this.byId.byId(owner.id)) ?? MAY_BE_GONE;
      // The column that finds a file by its bytes is not bound, so the log entry must name the bytes too.
      const isMisled = owner.by === 'bytes' && opened.shown?.forms[file.form ?? ''] !== file.identity;
      return isMisled ? MAY_BE_GONE : opened;
    }
    if ([file.contentHash, file.identity].some((sha256) => sha256 !== null && this.log.hasIssuedCredential(sha256)))
      return MAY_BE_GONE;
    const token = file.credential && file.ours ? tokenIn(file.credential) : null;
    return token === null ? null : this.byAddress.execute(token);
  }

  /** Another issuer's credential: signature and dates can be checked, its status cannot. */
  private foreign(file: ComparedFile): Verification {
    const said = file.statement === undefined ? file.credential : file.statement;
    const claims = claimsOf({ ...file, credential: said });
    const signed = file.checks.some(({ step, outcome }) => step === 'signature' && outcome === 'ok');
    const fits =
      signed && said !== null && file.checks.every(({ step, outcome }) => outcome !== 'failed' || step === 'claims');
    const shown = fits && file.checks.every(({ step }) => step !== 'claims');
    const foreign = shown
      ? claims
      : { ...claims, issuerName: null, recipient: null, achievement: null, validFrom: null, validUntil: null };
    const status =
      said !== null && hasStatus(said) ? unknown('notRevoked', 'foreignStatus') : unknown('notRevoked', 'noStatus');
    return answered([...file.checks, unknown('register', 'notOurs'), ...(fits ? [status, this.daysOf(claims)] : [])], {
      foreign,
    });
  }

  private daysOf({ validFrom, validUntil }: ForeignClaims): Check {
    if (validFrom !== null && validFrom > this.clock.now()) return unknown('notExpired', 'notYetValid');
    return validUntil !== null && validUntil < this.clock.now() ? failed('notExpired') : ok('notExpired');
  }

  private async identity(keys: readonly PublicKey[]): Promise<AcademyIdentity & OwnNamesReading> {
    const hosts = keys.flatMap(({ did }) => hostOfDid(did) ?? []);
    return {
      ...(await this.names.execute(keys)),
      hosts: [...new Set([new URL(this.config.publicUrl).host, ...hosts])],
    };
  }
}

/**
 * The signed hashes of a certificate, from its log entry: the hashes beside the stored documents are not bound.
 * For intact records only, whose log entry agrees; `null` without documents.
 */
function signedHashesOf({ credentialHash, entries }: RegisterRecord): SignedHashes | null {
  if (credentialHash === null) return null;
  const files = Object.entries(loggedForms(entries.map(({ text }) => text))).map(([form, sha256]) => ({
    form,
    sha256,
  }));
  return { contentHash: credentialHash, files };
}

/**
 * Whether a file presents itself as the academy's without its signature. A broken signature of the academy has its own
 * step; other documents (status list, DID document) make no claim, but an answer to a list may.
 * @param isComplete whether every name of the academy is known
 */
function claimCheck({ claim, checks, ours, credential }: ExaminedFile, isComplete: boolean): Check[] {
  const outcomeOf = (step: Check['step']): string | undefined => checks.find((check) => check.step === step)?.outcome;
  const signature = outcomeOf('signature');
  const isOther = checks.some(
    ({ step, outcome, why }) => step === 'format' && outcome === 'failed' && why !== 'signedAnswer',
  );
  if (isOther || (ours && (signature === 'ok' || signature === 'failed'))) return [];
  if (claim !== null) return [failed('claims', claim)];
  return isComplete || credential === null ? [] : [unknown('claims', 'recordsDisagree')];
}

function notIssued({ checks }: ComparedFile): Check {
  const signed = checks.some(({ step, outcome }) => step === 'issuerKey' && outcome === 'ok');
  return signed ? failed('register', 'notIssuedHere') : failed('register');
}

function isCertificate({ checks }: ExaminedFile): boolean {
  return checks.every(({ step, outcome }) => step !== 'format' || outcome !== 'failed');
}
