import { Inject, Injectable } from '@nestjs/common';
import { Busy, type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { logProofOf, type PositionedEntry } from '../data/log-proof.js';
import { entriesFrom, hashesFrom, type HeadRow, logHead } from '../data/log-reads.js';
import { type Checkpoint, readCheckpoint, signCheckpoint } from '../log/checkpoint.js';
import { Frontier } from '../log/frontier.js';
import { type Hash, leafHash } from '../log/hashing.js';
import { LOG_KEYS, type LogKeys } from '../log/log-keys.js';
import { type NoteKey, signedBy } from '../log/note.js';
import { rootByInclusion } from '../log/proving.js';
import type { TileHashes } from '../log/tile-hashes.js';
import { TILE_WIDTH, type TileQuery } from '../log/tiles.js';
import { readTlogProof } from '../log/tlog-proof.js';
import { FollowLog } from './follow-log.js';

/** Seconds. */
const RETRY_AFTER = 60;

interface SignedHead {
  readonly text: string;
  readonly checkpoint: Checkpoint | null;
}

/**
 * The log as it is published: only what leads to the head that the academy signed. The tables may say something else,
 * and others keep what they fetch for good.
 */
@Injectable()
export class PublishedLog {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly followLog: FollowLog,
    @Inject(LOG_KEYS) private readonly keys: LogKeys,
  ) {
    this.query = reads.query;
  }

  /** The text of the signed head. @throws Busy if the stored head is not the one that was signed */
  async checkpoint(): Promise<string> {
    return (await this.provenHead()).text;
  }

  /** For a record of this moment. `null` if the log is empty. @throws Busy if its head is not one that was signed */
  async checkpointToKeep(): Promise<string | null> {
    const head = await logHead(this.query);
    if ((head === null || head.size === 0) && this.followLog.tiles.size === 0) return null;
    const proven = head && (await this.proven(head, await this.keys.everUsed(this.query)));
    if (!proven) throw new Busy(RETRY_AFTER);
    return proven.text;
  }

  /** `null` if the tree has not that many hashes there. @throws Busy if the stored hashes are not those of the tree */
  async tile({ level, index, width }: TileQuery): Promise<readonly Hash[] | null> {
    await this.provenHead();
    const { tiles } = this.followLog;
    const hashes =
      level > 0
        ? tiles.tile(level, index, width)
        : await hashesFrom(this.query, 0, { position: index * TILE_WIDTH, count: leavesIn(tiles, index) });
    if (hashes.length < width) return null;
    if (level === 0) demandLeaves(tiles, index, hashes);
    return hashes.slice(0, width);
  }

  /** `null` if there are not that many entries. @throws Busy if the stored entries are not those of the tree */
  async entries({ index, width }: { readonly index: number; readonly width: number }): Promise<Buffer[] | null> {
    await this.provenHead();
    const { tiles } = this.followLog;
    const rows = await entriesFrom(this.query, index * TILE_WIDTH, leavesIn(tiles, index));
    if (rows.length < width) return null;
    const entries = rows.map(({ text }) => Buffer.from(text));
    demandLeaves(tiles, index, entries.map(leafHash));
    return entries.slice(0, width);
  }

  /** Call it with an entry of a checked record. @throws Busy if the proof does not lead to the signed head */
  async proof(logged: PositionedEntry): Promise<string> {
    const { text, checkpoint } = await this.provenHead();
    if (checkpoint === null || !(logged.position < checkpoint.size)) throw new Busy(RETRY_AFTER);
    const proof = await logProofOf(this.query, logged, { size: checkpoint.size, checkpoint: text });
    const { entry, index, path } = readTlogProof(proof) ?? { entry: Buffer.alloc(0), index: -1, path: [] };
    const root = rootByInclusion({ index, size: checkpoint.size, leaf: leafHash(entry), path });
    if (!root?.equals(checkpoint.root)) throw new Busy(RETRY_AFTER);
    return proof;
  }

  private async provenHead(): Promise<SignedHead> {
    const head = await this.signedHead();
    if (head === null) throw new Busy(RETRY_AFTER);
    return head;
  }

  private async signedHead(isAgain = false): Promise<SignedHead | null> {
    const head = await logHead(this.query);
    if (head === null) return null;
    const { log } = await this.keys.ready();
    // Entries without a signed checkpoint were not logged: only the empty log may be signed here.
    if (head.checkpoint === null && head.size === 0)
      return { text: signCheckpoint({ size: 0, root: Frontier.empty().root }, log), checkpoint: null };
    // The log's key may have changed between the two reads.
    return (await this.proven(head, [log])) ?? (isAgain ? null : this.signedHead(true));
  }

  private async proven(head: HeadRow, keys: readonly NoteKey[]): Promise<SignedHead | null> {
    const checkpoint = head.checkpoint === null ? null : readCheckpoint(head.checkpoint);
    if (head.checkpoint === null || checkpoint === null || signedBy(checkpoint.note, keys) === null) return null;
    const { size, root } = checkpoint;
    if (size !== head.size || !root.equals(head.root)) return null;
    const isProven = await this.followLog.execute({ size, root: root.toString('base64') });
    return isProven ? { text: head.checkpoint, checkpoint } : null;
  }
}

/** Leaves of a tile that were proven: what is logged while it is read does not count. */
function leavesIn({ size }: TileHashes, index: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, size - index * TILE_WIDTH));
}

function demandLeaves(tiles: TileHashes, index: number, leaves: readonly Hash[]): void {
  if (!tiles.holds(index, leaves)) throw new Busy(RETRY_AFTER);
}
