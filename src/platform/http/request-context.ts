import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';
import type { Language, Translator } from '../i18n/index.js';
import type { Flash } from './flash.js';

/** One request as the product sees it: who sends it, in which language, from where. */
export interface RequestContext {
  readonly actor: Actor;
  readonly language: Language;
  readonly translator: Translator;
  /** Fingerprint of the web session's token; `null` for visitors. */
  readonly sessionId: string | null;
  readonly requestId: string;
  /** The client's network, for limits (`networkOf`). */
  readonly ip: string;
  /** When it arrived; epoch milliseconds. */
  readonly at: number;
  /** Requested path and query. */
  readonly url: string;
  readonly flash: Flash | null;
  /** A CSRF token for this visitor's forms; sets the visitor's CSRF cookie on first use. */
  csrf(): string;
}

declare module 'fastify' {
  interface FastifyRequest {
    requestContext?: RequestContext;
  }
}

/** The request's context as a controller's argument. */
export const CurrentContext = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext =>
  requestContextOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws Error if the context has not been made yet, which only a wrong hook order can cause */
export function requestContextOf(request: FastifyRequest): RequestContext {
  if (!request.requestContext) throw new Error('The request has no context yet');
  return request.requestContext;
}
