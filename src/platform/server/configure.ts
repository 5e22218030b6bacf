import fastifyCookie from '@fastify/cookie';
import fastifyCsrf from '@fastify/csrf-protection';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config.js';
import { Assets } from '../pages/assets.js';
import { PageRenderer } from '../pages/page-renderer.js';
import { Keys } from '../files/keys.js';
import { AnsweringAdapter } from './answering-adapter.js';
import { shareConnections } from './connection-shares.js';
import { onePerTurn } from './pipelining.js';
import { withRequestId } from '../request-id.js';
import { loggedPath } from '../secret-addresses.js';
import { securityHeaders } from '../http/security-headers.js';
import { plainForwarded } from '../http/network.js';
import { countingBody, FORM_BYTES, judgeHead, judgeSender, judgeTexts } from '../http/uploads.js';
import { BodiesUnderWay } from '../http/bodies-under-way.js';
import { requestContextOf } from '../http/request-context.js';
import { PROGRAM_RECOGNITION, type ProgramRecognition, RequestContexts } from '../http/request-contexts.js';
import { textOf } from '../forms/body.js';

/** Milliseconds without any traffic on a connection; longer than any answer takes. */
const SILENCE = 120_000;
/** Milliseconds for the headers of a request, unless the limit for the whole request is shorter. */
const HEAD_TIMEOUT = 20_000;
const HEAD_BYTES = 16 * 1024;
const REQUESTS_OF_A_CONNECTION = 1000;

export function fastifyAdapter(config: Config, logger: Logger): FastifyAdapter {
  return new AnsweringAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof config.trustProxy === 'number' ? hops(config.trustProxy) : config.trustProxy,
    bodyLimit: FORM_BYTES,
    // Limits the arrival of a request only, not its answer.
    requestTimeout: config.requestTimeout,
    connectionTimeout: SILENCE,
    maxRequestsPerSocket: REQUESTS_OF_A_CONNECTION,
    http: {
      maxHeaderSize: HEAD_BYTES,
      headersTimeout: Math.min(HEAD_TIMEOUT, config.requestTimeout),
      connectionsCheckingInterval: Math.min(5000, Math.ceil(config.requestTimeout / 4)),
    },
    genReqId: () => randomUUID().slice(-12),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
}

/** Trusts that many proxies in front, and no address beyond them. */
function hops(most: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < most;
}

/** Before anything asks for the client's address. */
function withPlainForwarded({ headers }: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  const forwarded = headers['x-forwarded-for'];
  if (typeof forwarded === 'string') headers['x-forwarded-for'] = plainForwarded(forwarded);
  done();
}

/** Cookies, CSRF, headers, uploads, assets and the context that begins every request. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG);
  const keys = app.get(Keys);
  const requestContexts = app.get(RequestContexts);
  const programs = app.get<ProgramRecognition>(PROGRAM_RECOGNITION);
  const bodies = app.get(BodiesUnderWay);
  const cookieOpts = { path: '/', httpOnly: true, sameSite: 'lax', signed: true, secure: config.secure } as const;
  await app.register(fastifyCookie, { secret: keys.of('cookies') });
  await app.register(fastifyCsrf, {
    cookieKey: 'csrf',
    cookieOpts,
    getToken: (request) => textOf((request.body as { _csrf?: unknown } | undefined)?._csrf),
  });
  await app.register(fastifyMultipart);
  const headers = await securityHeaders(config);
  const adapter: unknown = app.getHttpAdapter();
  if (adapter instanceof AnsweringAdapter) adapter.renderWith(app.get(PageRenderer));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', onePerTurn());
  if (config.trustProxy !== false) fastify.addHook('onRequest', withPlainForwarded);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    withRequestId(request.id, done);
  });
  fastify.server.maxConnections = config.mostConnections;
  if (config.trustProxy === false) shareConnections(fastify.server, config.mostConnections);
  fastify.addHook('onRoute', (route) => {
    if (route.config?.longBody) route.bodyLimit = route.config.longBody.bytes;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    await requestContexts.begin(request, reply);
    judgeHead(request);
    await judgeSender(request, programs);
  });
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const arrived = bodies.begin(requestContextOf(request).ip, reply.raw);
    const counting = countingBody(request.headers['content-type'] ?? '', arrived);
    done(null, counting ? pipeline(payload, counting, () => undefined) : payload);
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    judgeTexts(request.body);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // What ends an answer may run in the context of another request of the same connection.
    withRequestId(request.id, () => {
      request.log.info(
        {
          method: request.method,
          url: loggedPath(request.url),
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'request',
      );
      done();
    });
  });
  app.get(Assets).serveOn(fastify);
}
