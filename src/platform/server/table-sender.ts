import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { csvParts, writeXlsx } from '../files/index.js';
import type { Page } from '../http/answers.js';
import { TooManyTables } from '../http/faults.js';
import { requestContextOf } from '../http/request-context.js';
import { CSV, type TableAnswer, type TableRows, XLSX } from '../http/table-answers.js';
import { standAside } from '../jobs/index.js';
import { attachment } from './attachment.js';
import { Pace } from './pace.js';
import { RETRY, TableLine, type Turn } from './table-line.js';

/** Milliseconds that others wait for someone who does not take what was read. */
const PATIENCE = 20;
/** Bytes that are read ahead of whoever downloads. */
const AHEAD = 64 * 1024;

/**
 * Reads and sends tables of any length. Only a few are read at once (`TableLine`), requests are answered between their
 * parts, and reading ends as soon as nobody downloads any more.
 */
export class TableSender {
  private readonly line = new TableLine();
  private readonly pace = new Pace();

  /**
   * Returns a page to send instead, if the table has one for what went wrong.
   * @throws TooManyTables, and whatever reading the rows throws before anything is sent
   */
  async send(reply: FastifyReply, answer: TableAnswer): Promise<Page | null> {
    if (reply.request.method === 'HEAD') {
      void describe(reply, answer).send(Readable.from([]));
      return null;
    }
    const gone = whenGone(reply);
    standAside(reply.raw);
    try {
      const { actor, ip } = requestContextOf(reply.request);
      const turn = await this.line.enter(actor.id ?? ip, gone);
      const { format, table } = answer;
      const reading = { turn, gone, rows: this.pace.rows(table.rows, gone) };
      await (format === 'xlsx' || table.instead
        ? sendWhole(reply, answer, reading)
        : sendInParts(reply, answer, reading));
      return null;
    } catch (fault) {
      if (gone.aborted) return null;
      if (answer.table.instead) return answer.table.instead(fault);
      throw fault;
    }
  }
}

interface RowSource {
  readonly turn: Turn;
  readonly gone: AbortSignal;
  readonly rows: AsyncIterable<TableRows>;
}

/** Keeps only what fits into `AHEAD` and one part. A fault after the first part ends the connection. */
async function sendInParts(reply: FastifyReply, answer: TableAnswer, { turn, gone, rows }: RowSource): Promise<void> {
  const parts = handedOver(csvParts(answer.table.heads, rows), turn);
  const first = await parts.next();
  if (gone.aborted) {
    await parts.return(undefined);
    return;
  }
  const file = Readable.from(startedWith(first, parts), { objectMode: false, highWaterMark: AHEAD });
  gone.addEventListener('abort', () => file.destroy());
  void describe(reply, answer).send(file);
}

/** A workbook, or rows that are right only together, in memory. */
async function sendWhole(reply: FastifyReply, answer: TableAnswer, { turn, gone, rows }: RowSource): Promise<void> {
  try {
    const file = await wholeFile(answer, rows);
    gone.throwIfAborted();
    // Until it is sent, it is kept in memory: no other one for the same account.
    gone.addEventListener('abort', () => turn.end());
    turn.pause();
    void describe(reply, answer).send(file);
  } catch (fault) {
    turn.end();
    throw fault;
  }
}

async function wholeFile(
  { format, table: { heads }, widths }: TableAnswer,
  rows: AsyncIterable<TableRows>,
): Promise<Buffer> {
  if (format === 'xlsx') {
    const workbook = await writeXlsx(heads, rows, widths);
    if (workbook === null) throw new TooManyTables(RETRY);
    return workbook;
  }
  const parts: Buffer[] = [];
  for await (const part of csvParts(heads, rows)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Aborts when the connection is closed, and also once everything is sent. */
function whenGone({ raw, request: { socket } }: FastifyReply): AbortSignal {
  const closing = new AbortController();
  raw.once('close', () => closing.abort());
  if (raw.destroyed || socket.destroyed) closing.abort();
  return closing.signal;
}

/** Pauses the turn while a part is not taken, and ends it after the last. */
async function* handedOver(parts: AsyncIterable<string>, turn: Turn): AsyncGenerator<string, void> {
  let patience: NodeJS.Timeout | undefined;
  try {
    for await (const part of parts) {
      patience = setTimeout(turn.pause, PATIENCE);
      yield part;
      clearTimeout(patience);
      await turn.resume();
    }
  } finally {
    clearTimeout(patience);
    turn.end();
  }
}

/** What is left of `rest`, whose first part was taken already. */
function startedWith<T>(first: IteratorResult<T, void>, rest: AsyncGenerator<T, void>): AsyncIterable<T> {
  let taken: IteratorResult<T, void> | null = first;
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        if (taken === null) return rest.next();
        const one = taken;
        taken = null;
        return Promise.resolve(one);
      },
      return: () => rest.return(),
    }),
  };
}

function describe(reply: FastifyReply, { format, table: { name } }: TableAnswer): FastifyReply {
  return reply
    .status(200)
    .type(format === 'csv' ? CSV : XLSX)
    .header('cache-control', 'private, no-store')
    .header('content-disposition', attachment(`${name}.${format}`));
}
