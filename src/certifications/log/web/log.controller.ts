import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { type QueryFunction, Busy, FileAnswer, found, OpenToAll, ReadDatabase } from '../../../platform/index.js';
import { entriesFrom, hashesFrom, logHead } from '../data/log-reads.js';
import { signCheckpoint } from '../log/checkpoint.js';
import { Frontier } from '../log/frontier.js';
import { LOG_KEYS, type LogKeys } from '../log/log-keys.js';
import { bundleOf, readBundlePath, readTilePath, TILE_WIDTH } from '../log/tiles.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Seconds. */
const RETRY_AFTER = 60;
const BYTES = 'application/octet-stream';

/** The public log (C2SP tlog-tiles): files that any program can fetch. */
@Controller('log')
@OpenToAll()
export class LogController {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    @Inject(LOG_KEYS) private readonly keys: LogKeys,
  ) {
    this.query = reads.query;
  }

  @Get('checkpoint')
  @Header('access-control-allow-origin', '*')
  async checkpoint(): Promise<FileAnswer> {
    const head = found(await logHead(this.query));
    // Entries without a signed checkpoint were not logged: only the empty log may be signed here.
    if (head.checkpoint === null && head.size > 0) throw new Busy(RETRY_AFTER);
    const checkpoint =
      head.checkpoint ?? signCheckpoint({ size: 0, root: Frontier.empty().root }, (await this.keys.ready()).log);
    return new FileAnswer(checkpoint, 'text/plain; charset=utf-8', { cache: 'public, max-age=2' });
  }

  @Get('tile/entries/*')
  @Header('access-control-allow-origin', '*')
  async entries(@Param('*') path: string): Promise<FileAnswer> {
    const { index, width } = found(readBundlePath(path));
    const entries = await entriesFrom(this.query, index * TILE_WIDTH, width);
    found(entries.length === width || null);
    return new FileAnswer(bundleOf(entries.map(({ text }) => Buffer.from(text))), BYTES, { cache: FOR_EVER });
  }

  @Get('tile/*')
  @Header('access-control-allow-origin', '*')
  async tile(@Param('*') path: string): Promise<FileAnswer> {
    const { level, index, width } = found(readTilePath(path));
    const hashes = await hashesFrom(this.query, level, { position: index * TILE_WIDTH, count: width });
    found(hashes.length === width || null);
    return new FileAnswer(Buffer.concat(hashes), BYTES, { cache: FOR_EVER });
  }
}
