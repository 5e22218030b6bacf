import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, type Refusal, refuse } from '../../../platform/index.js';
import { registerChecks } from '../../binding/index.js';
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
  standingOn,
  unknown,
  type Verification,
} from '../../core/index.js';
import { OpenCertificate, OpenCertificates, type OpenedCertificate } from '../../register/index.js';
import { patternsUsed } from '../../templates/index.js';
import { namesUnder } from '../data/names-under-number.js';
import { namesMatch } from '../domain/name-matching.js';
import { type NumberReading, readNumber } from '../domain/number-reading.js';
import { VerifyFile } from './verify-file.js';

/** Compared where a number is unknown, so that an unknown number takes as long as another person's. */
const NOBODY = { id: '', name: '\u0000\u0000', latinName: '\u0000 \u0000' };

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
  ) {}

  /**
   * A typing error is told without a look-up (`slip`). An unknown number, another person's number and a certificate
   * that its holder does not show are answered alike, after the same work.
   */
  async byNumber(asked: NumberAndName): Promise<Verification> {
    return (await this.byNumbers([asked]))[0]!;
  }

  /** Many at once, in their order: as many queries as for one. Two hundred take some 20 ms. */
  async byNumbers(asked: readonly NumberAndName[]): Promise<Verification[]> {
    const { query } = this.reads;
    const patterns = await patternsUsed(query);
    const readings = asked.map(({ number }) => readNumber(number, patterns));
    const known = await namesUnder(
      query,
      readings.flatMap((reading) => (reading.kind === 'plausible' ? [reading.key] : [])),
    );
    const agreed = asked.map(({ name }, at) => {
      const reading = readings[at]!;
      const under = reading.kind === 'plausible' ? known.get(reading.key) : undefined;
      const matches = namesMatch(name, under ?? NOBODY);
      return under && matches && shownTo({ way: 'numberAndName' }, under) !== 'nothing' ? under.id : null;
    });
    const opened = await this.byId.execute([...new Set(agreed.filter((id) => id !== null))]);
    return readings.map((reading, at) => {
      if (reading.kind !== 'plausible') return answered([failed('number')], { slip: slipIn(reading) });
      const certificate = opened.get(agreed[at] ?? '');
      if (!certificate || !isAskedFor(certificate, reading.key, asked[at]!.name))
        return answered([ok('number'), failed('register', 'notMatched')]);
      return this.standing(certificate, [ok('number'), ok('register')]);
    });
  }

  /** By the random part of the address that the QR code opens. */
  async byToken(token: string): Promise<Verification> {
    const opened = await this.byAddress.execute(token);
    if (!opened) return answered([failed('register', 'notMatched')]);
    const sight = opened.shown ? shownTo({ way: 'address' }, opened.shown.certificate) : 'everything';
    if (sight === 'revocation') return answered([ok('register'), failed('notRevoked', 'hidden')]);
    return showsFacts(sight) ? this.standing(opened, [ok('register')]) : answered([unknown('register', 'hidden')]);
  }

  /**
   * A PDF, PNG, JSON or JWT file, by what it is;
   * those of other issuers are checked as far as that goes without asking them.
   */
  byFile(bytes: Buffer): Promise<Verification> {
    return this.files.execute(bytes);
  }

  /** The register's own steps first: of a record that is not as it was issued nothing else is told. */
  private standing({ answer, shown }: OpenedCertificate, before: readonly Check[]): Verification {
    const standing = shown ? standingOn(this.clock.today(), shown.certificate) : [];
    return answered([...before, ...registerChecks(answer), ...standing], { certificate: shown?.certificate ?? null });
  }
}

/** Asks the record that was judged once more: the names were read before it. */
function isAskedFor({ shown }: OpenedCertificate, key: string, name: string): boolean {
  if (!shown) return true;
  const { facts } = shown.certificate;
  return (
    canonical(facts.number) === key &&
    namesMatch(name, facts.recipient) &&
    shownTo({ way: 'numberAndName' }, shown.certificate) !== 'nothing'
  );
}

function slipIn(reading: Exclude<NumberReading, { kind: 'plausible' }>): Refusal<CoreRefusalCode> {
  if (reading.kind === 'wrongLength')
    return refuse('numberWrongLength', { length: reading.length, expected: reading.expected }, 'number');
  if (reading.kind === 'wrongCharacter')
    return refuse('numberWrongCharacter', { position: reading.position, character: reading.character }, 'number');
  if (reading.position === null) return refuse('numberWrongCheck', {}, 'number');
  return refuse('numberWrongCheckAt', { position: reading.position, character: reading.character }, 'number');
}
