import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { FileAnswer, found, OpenToAll } from '../../../platform/index.js';
import { PublishedLog } from '../actions/published-log.js';
import { isLogEvent } from '../data/log-proof.js';

/** The proof that a certificate is in the log, to keep with the certificate. */
@Controller('c')
@OpenToAll()
export class LogProofController {
  constructor(private readonly log: PublishedLog) {}

  /** `?event=revoke` or `reissue`: proof of a later event. */
  @Get(':token.tlog-proof')
  @Header('access-control-allow-origin', '*')
  async show(@Param('token') token: string, @Query('event') event: unknown): Promise<FileAnswer> {
    const kind = event === undefined ? 'issue' : found(isLogEvent(event) ? event : null);
    const proof = found(await this.log.proof(token, kind));
    return new FileAnswer(proof, 'text/plain; charset=utf-8', {
      cache: 'public, max-age=60',
      name: `${token}.tlog-proof`,
    });
  }
}
