import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PageRenderer } from '../pages/page-renderer.js';
import { FileAnswer, Page, REVALIDATED, SeeOther } from '../http/answers.js';
import { TableAnswer } from '../http/table-answers.js';
import { leaveFlash } from '../http/flash.js';
import { pathWithin } from '../http/paths.js';
import { requestContextOf } from '../http/request-context.js';
import { attachment } from './attachment.js';
import { TableSender } from './table-sender.js';

type Response = Parameters<FastifyAdapter['reply']>[0];
type ReplyResult = ReturnType<FastifyAdapter['reply']>;

/**
 * Turns what controllers return (pages, redirects, files) into HTTP. An interceptor could do the same, but Nest then
 * wraps every request into several observables, which costs more than most pages' queries.
 */
export class AnsweringAdapter extends FastifyAdapter {
  private pages: PageRenderer | null = null;
  private readonly tables = new TableSender();

  renderWith(pages: PageRenderer): void {
    this.pages = pages;
  }

  override reply(response: Response, answer: unknown, status?: number): ReplyResult {
    if (!('request' in response)) return super.reply(response, answer, status);
    if (answer instanceof Page) return this.sendPage(response, answer);
    if (answer instanceof SeeOther) return sendOn(response, answer);
    if (answer instanceof FileAnswer) return sendFile(response, answer);
    if (answer instanceof TableAnswer) return this.sendTable(response, answer);
    return super.reply(response, answer, status);
  }

  private sendTable(reply: FastifyReply, answer: TableAnswer): ReplyResult {
    // Nest awaits this promise as well.
    return this.tables
      .send(reply, answer)
      .then((instead) => (instead === null ? reply : this.sendPage(reply, instead))) as unknown as ReplyResult;
  }

  private sendPage(reply: FastifyReply, page: Page): ReplyResult {
    if (!this.pages) throw new Error('Nothing renders pages yet');
    const { pages } = this;
    const context = requestContextOf(reply.request);
    const line = pages.lineFor(context);
    if (line === null) return send(pages.render(page, context), reply, page);
    // Nest awaits this promise, so that a fault reaches its filter; only its type does not say so.
    return line.then((flash) => send(pages.render(page, context, flash), reply, page)) as unknown as ReplyResult;
  }
}

function send(html: string, reply: FastifyReply, page: Page): FastifyReply {
  if (page.retryAfter !== null) void reply.header('retry-after', String(page.retryAfter));
  return reply
    .status(page.status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-cache')
    .send(html);
}

function sendOn(reply: FastifyReply, { url, notice }: SeeOther): ReplyResult {
  if (notice) leaveFlash(reply, notice);
  return reply.status(303).header('location', pathWithin(url)).type('text/plain; charset=utf-8').send('');
}

function sendFile(reply: FastifyReply, { bytes, type, options }: FileAnswer): ReplyResult {
  void reply
    .status(200)
    .type(type)
    .header('cache-control', options.cache ?? 'private, no-store');
  if (options.name) void reply.header('content-disposition', attachment(options.name));
  // An SVG is text: compressed, a quarter of it is sent.
  if (type === 'image/svg+xml') void reply.header('vary', 'accept-encoding');
  if (options.cache === REVALIDATED && isKnown(reply, bytes)) return reply.status(304).send();
  if (type !== 'image/svg+xml') return reply.send(bytes);
  if (!(reply.request.headers['accept-encoding'] ?? '').includes('gzip')) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(options.packed ?? gzipSync(bytes, { level: 7 }));
}

/** Whether whoever asks has these bytes already. The tag is weak: the same bytes also travel packed. */
function isKnown(reply: FastifyReply, bytes: Buffer | string): boolean {
  const tag = `W/"${createHash('sha256').update(bytes).digest('base64url')}"`;
  void reply.header('etag', tag);
  return (reply.request.headers['if-none-match'] ?? '').includes(tag);
}
