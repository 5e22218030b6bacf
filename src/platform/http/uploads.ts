import { BadRequestException, PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { NotFound } from './faults.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    upload?: UploadLimits;
    formBytes?: number;
  }
}

export interface UploadLimits {
  /** Most files of one form. */
  readonly files: number;
  /** Most bytes of the whole body: files, fields and what is around them. */
  readonly bytes: number;
}

/** Most bytes of a form without files, unless its route says otherwise. */
export const FORM_BYTES = 1024 * 1024;
const MOST_FIELDS = 150;
const FIELD_BYTES = 100_000;
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The route takes a form with files. On every other route such a form is refused before any of it is read. */
export const TakesFiles = (upload: UploadLimits): MethodDecorator => RouteConfig({ upload });

/** The route takes a form, or JSON, of up to so many bytes. */
export const TakesLongForm = (formBytes: number): MethodDecorator => RouteConfig({ formBytes });

/**
 * Judges a body by what the request says of it, before any of it is read.
 * @throws HttpException 400, 404, 413 or 415
 */
export function judgeBody(request: FastifyRequest): void {
  const { method, headers, is404 } = request;
  if (WITHOUT_BODY.has(method)) return;
  if (is404) throw new NotFound();
  const { upload } = request.routeOptions.config;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new UnsupportedMediaTypeException();
  if (!(headers['content-type'] ?? '').trimStart().toLowerCase().startsWith('multipart/')) return;
  if (!upload) throw new UnsupportedMediaTypeException();
  if (Number(headers['content-length'] ?? 0) > upload.bytes) throw new PayloadTooLargeException();
}

/**
 * Reads a form with files, counting what arrives.
 * @throws HttpException 413 where it is more than the route takes, 400 where it cannot be read
 */
export async function readUpload(request: FastifyRequest, upload: UploadLimits): Promise<object> {
  const { raw } = request;
  let count: (chunk: Buffer) => void = () => undefined;
  try {
    const form = formIn(request, upload);
    const tooLarge = new Promise<never>((_, reject) => {
      let received = 0;
      count = ({ length }) => {
        received += length;
        if (received > upload.bytes) reject(new PayloadTooLargeException());
      };
      raw.on('data', count);
    });
    return await Promise.race([form, tooLarge]);
  } catch (fault) {
    raw.unpipe();
    raw.resume();
    throw statusIn(fault) === 413 ? new PayloadTooLargeException() : new BadRequestException('unreadable form', { cause: fault });
  } finally {
    raw.off('data', count);
  }
}

async function formIn(request: FastifyRequest, { files, bytes }: UploadLimits): Promise<object> {
  const limits = { files, fileSize: bytes, fields: MOST_FIELDS, fieldSize: FIELD_BYTES, fieldNameSize: 200, parts: MOST_FIELDS + files, headerPairs: 20 };
  let body = {};
  for await (const part of request.parts({ limits })) {
    body = part.fields;
    if (part.type === 'file') await part.toBuffer();
    else if (part.valueTruncated || part.fieldnameTruncated) throw new PayloadTooLargeException();
  }
  return body;
}

function statusIn(fault: unknown): unknown {
  if (fault instanceof PayloadTooLargeException) return 413;
  return (fault as { statusCode?: unknown } | null)?.statusCode;
}
