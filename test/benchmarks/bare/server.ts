import Database from 'better-sqlite3';
import Fastify, { type FastifyReply } from 'fastify';
import { join } from 'node:path';
import { bareCatalogue } from './catalogue.js';
import { bareCertificate } from './certificate.js';
import { BarePages } from './pages.js';

/*
 * The minimum that can send the product's bytes: Fastify, prepared statements on the same SQLite file, and the
 * product's templates compiled by Handlebars. No Nest, no sign-in, no headers, no log. The difference to the product's
 * time is the cost of its features.
 */
const { DATA_DIR = '', PORT = '', PUBLIC_URL = '' } = process.env;
const database = new Database(join(DATA_DIR, 'academy.sqlite'), { readonly: true });
const pages = new BarePages(database);
const catalogue = bareCatalogue(database, pages);
const certificate = bareCertificate(database, pages, PUBLIC_URL);

const html = (reply: FastifyReply, text: string | null) =>
  text === null ? reply.status(404).send() : reply.type('text/html; charset=utf-8').send(text);
const fastify = Fastify();
fastify.get('/readyz', () => ({ status: 'ready' }));
fastify.get('/courses', (request, reply) => html(reply, catalogue(request.url)));
fastify.get<{ Params: { token: string } }>('/c/:token', (request, reply) =>
  html(reply, certificate(request.params.token, request.url)),
);
await fastify.listen({ port: Number(PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
