import { entryText, type LogEventKind, readEntry } from './entry.js';
import { type Finding, finding } from './findings.js';
import { type Filled, Frontier } from './frontier.js';
import { type Hash, leafHash } from './hashing.js';
import { levelOfHeight } from './tiles.js';

/** An entry as it is stored, with the hash that the tiles hold of it. */
export interface StoredEntry {
  readonly position: number;
  readonly kind: LogEventKind;
  readonly credentialHash: string;
  readonly at: number;
  readonly text: string;
  /** Of the certificate, for naming it. */
  readonly number: string;
  readonly hash: Hash | null;
}

interface Mismatch {
  readonly position: number;
  readonly number: string;
  readonly made: Hash;
  readonly stored: Hash;
}

/** The log read again from its first entry, every hash made anew and compared with the one that is kept. */
export class Rereading {
  /** What the entries lead to, and what the hashes that are kept of them lead to. */
  private readonly byEntries = Frontier.empty();
  private readonly byHashes = Frontier.empty();
  private readonly mismatches: Mismatch[] = [];
  private readonly roots = new Map<number, Hash>();
  private readonly seen: Finding[] = [];
  private latest = 0;

  /** @param marks sizes at which the root is wanted afterwards */
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

  /** Takes the next entry; answers the hashes that belong into tiles above the lowest. */
  take(entry: StoredEntry): Filled[] {
    while (this.size < entry.position) this.skip();
    const made = leafHash(Buffer.from(entry.text));
    if (entry.hash === null) this.seen.push(finding('hashGone', { level: 0, position: entry.position }));
    else if (!entry.hash.equals(made))
      this.mismatches.push({ position: entry.position, number: entry.number, made, stored: entry.hash });
    this.look(entry);
    this.byHashes.add(entry.hash ?? made);
    const filled = this.byEntries.add(made);
    this.mark();
    return filled.filter(({ height }) => height > 0 && levelOfHeight(height) !== null);
  }

  /**
   * What was found, given the root that was signed: it tells whether entries were altered or the hashes kept of them.
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

  private look({ position, number, kind, credentialHash, at, text }: StoredEntry): void {
    const read = readEntry(text);
    if (!read) {
      this.seen.push(finding('entryUnreadable', { position, number }));
      return;
    }
    const columns = entryText({ kind, credentialHash, at });
    const logged = entryText({ kind: read.event, credentialHash: read.credential, at: read.at });
    if (columns !== logged) this.seen.push(finding('columnsAltered', { position, number }));
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
