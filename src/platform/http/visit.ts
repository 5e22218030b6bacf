import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';
import type { Language, Speaker } from '../i18n/index.js';
import type { Notice } from './notice.js';

/** One request as the product sees it: who asks, in which language, from where. */
export interface Visit {
  readonly actor: Actor;
  readonly language: Language;
  readonly speaker: Speaker;
  /** Fingerprint of the web session's token; `null` for visitors. */
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly ip: string;
  /** When it was asked; epoch milliseconds. */
  readonly at: number;
  /** Path and query as asked for. */
  readonly url: string;
  readonly notice: Notice | null;
  /** A token for this visitor's forms; makes the visitor's CSRF cookie on first use. */
  csrf(): string;
}

declare module 'fastify' {
  interface FastifyRequest {
    visit?: Visit;
  }
}

/** The visit as a controller's argument. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit =>
  visitOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws Error before the visit has begun, which only a wrong hook order can cause. */
export function visitOf(request: FastifyRequest): Visit {
  if (!request.visit) throw new Error('The visit has not begun');
  return request.visit;
}
