import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { type QueryFunction, Busy, ReadDatabase } from '../../../platform/index.js';
import {
  certificatesOfCredentials,
  credentialText,
  endedCertificates,
  isInOrder,
  RegisterBinding,
  type RegisterRecord,
  ReportAlteredRecord,
} from '../../binding/index.js';
import { credentialHash, statusPositionIn } from '../../documents/index.js';
import { FollowLog } from '../../log/index.js';

/** A few milliseconds' worth. */
const AT_ONCE = 200;
/** Seconds. */
const RETRY_AFTER = 60;

interface EndedCredential {
  /** Its hash. */
  readonly credential: string;
  /** `null`: the credential names none. */
  readonly position: { readonly list: number; readonly index: number } | null;
}

/**
 * The positions of a status list that are set. A row in the database alone sets no bit and clears none: where a record
 * is not as the product wrote it, the log and the signed credential count.
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

  /** In order. @throws Busy where the log ends a credential whose position is not known */
  async execute(list: number): Promise<number[]> {
    const positions: number[] = [];
    // Before the tables are read: what another process ends meanwhile is in neither.
    const missing = new Set(this.log.endedCredentials);
    const add = async (ids: readonly string[]): Promise<void> => {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        for (const record of await this.binding.records(this.query, ids.slice(from, from + AT_ONCE))) {
          const ended = isInOrder(this.binding.answerFor(record)) ? endedBy(record) : await this.endedByLog(record);
          if (ended?.position?.list === list) positions.push(ended.position.index);
          if (ended) missing.delete(ended.credential);
        }
        // Thousands may have ended: pages are served meanwhile.
        await setImmediate();
      }
    };
    await add(await endedCertificates(this.query, list));
    // An entry may be kept under another certificate than the one that it ends.
    if (missing.size > 0) await add(await certificatesOfCredentials(this.query, [...missing]));
    if (missing.size > 0) await this.refuse(list, missing);
    return [...new Set(positions)].sort((one, other) => one - other);
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

  /** Of a record that is not in order: the log says what has ended, and the signed credential where its bit stands. */
  private async endedByLog(record: RegisterRecord): Promise<EndedCredential | null> {
    await this.report.execute({
      subject: 'certificate',
      id: record.id,
      label: record.number,
      finding: 'it has ended, and its record is not in order',
    });
    const text = await credentialText(this.query, record.id);
    const credential = text === null ? null : hashOf(text);
    if (text === null || credential === null || !this.log.hasEnded(credential)) return null;
    return { credential, position: statusPositionIn(text) };
  }
}

function endedBy({ state, credentialHash, bound: { seal } }: RegisterRecord): EndedCredential | null {
  if (state === 'valid' || credentialHash === null || seal === null) return null;
  return { credential: credentialHash, position: { list: Number(seal[1]), index: Number(seal[2]) } };
}

function hashOf(text: string): string | null {
  try {
    return credentialHash(text);
  } catch {
    return null;
  }
}
