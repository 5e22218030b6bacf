import { Controller, Get, Header, Param } from '@nestjs/common';
import { FileAnswer, found, OpenToAll } from '../../../platform/index.js';
import { PublishedLog } from '../actions/published-log.js';
import { bundleOf, readBundlePath, readTilePath } from '../log/tiles.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const BYTES = 'application/octet-stream';

/** The public log (C2SP tlog-tiles): files that any program can fetch. */
@Controller('log')
@OpenToAll()
export class LogController {
  constructor(private readonly log: PublishedLog) {}

  @Get('checkpoint')
  @Header('access-control-allow-origin', '*')
  async checkpoint(): Promise<FileAnswer> {
    return new FileAnswer(await this.log.checkpoint(), 'text/plain; charset=utf-8', { cache: 'public, max-age=2' });
  }

  @Get('tile/entries/*')
  @Header('access-control-allow-origin', '*')
  async entries(@Param('*') path: string): Promise<FileAnswer> {
    const entries = found(await this.log.entries(found(readBundlePath(path))));
    return new FileAnswer(bundleOf(entries), BYTES, { cache: FOR_EVER });
  }

  @Get('tile/*')
  @Header('access-control-allow-origin', '*')
  async tile(@Param('*') path: string): Promise<FileAnswer> {
    const hashes = found(await this.log.tile(found(readTilePath(path))));
    return new FileAnswer(Buffer.concat(hashes), BYTES, { cache: FOR_EVER });
  }
}
