import { type LogEventKind, readEntry } from './entry.js';
import { type Finding, finding } from './findings.js';
import { type FilledTree, Frontier } from './frontier.js';
import { type Hash, leafHash } from './hashing.js';
import { levelOfHeight } from './tiles.js';

/** A stored entry, with its hash in the tiles. */
export interface StoredEntry {
  readonly position: number;
  readonly kind: LogEventKind;
  readonly credentialHash: string;
  readonly at: number;
  readonly text: string;
  /** Number of the certificate, for messages. */
  readonly number: string;
  readonly hash: Hash | null;
}

interface Mismatch {
  readonly position: number;
  readonly number: string;
  readonly made: Hash;
  readonly stored: Hash;
}

/** Reads the log from its first entry, recomputes every hash and compares it with the stored one. */
export class Rereading {
  /** Frontier of the entries, and frontier of their stored hashes. */
  private readonly byEntries = Frontier.empty();
  private readonly byHashes = Frontier.empty();
  private readonly mismatches: Mismatch[] = [];
  private readonly roots = new Map<number, Hash>();
  private readonly seen: Finding[] = [];
  private latest = 0;

  /** @param marks sizes for which the root is needed later */
  constructor(private readonly marks: ReadonlySet<number>) {
    this.mark();
  }

  get size(): number {
    return this.byEntries.size;
  }

  get root(): Hash {
    return this.byEntries.root;
  }

  rootAt(size: number): Hash | undefined {
    return this.roots.get(size);
  }

  /** Adds the next entry and returns the hashes for tiles above the lowest level. */
  take(entry: StoredEntry): FilledTree[] {
    while (this.size < entry.position) this.skip();
    const made = leafHash(Buffer.from(entry.text));
    if (entry.hash === null) this.seen.push(finding('hashGone', { level: 0, position: entry.position }));
    else if (!entry.hash.equals(made))
      this.mismatches.push({ position: entry.position, number: entry.number, made, stored: entry.hash });
    this.compare(entry);
    this.byHashes.add(entry.hash ?? made);
    const filled = this.byEntries.add(made);
    this.mark();
    return filled.filter(({ height }) => height > 0 && levelOfHeight(height) !== null);
  }

  /**
   * The findings. The signed root shows whether entries were altered or their stored hashes.
   */
  findings(signed: Hash): Finding[] {
    const entriesHold = this.root.equals(signed);
    const places = new Map(this.mismatches.map(({ position, stored }) => [stored.toString('hex'), position]));
    const altered = this.mismatches.flatMap(({ position, number, made }) => {
      if (entriesHold) return [finding('hashAltered', { level: 0, position })];
      const other = places.get(made.toString('hex'));
      if (other === undefined) return [finding('entryAltered', { position, number })];
      return position < other ? [finding('entriesSwapped', { position, other })] : [];
    });
    const explained = entriesHold || (this.byHashes.root.equals(signed) && altered.length > 0);
    return [...this.seen, ...altered, ...(explained ? [] : [finding('rootWrong', { size: this.size })])];
  }

  private compare({ position, number, kind, credentialHash, at, text }: StoredEntry): void {
    const read = readEntry(text);
    if (!read) {
      this.seen.push(finding('entryUnreadable', { position, number }));
      return;
    }
    const isAsLogged = kind === read.event && credentialHash === read.credential && at === read.at;
    if (!isAsLogged) this.seen.push(finding('columnsAltered', { position, number }));
    if (read.at < this.latest) this.seen.push(finding('entryOutOfOrder', { position }));
    this.latest = Math.max(this.latest, read.at);
  }

  private skip(): void {
    this.seen.push(finding('entryGone', { position: this.size }));
    this.byHashes.add(leafHash(Buffer.alloc(0)));
    this.byEntries.add(leafHash(Buffer.alloc(0)));
    this.mark();
  }

  private mark(): void {
    if (this.marks.has(this.size)) this.roots.set(this.size, this.root);
  }
}
