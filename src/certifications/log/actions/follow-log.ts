import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { A_MINUTE, type QueryFunction, Clock, ReadDatabase } from '../../../platform/index.js';
import { entriesFrom } from '../data/log-reads.js';
import { hashOfText, readEntry } from '../log/entry.js';
import { Frontier } from '../log/frontier.js';
import { leafHash } from '../log/hashing.js';
import type { ReadLog } from '../log/log-agreement.js';
import { TileHashes } from '../log/tile-hashes.js';

/** Size and root of the log according to the register's state. */
export interface ConfirmedHead {
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** Entries per query; a few milliseconds. */
const AT_ONCE = 500;

/**
 * Reads and hashes the log once from its first entry, then each new entry, and compares the root with the head. The
 * result stays in memory: changing or removing an entry later does not affect it. A million entries take a few seconds
 * after a start.
 */
@Injectable()
export class FollowLog implements ReadLog {
  private readonly query: QueryFunction;
  private frontier = Frontier.empty();
  private tileHashes = TileHashes.empty();
  private readonly ended = new Set<string>();
  /** Hash of the entry by hash of the row, 48 bits each: about 60 MB for a million. */
  private readonly issued = new Map<number, number>();
  /** 48 bits of the hash of each credential and of its JWT: about 80 MB for a million certificates. */
  private readonly credentials = new Set<number>();
  private queue: Promise<boolean> = Promise.resolve(true);
  private failed: (ConfirmedHead & { readonly at: number }) | null = null;

  constructor(
    reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  /** Whether the entries lead to this head. After a failure it does not read again within a minute, unless `again`. */
  execute(head: ConfirmedHead, again = false): Promise<boolean> {
    if (head.size === this.frontier.size) return Promise.resolve(this.leadsTo(this.frontier, head));
    // Another caller has meanwhile requested a newer head. A rolled-back register is detected by its count of changes.
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

  /** What the tiles of the log, as far as read, must lead to. */
  get tiles(): TileHashes {
    return this.tileHashes;
  }

  /** Hashes of credentials that the log, as far as read, says were revoked or replaced. */
  get endedCredentials(): ReadonlySet<string> {
    return this.ended;
  }

  hasEnded(credentialHash: string): boolean {
    return this.ended.has(credentialHash);
  }

  /** Whether a credential or its JWT was issued here, even if its records are gone. */
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

  private async catchUp(head: ConfirmedHead): Promise<boolean> {
    if (head.size <= this.frontier.size) return true;
    const frontier = Frontier.of(this.frontier.size, this.frontier.hashes);
    const tileHashes = this.tileHashes.copy();
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
        const leaf = leafHash(Buffer.from(text));
        frontier.add(leaf);
        tileHashes.add(leaf);
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
    this.tileHashes = tileHashes;
    for (const credential of ended) this.ended.add(credential);
    for (const credential of credentials) this.credentials.add(credential);
    for (const [record, entry] of issued) this.issued.set(record, entry);
    return true;
  }

  private leadsTo(frontier: Frontier, { size, root }: ConfirmedHead): boolean {
    return frontier.size === size && frontier.root.toString('base64') === root;
  }
}

const shortened = (hash: string): number => Number.parseInt(hash.slice(0, 12), 16);
