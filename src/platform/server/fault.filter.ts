import {
  Catch,
  HttpException,
  HttpStatus,
  Inject,
  Injectable,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Busy, NotSaved } from '../busy.js';
import { CONFIG, type Config } from '../config.js';
import { UnreadableTime } from '../clock.js';
import { UnreadableRecord } from '../columns/stored-json.js';
import { PageRenderer } from '../pages/page-renderer.js';
import { definePage } from '../http/answers.js';
import { RecordsContradict, SignInNeeded, StaleForm, TooMany, TooManyTables } from '../http/faults.js';
import { pathWithin } from '../http/paths.js';
import { ProblemDetails, problemDocument, type ProblemMore } from '../http/problem.js';

interface FaultPage {
  readonly status: number;
  /** Selects the messages `error.<kind>_title` and `error.<kind>_text`. */
  readonly kind: string;
  /** What to quote when asking the academy for help; only for unexpected faults. */
  readonly reference: string | null;
}

export const faultPage = definePage<FaultPage>('errors/error');

const KINDS: Readonly<Record<number, string>> = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  413: 'too_large',
  415: 'bad_request',
  422: 'bad_request',
  429: 'too_many',
  503: 'unavailable',
};

/** The problem kinds for programs, with a default detail. */
const TOLD: Readonly<Record<number, readonly [string, string]>> = {
  400: ['malformed-request', 'The request could not be read. A body must be JSON in UTF-8.'],
  401: ['sign-in-needed', 'Nobody is signed in.'],
  403: ['not-allowed', 'This is not allowed here.'],
  404: ['not-found', 'There is nothing at this address, or not by this method.'],
  405: ['not-found', 'There is nothing at this address, or not by this method.'],
  413: ['too-large', 'The request is larger than this address takes.'],
  415: ['wrong-type', 'The body must be of the type application/json, in UTF-8.'],
  422: ['invalid-request', 'The request does not hold what it must.'],
  429: ['too-many-requests', 'Too many requests. Wait for as many seconds as Retry-After says.'],
  503: ['unavailable', 'The service cannot answer now. Try again later.'],
};
/** Violations of unique indexes, in both databases. */
const KEY_TAKEN: ReadonlySet<unknown> = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
const UNEXPECTED = ['unexpected', 'The fault is on our side and is in our log under this instance.'] as const;
/** Where programmers read about each kind of problem. */
const EXPLAINED = '/developers#';

/** Turns every fault into a page with the right status, or a problem document for programs; never shows a stack. */
@Catch()
@Injectable()
export class FaultFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (fault instanceof SignInNeeded && prefersPage(request)) {
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(pathWithin(request.url))}` : '';
      void reply.status(303).header('location', `/sign-in${next}`).send('');
      return;
    }
    const status = statusOf(fault);
    if (status >= 500 && !(fault instanceof Busy)) request.log.error({ err: fault }, 'request failed');
    if (fault instanceof NotSaved) request.log.warn({ err: fault.cause }, 'busy: nothing was saved');
    if (fault instanceof TooMany || fault instanceof Busy) void reply.header('retry-after', String(fault.retryAfter));
    if (!(request.requestContext && prefersPage(request))) {
      this.sendProblem(request, reply, fault instanceof ProblemDetails ? fault : problemOf(status));
      return;
    }
    this.send(request, reply, {
      status,
      kind: kindOf(fault, status),
      reference: status >= 500 ? String(request.id) : null,
    });
  }

  private send(request: FastifyRequest, reply: FastifyReply, model: FaultPage): void {
    void reply
      .status(model.status)
      .type('text/html; charset=utf-8')
      .send(this.pages.render(faultPage(model), request.requestContext!));
  }

  private sendProblem(
    request: FastifyRequest,
    reply: FastifyReply,
    problem: { readonly kind: string; readonly more: ProblemMore; getStatus(): number },
  ): void {
    const status = problem.getStatus();
    void reply
      .status(status)
      .headers(problem.more.headers ?? {})
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(
        problemDocument(
          { status, kind: problem.kind, more: problem.more, requestId: String(request.id) },
          `${this.config.publicUrl}${EXPLAINED}`,
        ),
      );
  }
}

function kindOf(fault: unknown, status: number): string {
  if (fault instanceof StaleForm) return 'stale_form';
  if (contradicts(fault)) return 'records_contradict';
  if (fault instanceof NotSaved) return 'not_saved';
  if (fault instanceof TooManyTables) return 'too_many_tables';
  return KINDS[status] ?? 'unexpected';
}

function problemOf(status: number): ProblemDetails {
  const [kind, detail] = TOLD[status] ?? UNEXPECTED;
  return new ProblemDetails(status, kind, { detail });
}

/**
 * Also where a row that no act wrote has the key of one that an act writes: acts look for rows of their own before they
 * write, and are begun again after a race.
 */
function contradicts(fault: unknown): boolean {
  return (
    fault instanceof RecordsContradict ||
    fault instanceof UnreadableRecord ||
    fault instanceof UnreadableTime ||
    KEY_TAKEN.has((fault as { code?: unknown } | null)?.code)
  );
}

function statusOf(fault: unknown): number {
  if (fault instanceof HttpException) return fault.getStatus();
  if (contradicts(fault)) return HttpStatus.SERVICE_UNAVAILABLE;
  const status = (fault as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function prefersPage(request: FastifyRequest): boolean {
  const accepts = request.headers.accept ?? '';
  return !request.url.startsWith('/api/') && !(accepts.includes('json') && !accepts.includes('html'));
}
