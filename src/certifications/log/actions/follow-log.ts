import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { A_MINUTE, type QueryFunction, Clock, ReadDatabase } from '../../../platform/index.js';
import { entriesFrom } from '../data/log-reads.js';
import { hashOfText, readEntry } from '../log/entry.js';
import { Frontier } from '../log/frontier.js';
import { leafHash } from '../log/hashing.js';
import type { ReadLog } from '../log/log-agreement.js';

/** The head of the log as the register's state vouches for it. */
export interface VouchedHead {
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** A few milliseconds' worth. */
const AT_ONCE = 500;

/**
 * Reads the log once from its first entry, and then each entry that is added, hashes it and compares the root with the
 * head. What was read so is remembered: whoever changes an entry later, or takes it away for a moment, does not change
 * what this process knows of it. A million entries take some seconds after a start.
 */
@Injectable()
export class FollowLog implements ReadLog {
  private readonly query: QueryFunction;
  private frontier = Frontier.empty();
  private readonly ended = new Set<string>();
  /** By the hash of the row, the hash of the entry; 48 bits of each: some 60 MB for a million. */
  private readonly issued = new Map<number, number>();
  /** 48 bits of the hash of each credential and of its token (JWT): some 80 MB for a million certificates. */
  private readonly credentials = new Set<number>();
  private queue: Promise<boolean> = Promise.resolve(true);
  private failed: (VouchedHead & { readonly at: number }) | null = null;

  constructor(
    reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  /** Whether the entries lead to this head. What failed is not read again within a minute, unless `again`. */
  execute(head: VouchedHead, again = false): Promise<boolean> {
    if (head.size === this.frontier.size) return Promise.resolve(this.leadsTo(this.frontier, head));
    // Somebody else asked about a newer head meanwhile. That the register was put back is told by its count of changes.
    if (head.size < this.frontier.size) return Promise.resolve(true);
    const { failed } = this;
    const isRecent =
      failed?.size === head.size && failed.root === head.root && Math.abs(this.clock.now() - failed.at) < A_MINUTE;
    if (isRecent && !again) return Promise.resolve(false);
    this.queue = this.queue.then(
      () => this.catchUp(head),
      () => this.catchUp(head),
    );
    return this.queue;
  }

  /** Hashes of the credentials that the log calls revoked or replaced, as far as it was read. */
  get endedCredentials(): ReadonlySet<string> {
    return this.ended;
  }

  hasEnded(credentialHash: string): boolean {
    return this.ended.has(credentialHash);
  }

  /** Whether a credential, or the token of one, was issued here, whatever became of its records. */
  hasIssuedCredential(sha256: string): boolean {
    return this.credentials.has(shortened(sha256));
  }

  hasIssued(record: string): boolean {
    return this.issued.has(shortened(record));
  }

  issuedOtherwise(record: string, text: string): boolean {
    const entry = this.issued.get(shortened(record));
    return entry !== undefined && entry !== shortened(hashOfText(text));
  }

  private async catchUp(head: VouchedHead): Promise<boolean> {
    if (head.size <= this.frontier.size) return true;
    const frontier = Frontier.of(this.frontier.size, this.frontier.hashes);
    const [ended, issued]: [string[], [number, number][]] = [[], []];
    const credentials: number[] = [];
    while (frontier.size < head.size) {
      const entries = await entriesFrom(this.query, frontier.size, Math.min(AT_ONCE, head.size - frontier.size));
      for (const { text } of entries) {
        const entry = readEntry(text);
        if (entry?.event === 'issue')
          credentials.push(...[entry.credential, entry.forms['jwt'] ?? entry.credential].map(shortened));
        if (entry !== null && entry.event !== 'issue') ended.push(entry.credential);
        else if (entry?.record) issued.push([shortened(entry.record), shortened(hashOfText(text))]);
        frontier.add(leafHash(Buffer.from(text)));
      }
      if (entries.at(-1)?.position !== frontier.size - 1) break;
      await setImmediate();
    }
    if (!this.leadsTo(frontier, head)) {
      this.failed = { ...head, at: this.clock.now() };
      return false;
    }
    this.failed = null;
    this.frontier = frontier;
    for (const credential of ended) this.ended.add(credential);
    for (const credential of credentials) this.credentials.add(credential);
    for (const [record, entry] of issued) this.issued.set(record, entry);
    return true;
  }

  private leadsTo(frontier: Frontier, { size, root }: VouchedHead): boolean {
    return frontier.size === size && frontier.root.toString('base64') === root;
  }
}

const shortened = (hash: string): number => Number.parseInt(hash.slice(0, 12), 16);
