import { Injectable } from '@nestjs/common';
import { Clock, newId, Reads, type Transaction } from '../../platform/index.js';
import { missesOf } from '../data/tries.js';
import { VerificationRecord } from '../data/verification-record.entity.js';
import { NOT_TOLD, rowChecks } from '../domain/answer-row.js';
import { askedKey, MOST_NAMES, type VerificationKind } from '../domain/asked-rows.js';
import type { NumberAndName, Verification } from '../domain/verification.js';
import { VerifyCertificate } from './verify-certificate.js';

const A_DAY = 24 * 3600_000;
const RECORDS_AT_ONCE = 200;

/** Who asks for an employer, how, and for which purpose. */
export interface Asking {
  readonly kind: VerificationKind;
  readonly employerId: string;
  /** `null` where none was asked for. */
  readonly purpose: string | null;
  readonly askedBy: string;
  readonly keyId?: string;
  readonly batchId?: string;
}

export interface AskedAnswer<Row extends NumberAndName> {
  readonly row: Row;
  readonly verification: Verification;
}

export interface KeptAnswer {
  /** `line`: of a list. `null`: a file, or an address, that no certificate was found by. */
  readonly row: (NumberAndName & { readonly line?: number }) | null;
  readonly verification: Verification;
}

/** An employer's questions: answered as a stranger's are, and kept. */
@Injectable()
export class CheckForEmployer {
  constructor(private readonly verify: VerifyCertificate, private readonly reads: Reads, private readonly clock: Clock) {}

  /**
   * Answers each row. Who has tried ten names with one number within a day is told no more about that number until the
   * tries are a day old: a key must not be a way to guess who holds what.
   */
  async answer<Row extends NumberAndName>(employerId: string, rows: readonly Row[]): Promise<AskedAnswer<Row>[]> {
    const misses = new Map<string, number>();
    const answered: AskedAnswer<Row>[] = [];
    for (const row of rows) {
      const key = askedKey(row.number);
      const before = misses.get(key) ?? await missesOf((query) => this.reads.all(query), { employerId, numberKey: key, since: this.clock.now() - A_DAY });
      const verification = await this.verify.byNumber(row);
      const told = before >= MOST_NAMES ? NOT_TOLD : verification;
      misses.set(key, before + (told.verdict === 'notFound' ? 1 : 0));
      answered.push({ row, verification: told });
    }
    return answered;
  }

  /** Keeps questions and answers: the employer's history, and what holders see. */
  async keep(tx: Transaction, asking: Asking, answers: readonly KeptAnswer[]): Promise<void> {
    const rows = answers.map(({ row, verification }) => ({
      id: newId(), at: tx.now, kind: asking.kind, certificateId: verification.certificate?.id ?? null, employerId: asking.employerId, keyId: asking.keyId ?? null,
      batchId: asking.batchId ?? null, line: row?.line ?? null, askedNumber: row && firstOf(row.number), numberKey: row && askedKey(row.number), askedName: row && firstOf(row.name),
      verdict: verification.verdict, checks: rowChecks(verification), purpose: asking.purpose, askedByName: asking.askedBy,
    }));
    for (let at = 0; at < rows.length; at += RECORDS_AT_ONCE) await tx.of(VerificationRecord).insert(rows.slice(at, at + RECORDS_AT_ONCE));
  }
}

const firstOf = (text: string): string => [...text].slice(0, 100).join('');
