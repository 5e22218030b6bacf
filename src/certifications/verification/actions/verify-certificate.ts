import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, type Refusal, refuse } from '../../../platform/index.js';
import { type IdsByNumber, WatchRegister, RegisterBinding } from '../../binding/index.js';
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
import { allIdsByNumber, randomCertificates } from '../data/certificate-lookup.js';
import { namesMatch } from '../domain/name-matching.js';
import { type NumberReading, readNumber } from '../domain/number-reading.js';
import { VerifyFile } from './verify-file.js';

/** Characters of a canonical number. */
const LONGEST_KEY = 40;

/**
 * Verifies for anybody whether this is a certificate of the academy, and valid today. The caller must limit how often
 * (`VerificationLimits`).
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
    private readonly state: WatchRegister,
  ) {}

  /**
   * Reports a typing error as such (`slip`). An unknown number, another person's number and a hidden certificate get
   * the same answer after the same work.
   */
  async byNumber(question: NumberAndName): Promise<Verification> {
    return (await this.byNumbers([question]))[0]!;
  }

  /** Answers in order, with as many queries as for one. Two hundred take about 20 ms. */
  async byNumbers(questions: readonly NumberAndName[]): Promise<Verification[]> {
    const patterns = await patternsUsed(this.reads.query);
    const readings = await this.acceptIssued(
      questions.map(({ number }) => ({ number, ...readNumber(number, patterns) })),
    );
    const keys = readings.flatMap((reading) => (reading.kind === 'plausible' ? [reading.key] : []));
    const opened = await this.openedByNumber(keys);
    const notFound = await this.notFound();
    return readings.map((reading, at) => {
      // If records may be missing, the patterns that detect typing errors may have been altered as well.
      if (reading.kind !== 'plausible' && notFound.outcome === 'unknown') return answered([notFound]);
      if (reading.kind !== 'plausible') return answered([failed('number')], { slip: slipRefusal(reading) });
      const certificate = opened.get(reading.key);
      return certificate && matchesName(certificate, questions[at]!.name)
        ? this.standing(certificate, [ok('number')])
        : answered([ok('number'), notFound]);
    });
  }

  /** A number that was issued has no typing error, whatever the patterns say: templates are not bound. */
  private async acceptIssued(
    readings: readonly (NumberReading & { readonly number: string })[],
  ): Promise<NumberReading[]> {
    const keyOf = (number: string): string => canonical(number).slice(0, LONGEST_KEY);
    const slips = readings.flatMap(({ kind, number }) => (kind === 'plausible' ? [] : [keyOf(number)]));
    const ids = await this.idsByNumber(slips);
    return readings.map((reading) => {
      const key = keyOf(reading.number);
      return reading.kind !== 'plausible' && ids.has(key) ? { kind: 'plausible', key } : reading;
    });
  }

  /**
   * Opens the record whatever the name: an altered name must not look like another person's. For an unknown number it
   * opens a random record, so that timing does not reveal it.
   */
  private async openedByNumber(numberKeys: readonly string[]): Promise<ReadonlyMap<string, OpenedCertificate>> {
    const { query } = this.reads;
    const keys = [...new Set(numberKeys)];
    const ids = await this.idsByNumber(keys);
    const others = await randomCertificates(query, keys.length - ids.size);
    const opened = await this.byId.execute([...[...ids.values()].flatMap((some) => [...some]), ...others]);
    return new Map(
      [...ids].map(([key, some]) => {
        const [certificate, ...more] = [...some].map((id) => opened.get(id));
        const isItsOwn = certificate !== undefined && more.length === 0 && isOfNumber(certificate, key);
        return [key, isItsOwn ? certificate : MAY_BE_GONE];
      }),
    );
  }

  private async idsByNumber(numberKeys: readonly string[]): Promise<IdsByNumber> {
    const { query } = this.reads;
    return allIdsByNumber(query, await this.binding.idsByNumber(query, numberKeys), numberKeys);
  }

  /** If records may be missing, "not found" proves nothing. */
  private async notFound(): Promise<Check> {
    return (await this.state.mayLackRecords())
      ? unknown('register', 'recordsDisagree')
      : failed('register', 'notMatched');
  }

  /** By the token in the address that the QR code opens. */
  async byToken(token: string): Promise<Verification> {
    const opened = await this.byAddress.execute(token);
    if (!opened) return answered([failed('register', 'notMatched')]);
    const visible = opened.shown ? shownTo({ way: 'address' }, opened.shown.certificate) : 'everything';
    if (visible === 'revocation') return answered([ok('register'), failed('notRevoked', 'hidden')]);
    return showsFacts(visible) ? this.standing(opened) : answered([unknown('register', 'hidden')]);
  }

  /**
   * A PDF, PNG, JSON or JWT file, recognized by content. Files of other issuers are checked as far as possible offline.
   * @param sender id of the account, or else the network that sent it; `null` for the academy's own files
   */
  byFile(bytes: Buffer, sender: string | null = null): Promise<Verification> {
    return this.files.execute(bytes, sender);
  }

  private standing(opened: OpenedCertificate, before: readonly Check[] = []): Verification {
    const checks = [...before, ...certificateChecks(opened, this.clock.today())];
    return answered(checks, { certificate: opened.shown?.certificate ?? null });
  }
}

/** A record that could not be checked is reported as such, whatever the name. */
export function matchesName({ shown }: OpenedCertificate, name: string): boolean {
  if (!shown) return true;
  const { facts } = shown.certificate;
  return namesMatch(name, facts.recipient) && shownTo({ way: 'numberAndName' }, shown.certificate) !== 'nothing';
}

/** A number that leads to a record with another number was tampered with; which of the two is true is unknown here. */
const isOfNumber = ({ shown }: OpenedCertificate, key: string): boolean =>
  !shown || canonical(shown.certificate.facts.number) === key;

function slipRefusal(reading: Exclude<NumberReading, { kind: 'plausible' }>): Refusal<CoreRefusalCode> {
  if (reading.kind === 'wrongLength')
    return refuse('numberWrongLength', { length: reading.length, expected: reading.expected }, 'number');
  if (reading.kind === 'wrongCharacter')
    return refuse('numberWrongCharacter', { position: reading.position, character: reading.character }, 'number');
  if (reading.position === null) return refuse('numberWrongCheck', {}, 'number');
  return refuse('numberWrongCheckAt', { position: reading.position, character: reading.character }, 'number');
}
