import {
  BadRequestException,
  HttpException,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Transform } from 'node:stream';
import { isText, REPLACEMENT } from '../texts.js';
import { Busy } from '../busy.js';
import { NotFound, SignInNeeded, TooMany } from './faults.js';
import { requestContextOf } from './request-context.js';
import { judgeCharset, Utf8Check } from '../forms/utf8-body.js';
import type { ProgramRecognition } from './request-contexts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    upload?: UploadLimits;
    longBody?: LongBody;
  }
}

export interface UploadLimits {
  /** Maximum number of files in one form. */
  readonly files: number;
  /** Maximum bytes of the whole body: files, fields and their framing. */
  readonly bytes: number;
}

/** A longer body than usual, read only from senders who are signed in or show a key. */
export interface LongBody {
  readonly bytes: number;
  readonly from: 'person' | 'program';
}

/** Maximum bytes of a form without files, unless its route allows more. */
export const FORM_BYTES = 256 * 1024;
/** For a form with pages of text: twenty thousand Chinese characters take 180 kB urlencoded. */
export const LONG_FORM_BYTES = 1024 * 1024;
const MOST_FIELDS = 150;
const FIELD_BYTES = 100_000;
const DEEPEST = 20;
const FORM = 'application/x-www-form-urlencoded';
const PARTS = [
  { begins: FORM, separators: new Set(Buffer.from('&')), most: 10_000 },
  { begins: 'application/json', separators: new Set(Buffer.from('[{,')), most: 20_000 },
];
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The route accepts forms with files. On every other route such a form is refused before any of it is read. */
export const TakesFiles = (upload: UploadLimits): MethodDecorator => RouteConfig({ upload });

/** The route accepts a form of up to so many bytes from those who are signed in. */
export const TakesLongForm = (bytes: number): MethodDecorator =>
  RouteConfig({ longBody: { bytes, from: 'person' } satisfies LongBody });

/** The route accepts JSON of up to so many bytes from programs with a key. */
export const TakesLongRequest = (bytes: number): MethodDecorator =>
  RouteConfig({ longBody: { bytes, from: 'program' } satisfies LongBody });

/**
 * Checks a request by its address and headers, before any of the body is read.
 * @throws HttpException 400, 404, 413 or 415
 */
export function judgeHead(request: FastifyRequest): void {
  const { method, headers, is404, url } = request;
  if (url.includes('%00')) throw new BadRequestException();
  if (WITHOUT_BODY.has(method)) return;
  if (is404) throw new NotFound();
  const { upload } = request.routeOptions.config;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new UnsupportedMediaTypeException();
  judgeCharset(headers['content-type'] ?? '');
  if (!(headers['content-type'] ?? '').trimStart().toLowerCase().startsWith('multipart/')) return;
  if (!upload) throw new UnsupportedMediaTypeException();
  if (Number(headers['content-length'] ?? 0) > upload.bytes) throw new PayloadTooLargeException();
}

/**
 * Authenticates the sender of a long body before any of it is read, so that no outsider can fill the memory with it or
 * have it parsed.
 * @throws HttpException 401 if nobody is signed in, or the refusal of the program's key
 */
export async function judgeSender(request: FastifyRequest, programs: ProgramRecognition): Promise<void> {
  const { longBody } = request.routeOptions.config;
  if (!longBody) return;
  if (longBody.from === 'program') await programs.recognise(request);
  else if (requestContextOf(request).actor.id === null) throw new SignInNeeded();
}

/**
 * Parsing a few megabytes of nothing but separators would block everybody. The body passes through and is cut off with
 * 413 if it has more parts than any form or request of ours, with 400 if it is not UTF-8. `null`: forms with files are
 * read and counted elsewhere.
 * @param arrived is called with the bytes of each chunk, and may throw `Busy` or `TooMany`
 */
