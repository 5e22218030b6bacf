import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { PACKAGE_ROOT } from '../files/package-root.js';

const FOLDER = join(PACKAGE_ROOT, 'views', 'assets');
const STYLE_FOLDER = join(FOLDER, 'css');
const FOR_EVER = 'public, max-age=31536000, immutable';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  readonly url: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: () => Buffer;
  readonly brotli: () => Buffer;
}

/**
 * Style sheets, scripts and icons: read and compressed once, on first use; cached by browsers for ever under names that
 * change with their content.
 */
@Injectable()
export class Assets {
  private readonly byName = new Map<string, Asset>();

  constructor() {
    this.add(
      'app.css',
      Buffer.concat(
        readdirSync(STYLE_FOLDER, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.css'))
          .sort()
          .map((name) => readFileSync(join(STYLE_FOLDER, name))),
      ),
    );
    for (const name of readdirSync(FOLDER))
      if (extname(name) in TYPES) this.add(name, readFileSync(join(FOLDER, name)));
  }

  /** @throws Error if `views/assets` has no file of that name */
  url(name: string): string {
    const asset = this.byName.get(name);
    if (!asset) throw new Error(`No asset "${name}"`);
    return asset.url;
  }

  serveOn(fastify: FastifyInstance): void {
    for (const asset of this.byName.values()) {
      fastify.get(asset.url, (request: FastifyRequest, reply: FastifyReply) => send(asset, request, reply));
    }
    const icon = this.byName.get('favicon.svg');
    if (icon) fastify.get('/favicon.ico', (request: FastifyRequest, reply: FastifyReply) => send(icon, request, reply));
  }

  private add(name: string, plain: Buffer): void {
    const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
    const ending = extname(name);
    this.byName.set(name, {
      url: `/assets/${name.slice(0, -ending.length)}.${hash}${ending}`,
      type: TYPES[ending]!,
      plain,
      gzip: once(() => gzipSync(plain, { level: 9 })),
      brotli: once(() => brotliCompressSync(plain)),
    });
  }
}

/** Read and compressed once for all academies of a process. */
export const assetsOfViews = once(() => new Assets());

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

function send(asset: Asset, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const accepts = request.headers['accept-encoding'] ?? '';
  void reply.type(asset.type).header('cache-control', FOR_EVER).header('vary', 'accept-encoding');
  if (accepts.includes('br')) return reply.header('content-encoding', 'br').send(asset.brotli());
  if (accepts.includes('gzip')) return reply.header('content-encoding', 'gzip').send(asset.gzip());
  return reply.send(asset.plain);
}
