import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, type Refusal, refuse } from '../../../platform/index.js';
import { CheckRegisterState, RegisterBinding } from '../../binding/index.js';
import {
  answered,
  canonical,
  type Check,
  type CoreRefusalCode,
  failed,
  type NumberAndName,
  ok,
  shownTo,
  showsFacts,
  unknown,
  type Verification,
} from '../../core/index.js';
import {
  certificateChecks,
  MAY_BE_GONE,
  OpenCertificate,
  OpenCertificates,
  type OpenedCertificate,
} from '../../register/index.js';
import { patternsUsed } from '../../templates/index.js';
import { idsUnderNumbers, randomCertificates } from '../data/asked-certificates.js';
import { namesMatch } from '../domain/name-matching.js';
import { type NumberReading, readNumber } from '../domain/number-reading.js';
import { VerifyFile } from './verify-file.js';

/** Characters of a number as it is compared. */
const LONGEST_KEY = 40;

/**
 * A stranger's question: is this a certificate of the academy's, and does it hold today? Who asks how often is for the
 * caller to limit (`VerificationLimits`).
 */
@Injectable()
export class VerifyCertificate {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly files: VerifyFile,
    private readonly byAddress: OpenCertificate,
    private readonly byId: OpenCertificates,
    private readonly binding: RegisterBinding,
    private readonly state: CheckRegisterState,
  ) {}

  /**
   * A typing error is told as one (`slip`). An unknown number, another person's number and a certificate
   * that its holder does not show are answered alike, after the same work.
   */
  async byNumber(asked: NumberAndName): Promise<Verification> {
    return (await this.byNumbers([asked]))[0]!;
  }

  /** Many at once, in their order: as many queries as for one. Two hundred take some 20 ms. */
  async byNumbers(asked: readonly NumberAndName[]): Promise<Verification[]> {
    const patterns = await patternsUsed(this.reads.query);
    const readings = await this.issuedAnyway(asked.map(({ number }) => ({ number, ...readNumber(number, patterns) })));
    const keys = readings.flatMap((reading) => (reading.kind === 'plausible' ? [reading.key] : []));
    const opened = await this.openedByNumber(keys);
    const notFound = await this.notFound();
    return readings.map((reading, at) => {
      // Where records may be gone, the patterns that find typing errors may have been altered as well.
      if (reading.kind !== 'plausible' && notFound.outcome === 'unknown') return answered([notFound]);
      if (reading.kind !== 'plausible') return answered([failed('number')], { slip: slipIn(reading) });
      const certificate = opened.get(reading.key);
      return certificate && isAskedFor(certificate, asked[at]!.name)
        ? this.standing(certificate, [ok('number')])
        : answered([ok('number'), notFound]);
    });
  }

  /** A number that was issued has no typing error: the patterns stand in templates, which nothing binds. */
  private async issuedAnyway(
    readings: readonly (NumberReading & { readonly number: string })[],
  ): Promise<NumberReading[]> {
    const keyOf = (number: string): string => canonical(number).slice(0, LONGEST_KEY);
    const slips = readings.flatMap(({ kind, number }) => (kind === 'plausible' ? [] : [keyOf(number)]));
    const { query } = this.reads;
    const issued = await this.binding.idsByNumber(query, slips);
    const stored = await idsUnderNumbers(query, slips);
    return readings.map((reading) => {
      const key = keyOf(reading.number);
      return reading.kind !== 'plausible' && (issued.has(key) || stored.has(key))
        ? { kind: 'plausible', key }
        : reading;
    });
  }

  /**
   * The record is opened whatever the name, for an altered name must not pass for another person's; and another's is
   * where the number is unknown, which must not be told by the time that it takes.
   */
  private async openedByNumber(numberKeys: readonly string[]): Promise<ReadonlyMap<string, OpenedCertificate>> {
    const { query } = this.reads;
    const keys = [...new Set(numberKeys)];
    const [issued, stored] = [await this.binding.idsByNumber(query, keys), await idsUnderNumbers(query, keys)];
    const known = keys.flatMap((key) => {
      const id = issued.get(key) ?? stored.get(key);
      return id === undefined ? [] : [{ key, id }];
    });
    const others = await randomCertificates(query, keys.length - known.length);
    const opened = await this.byId.execute([...known.map(({ id }) => id), ...others]);
    return new Map(
      known.flatMap(({ key, id }) => {
        const certificate = opened.get(id);
        if (!certificate) return [];
        return [[key, isOfNumber(certificate, key) ? certificate : MAY_BE_GONE]];
      }),
    );
  }

  /** Where records may be gone, what is not found may have been there. */
  private async notFound(): Promise<Check> {
    return (await this.state.mayLackRecords())
      ? unknown('register', 'recordsDisagree')
      : failed('register', 'notMatched');
  }

  /** By the random part of the address that the QR code opens. */
  async byToken(token: string): Promise<Verification> {
    const opened = await this.byAddress.execute(token);
    if (!opened) return answered([failed('register', 'notMatched')]);
    const sight = opened.shown ? shownTo({ way: 'address' }, opened.shown.certificate) : 'everything';
    if (sight === 'revocation') return answered([ok('register'), failed('notRevoked', 'hidden')]);
    return showsFacts(sight) ? this.standing(opened) : answered([unknown('register', 'hidden')]);
  }

  /**
   * A PDF, PNG, JSON or JWT file, by what it is;
   * those of other issuers are checked as far as that goes without asking them.
   */
  byFile(bytes: Buffer): Promise<Verification> {
    return this.files.execute(bytes);
  }

  private standing(opened: OpenedCertificate, before: readonly Check[] = []): Verification {
    const checks = [...before, ...certificateChecks(opened, this.clock.today())];
    return answered(checks, { certificate: opened.shown?.certificate ?? null });
  }
}

/** What could not be checked is said so whatever the name. */
function isAskedFor({ shown }: OpenedCertificate, name: string): boolean {
  if (!shown) return true;
  const { facts } = shown.certificate;
  return namesMatch(name, facts.recipient) && shownTo({ way: 'numberAndName' }, shown.certificate) !== 'nothing';
}

/** A number that leads to a record of another is somebody's doing: which of the two is true is not known here. */
const isOfNumber = ({ shown }: OpenedCertificate, key: string): boolean =>
  !shown || canonical(shown.certificate.facts.number) === key;

function slipIn(reading: Exclude<NumberReading, { kind: 'plausible' }>): Refusal<CoreRefusalCode> {
  if (reading.kind === 'wrongLength')
    return refuse('numberWrongLength', { length: reading.length, expected: reading.expected }, 'number');
  if (reading.kind === 'wrongCharacter')
    return refuse('numberWrongCharacter', { position: reading.position, character: reading.character }, 'number');
  if (reading.position === null) return refuse('numberWrongCheck', {}, 'number');
  return refuse('numberWrongCheckAt', { position: reading.position, character: reading.character }, 'number');
}
