import { Injectable } from '@nestjs/common';
import { Reads, type Refusal, refuse, Throttle } from '../../platform/index.js';
import { certificateByNumber } from '../data/certificates.js';
import { patternsUsed } from '../data/templates.js';
import { namesMatch } from '../domain/name-matching.js';
import { type NumberReading, readNumber } from '../domain/number-reading.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';
import { shownTo } from '../domain/visibility.js';

const PER_ADDRESS = { name: 'verification', most: 40, within: 15 * 60_000 };
const NOBODY = { name: '\u0000', latinName: null };

export type Verification = { readonly token: string } | { readonly refusal: Refusal<CertificationRefusalCode>; readonly wait: number };

/** A stranger's question: is this number that person's certificate? */
@Injectable()
export class VerifyCertificate {
  constructor(private readonly reads: Reads, private readonly throttle: Throttle) {}

  /**
   * A typing error is told without a look-up. An unknown number and another person's number are answered alike, so that
   * nobody can learn who holds what. `wait`: seconds, where the address has asked too often.
   */
  async of({ number, name, ip }: { readonly number: string; readonly name: string; readonly ip: string }): Promise<Verification> {
    const reading = readNumber(number, await patternsUsed((query) => this.reads.all(query)));
    if (reading.kind !== 'plausible') return { refusal: typingError(reading), wait: 0 };
    const wait = await this.throttle.hit(PER_ADDRESS, ip);
    if (wait > 0) return { refusal: refuse('tooManyVerifications', { minutes: Math.ceil(wait / 60) }), wait };
    const certificate = await certificateByNumber((query) => this.reads.all(query), reading.key);
    const known = certificate && shownTo({ way: 'numberAndName' }, certificate) !== 'nothing' ? certificate : null;
    const matches = namesMatch(name, known?.facts.recipient ?? NOBODY);
    return known && matches ? { token: known.token } : { refusal: refuse('certificateNotMatched'), wait: 0 };
  }
}

function typingError(reading: Exclude<NumberReading, { kind: 'plausible' }>): Refusal<CertificationRefusalCode> {
  if (reading.kind === 'wrongLength') return refuse('numberWrongLength', { length: reading.length, expected: reading.expected }, 'number');
  if (reading.kind === 'wrongCharacter') return refuse('numberWrongCharacter', { position: reading.position, character: reading.character }, 'number');
  if (reading.position === null) return refuse('numberWrongCheck', {}, 'number');
  return refuse('numberWrongCheckAt', { position: reading.position, character: reading.character }, 'number');
}
