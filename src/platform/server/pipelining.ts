import type { onRequestHookHandler } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may wait for their turn. Browsers and proxies send the next after an answer. */
const MOST_WAITING = 8;

interface Line {
  /** Resolves when the request that came last is answered. */
  last: Promise<void>;
  length: number;
}

/**
 * Starts the requests of one connection one after the other, each in a turn of its own, and ends a connection that
 * sends more ahead than `MOST_WAITING`. Node starts every request in what has arrived at once: hundreds in a few
 * kilobytes, which would give nobody else a turn, and whose answers would be kept in memory while nobody reads them.
 *
 * The first of all hooks: whatever comes before it is done for every request of the connection.
 */
export function onePerTurn(): onRequestHookHandler {
  const lines = new WeakMap<Socket, Line>();
  const started = new WeakSet<IncomingMessage>();
  return (request, reply, done) => {
    // The hooks run a second time for an address that nobody answers.
    if (started.has(request.raw)) {
      done();
      return;
    }
    started.add(request.raw);
    const { socket } = request.raw;
    const line = lines.get(socket) ?? { last: Promise.resolve(), length: 0 };
    lines.set(socket, line);
    line.length += 1;
    if (line.length > MOST_WAITING) socket.destroy();
    if (socket.destroyed) {
      void reply.hijack();
      return;
    }
    const answered = new Promise<void>((resolve) => reply.raw.once('close', resolve)).then(() => {
      line.length -= 1;
    });
    const isFirst = line.length === 1;
    const before = line.last;
    line.last = before.then(() => answered);
    if (isFirst) {
      done();
      return;
    }
    void before.then(() =>
      setImmediate(() => {
        if (socket.destroyed) void reply.hijack();
        else done();
      }),
    );
  };
}
