import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageRenderer } from '../pages/page-renderer.js';
import { definePage } from './answers.js';
import { SignInNeeded, StaleForm, TooMany } from './faults.js';

interface FaultPage {
  readonly status: number;
  /** Which words explain it: `error.<kind>_title` and `error.<kind>_text`. */
  readonly kind: string;
  /** What to tell the academy when asking for help; only where it did not expect the fault. */
  readonly reference: string | null;
}

export const faultPage = definePage<FaultPage>('errors/error');

const KINDS: Readonly<Record<number, string>> = {
  400: 'bad_request', 403: 'forbidden', 404: 'not_found', 405: 'not_found', 413: 'too_large', 415: 'bad_request', 422: 'bad_request', 429: 'too_many', 503: 'unavailable',
};

/** Every fault becomes a page with its right status, or a problem document for programs; never a stack. */
@Catch()
@Injectable()
export class FaultFilter implements ExceptionFilter {
  constructor(private readonly pages: PageRenderer) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (fault instanceof SignInNeeded && prefersPage(request)) {
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
      void reply.status(303).header('location', `/sign-in${next}`).send('');
      return;
    }
    const status = statusOf(fault);
    if (status >= 500) request.log.error({ err: fault }, 'request failed');
    if (fault instanceof TooMany) void reply.header('retry-after', String(fault.retryAfter));
    const kind = fault instanceof StaleForm ? 'stale_form' : (KINDS[status] ?? 'unexpected');
    this.send(request, reply, { status, kind, reference: status >= 500 ? String(request.id) : null });
  }

  private send(request: FastifyRequest, reply: FastifyReply, model: FaultPage): void {
    if (request.visit && prefersPage(request)) {
      void reply.status(model.status).type('text/html; charset=utf-8').send(this.pages.render(faultPage(model), request.visit));
      return;
    }
    void reply.status(model.status).type('application/problem+json')
      .send(JSON.stringify({ status: model.status, title: model.kind.replaceAll('_', ' '), instance: String(request.id) }));
  }
}

function statusOf(fault: unknown): number {
  if (fault instanceof HttpException) return fault.getStatus();
  const status = (fault as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function prefersPage(request: FastifyRequest): boolean {
  const accepts = request.headers.accept ?? '';
  return !request.url.startsWith('/api/') && !(accepts.includes('json') && !accepts.includes('html'));
}
