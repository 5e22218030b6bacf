import fastifyHelmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { Config } from '../config.js';

/** Headers of this one answer, or of every server. */
const NOT_HELMETS = new Set(['connection', 'content-length', 'date']);

/**
 * What Helmet makes of our rules. It works its headers out anew for every answer;
 * ours never differ, so they are worked out once.
 */
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
