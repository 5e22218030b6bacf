import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { type Ask, Reads } from '../../platform/index.js';
import { credentialHash } from '../credential/signing.js';
import { statusPlaceIn } from '../credential/status-place.js';
import { credentialText, endedCertificates } from '../data/binding/ended-certificates.js';
import type { RegisterRecord } from '../data/binding/register-records.js';
import { isInOrder } from '../domain/register-check.js';
import { readEntry } from '../log/entry.js';
import { RegisterBinding } from './binding/register-binding.js';
import { ReportAlteredRecord } from './binding/report-altered-record.js';

/** A few milliseconds' worth. */
const AT_ONCE = 200;

/**
 * The places of a status list that are set. What somebody wrote into a row neither sets a bit nor takes one away: where a
 * record is not as the product wrote it, the log and the signed credential count.
 */
@Injectable()
export class EndedPlaces {
  private readonly ask: Ask;

  constructor(reads: Reads, private readonly binding: RegisterBinding, private readonly report: ReportAlteredRecord) {
    this.ask = (query) => reads.all(query);
  }

  /** In order. */
  async execute(list: number): Promise<number[]> {
    const places: number[] = [];
    const ids = await endedCertificates(this.ask, list);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      for (const record of await this.binding.records(this.ask, ids.slice(from, from + AT_ONCE))) {
        const place = isInOrder(this.binding.answerFor(record)) ? placeOf(record) : await this.signedPlace(record);
        if (place?.list === list) places.push(place.index);
      }
      // Thousands may have ended: pages are served meanwhile.
      await setImmediate();
    }
    return places.sort((one, other) => one - other);
  }

  private async signedPlace(record: RegisterRecord): Promise<{ list: number; index: number } | null> {
    await this.report.execute({ subject: 'certificate', id: record.id, label: record.number, found: 'it has ended, and its record is not in order' });
    const text = await credentialText(this.ask, record.id);
    const entries = record.entries.map((one) => readEntry(one.text));
    const issued = entries.find((entry) => entry?.event === 'issue')?.credential ?? null;
    const ended = entries.some((entry) => entry !== null && entry.event !== 'issue' && entry.credential === issued);
    return text !== null && ended && hashOf(text) === issued ? statusPlaceIn(text) : null;
  }
}

function placeOf({ state, bound: { seal } }: RegisterRecord): { list: number; index: number } | null {
  return state === 'valid' || seal === null ? null : { list: Number(seal[1]), index: Number(seal[2]) };
}

function hashOf(text: string): string | null {
  try {
    return credentialHash(text);
  } catch {
    return null;
  }
}
