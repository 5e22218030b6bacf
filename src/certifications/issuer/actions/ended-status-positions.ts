import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { type QueryFunction, Busy, ReadDatabase } from '../../../platform/index.js';
import {
  credentialText,
  endedCertificates,
  isInOrder,
  RegisterBinding,
  type RegisterRecord,
  ReportAlteredRecord,
} from '../../binding/index.js';
import { credentialHash, statusPositionIn } from '../../documents/index.js';
import { FollowLog, readEntry } from '../../log/index.js';

/** A few milliseconds' worth. */
const AT_ONCE = 200;
/** Seconds. */
const RETRY_AFTER = 60;

/**
 * The places of a status list that are set. What somebody wrote into a row neither sets a bit nor takes one away: where
 * a record is not as the product wrote it, the log and the signed credential count.
 */
@Injectable()
export class EndedStatusPositions {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly log: FollowLog,
    private readonly report: ReportAlteredRecord,
  ) {
    this.query = reads.query;
  }

  /** In order. @throws Busy where something has ended, by the log, whose place is not known any more */
  async execute(list: number): Promise<number[]> {
    const places: number[] = [];
    // Before the tables are read: what another process ends meanwhile is in neither.
    const missing = new Set(this.log.endedCredentials);
    const ids = await endedCertificates(this.query, list);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      for (const record of await this.binding.records(this.query, ids.slice(from, from + AT_ONCE))) {
        const place = isInOrder(this.binding.answerFor(record)) ? placeOf(record) : await this.signedPlace(record);
        if (place?.list === list) places.push(place.index);
        for (const credential of credentialsOf(record)) missing.delete(credential);
      }
      // Thousands may have ended: pages are served meanwhile.
      await setImmediate();
    }
    if (missing.size > 0) await this.refuse(list, missing);
    return places.sort((one, other) => one - other);
  }

  private async refuse(list: number, missing: ReadonlySet<string>): Promise<never> {
    await this.report.execute({
      subject: 'statusList',
      id: String(list),
      label: String(list),
      finding: `credentials that the log ends are not in the register: ${[...missing].slice(0, 5).join(', ')}`,
    });
    throw new Busy(RETRY_AFTER);
  }

  private async signedPlace(record: RegisterRecord): Promise<{ list: number; index: number } | null> {
    await this.report.execute({
      subject: 'certificate',
      id: record.id,
      label: record.number,
      finding: 'it has ended, and its record is not in order',
    });
    const text = await credentialText(this.query, record.id);
    const entries = record.entries.map((one) => readEntry(one.text));
    const issued = entries.find((entry) => entry?.event === 'issue')?.credential ?? null;
    const ended = entries.some((entry) => entry !== null && entry.event !== 'issue' && entry.credential === issued);
    return text !== null && ended && hashOf(text) === issued ? statusPositionIn(text) : null;
  }
}

function credentialsOf({ credentialHash, entries }: RegisterRecord): string[] {
  return [
    ...(credentialHash === null ? [] : [credentialHash]),
    ...entries.flatMap(({ text }) => readEntry(text)?.credential ?? []),
  ];
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
