import { Injectable } from '@nestjs/common';
import { type Ask, Clock, Reads } from '../../platform/index.js';
import { checkFile, type CheckedFile } from '../credential/check-file.js';
import { ownKeysFrom } from '../credential/check-keys.js';
import { contentHash, fileHash } from '../credential/fingerprints.js';
import { claimsOf, hasStatus, tokenIn } from '../credential/read-claims.js';
import { certificateById, certificateByToken, type CertificateRow } from '../data/certificates.js';
import { entriesOf } from '../data/log-reads.js';
import { certificateIdOf, sealedOf } from '../data/sealed-files.js';
import { type Sealed, unaltered } from '../domain/unaltered.js';
import { isInOrder } from '../domain/register-check.js';
import { answered, failed, ok, standingOn, unknown } from '../domain/verdict.js';
import type { Check, ForeignClaims, Verification } from '../domain/verification.js';
import { CheckRegister } from './binding/check-register.js';
import { IssuerKeys } from './issuer-keys.js';

interface Compared extends CheckedFile {
  readonly sha256: string;
  readonly contentHash: string | null;
}

/** A stranger's file: what it proves by itself, and what the register says. The file is not kept, and nothing is fetched. */
@Injectable()
export class VerifyFile {
  private readonly ask: Ask;

  constructor(reads: Reads, private readonly clock: Clock, private readonly keys: IssuerKeys, private readonly register: CheckRegister) {
    this.ask = (query) => reads.all(query);
  }

  async of(bytes: Buffer): Promise<Verification> {
    const checked = await checkFile(bytes, ownKeysFrom(await this.keys.publicKeys()));
    const file: Compared = { ...checked, sha256: fileHash(bytes, checked.form), contentHash: checked.credential ? contentHash(checked.credential) : null };
    const said = file.ours || file.credential === null ? await this.besideTheRegister(file) : this.foreign(file);
    return { ...said, file: { form: file.form, sha256: file.sha256 } };
  }

  private async besideTheRegister(file: Compared): Promise<Verification> {
    const certificate = await this.certificateOf(file);
    if (!certificate) return answered([...file.checks, ...(file.ours ? [failed('register', 'notIssuedHere')] : [])]);
    const sealed = await sealedOf(this.ask, certificate.id);
    const same = sealed && file.form ? unaltered({ ...file, form: file.form }, sealed) : unknown('unaltered');
    // A forged register must not vouch for a file, nor accuse one: what of the record is wrong is not known here.
    if (!isInOrder(await this.register.of(certificate.id))) return answered([...file.checks, unknown('register', 'recordsDisagree')]);
    const checks = [...file.checks, ok('register'), same, ...standingOn(this.clock.today(), certificate), await this.logged(certificate.id, sealed)];
    return answered(checks, { certificate });
  }

  private async certificateOf(file: Compared): Promise<CertificateRow | null> {
    const id = await certificateIdOf(this.ask, file);
    if (id !== null) return certificateById(this.ask, id);
    const token = file.credential && file.ours ? tokenIn(file.credential) : null;
    return token === null ? null : certificateByToken(this.ask, token);
  }

  private async logged(certificateId: string, sealed: Sealed | null): Promise<Check> {
    const entries = (await entriesOf(this.ask, [certificateId])).filter(({ kind }) => kind !== 'revoke');
    if (entries.length === 0 || !sealed) return unknown('log', 'notLogged');
    return entries.some(({ credentialHash }) => credentialHash === sealed.contentHash) ? ok('log') : failed('log');
  }

  /** Another issuer's credential: its signature and its days are told, its status cannot be. */
  private foreign(file: Compared): Verification {
    const claims = claimsOf(file.credential ?? {}, file.issuerId ?? '');
    const status = file.credential && hasStatus(file.credential) ? unknown('notRevoked', 'foreignStatus') : ok('notRevoked', 'noStatus');
    const fits = file.checks.every(({ outcome }) => outcome === 'ok');
    const foreign = fits ? claims : { ...claims, issuerName: null, recipient: null, achievement: null, validFrom: null, validUntil: null };
    return answered([...file.checks, ...(fits ? [status, this.daysOf(claims)] : [])], { foreign });
  }

  private daysOf({ validFrom, validUntil }: ForeignClaims): Check {
    if (validFrom !== null && validFrom > this.clock.now()) return unknown('notExpired', 'notYetValid');
    return validUntil !== null && validUntil < this.clock.now() ? failed('notExpired') : ok('notExpired');
  }
}
