import { Inject, Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { type QueryFunction, Clock, CONFIG, type Config, ReadDatabase } from '../../../platform/index.js';
import { CheckRegisterState, type RegisterRecord } from '../../binding/index.js';
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
  formOf,
  hasStatus,
  hostOfDid,
  identityOf,
  ownKeysFrom,
  type PublicKey,
  saysTheSame,
  tokenIn,
} from '../../documents/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import { FollowLog, loggedForms } from '../../log/index.js';
import {
  certificateChecks,
  MAY_BE_GONE,
  OpenCertificate,
  OpenCertificates,
  type OpenedCertificate,
} from '../../register/index.js';
import { certificateOfFile } from '../data/signed-files.js';
import { isSignedFile, type SignedHashes, unaltered } from '../domain/unaltered.js';

interface Compared extends ExaminedFile {
  readonly sha256: string;
  readonly identity: string;
  readonly contentHash: string | null;
}

/**
 * A stranger's file: what it proves by itself, and what the register says. The file is not kept, and nothing is
 * fetched.
 */
@Injectable()
export class VerifyFile {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly keys: IssuerKeys,
    private readonly profile: AcademyProfile,
    @Inject(CONFIG) private readonly config: Config,
    private readonly checker: FileChecker,
    private readonly byAddress: OpenCertificate,
    private readonly byId: OpenCertificates,
    private readonly state: CheckRegisterState,
    private readonly log: FollowLog,
  ) {
    this.query = reads.query;
  }

  async execute(bytes: Buffer): Promise<Verification> {
    if ((await this.state.execute()) !== null)
      return { ...answered([unknown('register', 'recordsDisagree')]), file: { form: null, sha256: fileHash(bytes) } };
    const keys = await this.keys.publicKeys();
    const checked = await this.checker.execute(bytes, { keys: ownKeysFrom(keys), academy: this.identity(keys) });
    const [sha256, identity] = [fileHash(bytes), identityOf(bytes, checked.form)];
    const claim = claimIn(checked);
    const file: Compared = {
      ...checked,
      checks: [...checked.checks, ...claim],
      sha256,
      identity,
      contentHash: checked.credential ? contentHash(checked.credential) : null,
    };
    const said =
      file.ours || file.credential === null || !isCertificate(file)
        ? await this.besideTheRegister(file)
        : this.foreign(file);
    return { ...said, file: { form: file.form, sha256 } };
  }

  private async besideTheRegister(file: Compared): Promise<Verification> {
    const opened = await this.certificateOf(file);
    if (!opened) return answered([...file.checks, ...(file.ours && isCertificate(file) ? [notIssued(file)] : [])]);
    // A forged register must not vouch for a file, nor accuse one: what of the record is wrong is not known here.
    if (!opened.shown || !opened.record) return answered([...file.checks, unknown('register', 'recordsDisagree')]);
    const { certificate } = opened.shown;
    const sealed = signedHashesOf(opened.record);
    const same =
      sealed && file.form
        ? await this.compared(file, file.form, { sealed, certificateId: certificate.id })
        : [...file.checks, unknown('unaltered')];
    const ofTheRecord = certificateChecks(opened, this.clock.today()).filter(({ step }) => step !== 'unaltered');
    return answered([...same, ...ofTheRecord], { certificate });
  }

  /** The file's own steps with what the comparison adds: a sealed file needs no key to vouch for it. */
  private async compared(
    file: Compared,
    form: FileForm,
    { sealed, certificateId }: { readonly sealed: SignedHashes; readonly certificateId: string },
  ): Promise<Check[]> {
    const differs = file.credential !== null && file.contentHash !== sealed.contentHash;
    const original = differs ? await formOf(this.query, certificateId, 'json') : null;
    const sameStatement =
      original !== null && file.credential !== null && saysTheSame(file.credential, original.bytes, file.checks);
    const came = { ...file, form, sameStatement };
    const known = isSignedFile(came, sealed);
    return [
      ...file.checks.map((check) => (known && check.why === 'keyCompromised' ? ok(check.step, 'sealedBefore') : check)),
      unaltered(came, sealed),
    ];
  }

  private async certificateOf(file: Compared): Promise<OpenedCertificate | null> {
    const owner = await certificateOfFile(this.query, file);
    if (owner !== null) {
      const opened = (await this.byId.byId(owner.id)) ?? MAY_BE_GONE;
      // Nothing binds the column that bytes are found by: the entry of the certificate must name them too.
      const isMisled = owner.by === 'bytes' && opened.shown?.forms[file.form ?? ''] !== file.identity;
      return isMisled ? MAY_BE_GONE : opened;
    }
    if ([file.contentHash, file.identity].some((sha256) => sha256 !== null && this.log.hasIssuedCredential(sha256)))
      return MAY_BE_GONE;
    const token = file.credential && file.ours ? tokenIn(file.credential) : null;
    return token === null ? null : this.byAddress.execute(token);
  }

  /** Another issuer's credential: its signature and its days are told, its status cannot be. */
  private foreign(file: Compared): Verification {
    const claims = claimsOf(file.credential ?? {}, file.issuerId ?? '');
    const signed = file.checks.some(({ step, outcome }) => step === 'signature' && outcome === 'ok');
    const fits = signed && file.checks.every(({ step, outcome }) => outcome !== 'failed' || step === 'claims');
    const shown = fits && file.checks.every(({ step }) => step !== 'claims');
    const foreign = shown
      ? claims
      : { ...claims, issuerName: null, recipient: null, achievement: null, validFrom: null, validUntil: null };
    const status =
      file.credential && hasStatus(file.credential)
        ? unknown('notRevoked', 'foreignStatus')
        : unknown('notRevoked', 'noStatus');
    return answered([...file.checks, unknown('register', 'notOurs'), ...(fits ? [status, this.daysOf(claims)] : [])], {
      foreign,
    });
  }

  private daysOf({ validFrom, validUntil }: ForeignClaims): Check {
    if (validFrom !== null && validFrom > this.clock.now()) return unknown('notExpired', 'notYetValid');
    return validUntil !== null && validUntil < this.clock.now() ? failed('notExpired') : ok('notExpired');
  }

  private identity(keys: readonly PublicKey[]): AcademyIdentity {
    const academy = this.profile.current();
    const hosts = keys.flatMap(({ did }) => hostOfDid(did) ?? []);
    return {
      names: academy ? [academy.nameZh, academy.nameEn] : [],
      hosts: [...new Set([new URL(this.config.publicUrl).host, ...hosts])],
    };
  }
}

/**
 * What was sealed of a certificate, as its entry in the log says: nothing binds the hashes beside the stored documents.
 * Of a record that is in order, whose log agrees with its seal; `null` without documents.
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
 * Whether it presents itself as the academy's without its signature. Where a signature of the academy's no longer
 * fits, that
 * is said already; what is no certificate (a signed answer, a status list, the did document) makes no claim.
 */
function claimIn({ claim, checks, ours }: ExaminedFile): Check[] {
  const outcomeOf = (step: Check['step']): string | undefined => checks.find((check) => check.step === step)?.outcome;
  const signature = outcomeOf('signature');
  if (claim === null || outcomeOf('format') === 'failed' || (ours && (signature === 'ok' || signature === 'failed')))
    return [];
  return [failed('claims', claim)];
}

function notIssued({ checks }: Compared): Check {
  const signed = checks.some(({ step, outcome }) => step === 'issuerKey' && outcome === 'ok');
  return signed ? failed('register', 'notIssuedHere') : failed('register');
}

function isCertificate({ checks }: ExaminedFile): boolean {
  return checks.every(({ step, outcome }) => step !== 'format' || outcome !== 'failed');
}
