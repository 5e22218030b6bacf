import fastifyHelmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { Config } from '../config.js';

/** Headers of this one answer, or that every server sends. */
const NOT_HELMETS = new Set(['connection', 'content-length', 'date']);

/** Helmet computes its headers anew for every answer; ours never differ, so they are computed once. */
export async function securityHeaders(config: Config): Promise<Record<string, string>> {
  const model = Fastify();
  await model.register(fastifyHelmet, rulesFor(config));
  model.get('/', (_request, reply) => reply.send());
  const { headers } = await model.inject('/');
  await model.close();
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !NOT_HELMETS.has(name))
      .map(([name, value]) => [name, String(value)]),
  );
}

function rulesFor(config: Config): Parameters<typeof fastifyHelmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.secure ? { maxAge: 15552000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}