export function countingBody(contentType: string, arrived: (bytes: number) => void): Transform | null {
  const type = contentType.trimStart().toLowerCase();
  if (type.startsWith('multipart/')) return null;
  const counted = PARTS.find(({ begins }) => type.startsWith(begins));
  const utf8 = new Utf8Check(counted?.begins === FORM);
  let parts = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        arrived(chunk.length);
        if (counted) for (const byte of chunk) if (counted.separators.has(byte)) parts += 1;
        if (counted && parts > counted.most) throw new PayloadTooLargeException();
        utf8.add(chunk);
        done(null, chunk);
      } catch (fault) {
        done(asReaderFault(fault));
      }
    },
    flush(done) {
      try {
        utf8.end();
        done();
      } catch (fault) {
        done(asReaderFault(fault));
      }
    },
  });
}

/** Fastify takes the status of an error in the body stream from `statusCode`. */
function asReaderFault(fault: unknown): Error {
  if (fault instanceof HttpException) return Object.assign(fault, { statusCode: fault.getStatus() });
  return fault instanceof Error ? fault : new Error('refused', { cause: fault });
}

/**
 * No text contains NUL or half a character, and PostgreSQL accepts neither: such a value or name is refused before it
 * reaches a database.
 * @throws HttpException 400, also for deeper nesting than any request of ours
 */
export function judgeTexts(body: unknown): void {
  if (holdsNoText(body, DEEPEST)) throw new BadRequestException();
}

function holdsNoText(value: unknown, deeper: number): boolean {
  if (typeof value === 'string') return !isText(value);
  if (typeof value !== 'object' || value === null) return false;
  return deeper === 0 || Object.entries(value).some(([name, one]) => !isText(name) || holdsNoText(one, deeper - 1));
}

/**
 * Reads a form with files, counting what arrives.
 * @param arrived is called with the bytes of each chunk, and may throw `Busy` or `TooMany`
 * @throws HttpException 413 if it exceeds the route's limits, 400 if it cannot be read
 */
export async function readUpload(
  request: FastifyRequest,
  upload: UploadLimits,
  arrived: (bytes: number) => void,
): Promise<object> {
  const { raw } = request;
  let count: (chunk: Buffer) => void = () => undefined;
  try {
    const form = formIn(request, upload);
    const tooLarge = new Promise<never>((_, reject) => {
      let received = 0;
      count = ({ length }) => {
        received += length;
        if (received > upload.bytes) reject(new PayloadTooLargeException());
        try {
          arrived(length);
        } catch (fault) {
          reject(fault instanceof Error ? fault : new Error('refused', { cause: fault }));
        }
      };
      raw.on('data', count);
    });
    return await Promise.race([form, tooLarge]);
  } catch (fault) {
    raw.unpipe();
    raw.resume();
    if (fault instanceof Busy || fault instanceof TooMany) throw fault;
    throw statusIn(fault) === 413
      ? new PayloadTooLargeException()
      : new BadRequestException('unreadable form', { cause: fault });
  } finally {
    raw.off('data', count);
  }
}

async function formIn(request: FastifyRequest, { files, bytes }: UploadLimits): Promise<object> {
  const limits = {
    files,
    fileSize: bytes,
    fields: MOST_FIELDS,
    fieldSize: FIELD_BYTES,
    fieldNameSize: 200,
    parts: MOST_FIELDS + files,
    headerPairs: 20,
  };
  let body = {};
  for await (const part of request.parts({ limits })) {
    body = part.fields;
    if (part.type === 'file') await part.toBuffer();
    else if (part.valueTruncated || part.fieldnameTruncated) throw new PayloadTooLargeException();
    else judgePart(part.fieldname, part.value);
  }
  return body;
}

/** The parser decodes the texts and replaces what is not UTF-8. */
function judgePart(name: string, value: unknown): void {
  if (name.includes(REPLACEMENT) || (typeof value === 'string' && value.includes(REPLACEMENT)))
    throw new BadRequestException();
  judgeTexts({ [name]: value });
}

function statusIn(fault: unknown): unknown {
  if (fault instanceof PayloadTooLargeException) return 413;
  return (fault as { statusCode?: unknown } | null)?.statusCode;
}
