import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Busy, FileAnswer, found, OpenToAll } from '../../../platform/index.js';
import { showsFiles, shownTo } from '../../core/index.js';
import { isLogEvent, PublishedLog } from '../../log/index.js';
import { OpenCertificate } from '../actions/open-certificate.js';

/** Seconds. */
const RETRY_AFTER = 60;

/** The proof that a certificate is in the log, to keep with the certificate. */
@Controller('c')
@OpenToAll()
export class LogProofController {
  constructor(
    private readonly open: OpenCertificate,
    private readonly log: PublishedLog,
  ) {}

  /**
   * `?event=revoke` or `reissue`: proof of a later event. An altered record proves nothing, nor that there is none. A
   * hidden certificate has no proof here, like its files: its address would tell what happened to it.
   */
  @Get(':token.tlog-proof')
  @Header('access-control-allow-origin', '*')
  async show(@Param('token') token: string, @Query('event') event: unknown): Promise<FileAnswer> {
    const kind = event === undefined ? 'issue' : found(isLogEvent(event) ? event : null);
    const { shown, record } = found(await this.open.execute(token));
    if (!shown || !record) throw new Busy(RETRY_AFTER);
    found(showsFiles(shownTo({ way: 'address' }, shown.certificate)) ? shown : null);
    const entry = found(record.entries.find((one) => one.kind === kind));
    return new FileAnswer(await this.log.proof(entry), 'text/plain; charset=utf-8', {
      cache: 'public, max-age=60',
      name: `${token}.tlog-proof`,
    });
  }
}
