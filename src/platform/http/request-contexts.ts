import { Inject, Injectable, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { VISITOR, type Actor } from '../actor.js';
import { Clock } from '../clock.js';
import { MessageCatalog, isLanguage, type Language } from '../i18n/index.js';
import { LANGUAGE_COOKIE } from './language.controller.js';
import { takeFlash } from './flash.js';
import { networkOf } from './network.js';
import { preferencesIn } from './preferences.js';

/** The cookie that carries a web session's token. */
export const SESSION_COOKIE = 'session';

export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
}

/** Resolves a web session's token; implemented by the module that keeps accounts. */
export interface Recognition {
  recognise(token: string): Promise<SignedIn | null>;
}
export const RECOGNITION = Symbol('Recognition');

/** Resolves a program's API key; implemented by the module that keeps keys. */
export interface ProgramRecognition {
  /** @throws HttpException 401 or 429 */
  recognise(request: FastifyRequest): Promise<unknown>;
}
export const PROGRAM_RECOGNITION = Symbol('ProgramRecognition');

const NO_ADDRESS =
  'X-Forwarded-For names a client without an IP address. All such clients share the limits of one address, the ' +
  "proxy's: check TRUST_PROXY and what the proxy writes. Said once per process.";

@Injectable()
export class RequestContexts {
  private hasWarned = false;

  constructor(
    private readonly messageCatalog: MessageCatalog,
    private readonly clock: Clock,
    @Optional() @Inject(RECOGNITION) private readonly recognition: Recognition | null,
  ) {}

  async begin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    const token = request.cookies[SESSION_COOKIE];
    const signedIn = token && this.recognition ? await this.recognition.recognise(token) : null;
    const flash = request.method === 'GET' ? takeFlash(request, reply) : null;
    void reply
      .header('content-language', language)
      .header('vary', 'cookie, accept-language')
      .header('x-request-id', request.id);
    let csrf: string | null = null;
    request.requestContext = {
      actor: signedIn?.actor ?? VISITOR,
      language,
      translator: this.messageCatalog.in(language),
      sessionId: signedIn?.sessionId ?? null,
      requestId: request.id,
      ip: this.senderOf(request),
      at: this.clock.now(),
      url: request.url,
      flash,
      csrf: () => (csrf ??= reply.generateCsrf()),
    };
  }

  /** The client's network. A client without an IP address counts as the proxy, so that it has no limits of its own. */
  private senderOf(request: FastifyRequest): string {
    const network = networkOf(request.ip);
    if (network !== null) return network;
    const { remoteAddress } = request.socket;
    if (!this.hasWarned && request.ip !== remoteAddress) {
      this.hasWarned = true;
      request.log.warn(NO_ADDRESS);
    }
    return networkOf(remoteAddress) ?? '';
  }
}

/** The stored choice, else the browser's preference, else Chinese. */
function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies[LANGUAGE_COOKIE];
  if (isLanguage(chosen)) return chosen;
  const first = preferencesIn(request.headers['accept-language']).find(
    ({ value, weight }) => weight > 0 && (value.startsWith('zh') || value.startsWith('en')),
  );
  return first?.value.startsWith('en') ? 'en' : 'zh-CN';
}
