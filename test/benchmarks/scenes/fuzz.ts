import { Agent, request as requestPlain } from 'node:http';
import { CAST } from '../../../db/seeds/demo/content/cast.js';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { BeginSession } from '../../../src/accounts/index.js';
import { ACCESS_MATRIX, type Visitor, VISITORS } from '../../architecture/access-matrix.js';
import { fuzz, type FuzzAnswer, type FuzzReport } from '../../support/fuzz/fuzz.js';
import type { MadeRequest } from '../../support/fuzz/made-requests.js';
import type { DataFolder } from '../data-folder.js';
import { row, type Scene } from '../scene.js';
import { Served } from '../served.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
/** A role, or `visitor`. */
const ONLY = process.env['FUZZ_AS'];
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const AT_ONCE = 4;
/** Requests include signing out and ending sessions, so there are some spare ones. */
const SESSIONS = 200;
const MOST_SHOWN = 20;

/**
 * Random requests, as a visitor and as each role, to the product in a separate process. @throws Error naming what went
 * wrong
 */
export const fuzzing: Scene = async (demo) => {
  const data = (await demo.settled()).copy();
  const sessions = await sessionsOf(data);
  // Every request comes from another address, so that limits per address do not end the run at once.
  const product = await Served.withErrors(data, { TRUST_PROXY: '1' });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = asking(product.origin, agent);
  try {
    const rows = [];
    for (const visitor of VISITORS.filter((one) => ONLY === undefined || one === ONLY)) {
      console.error(`  as ${visitor} …`);
      const report = await fuzz(REQUESTS, {
        routes: [...ACCESS_MATRIX.keys()],
        seed: SEED,
        signIn: () => Promise.resolve(sessions.get(visitor)?.pop() ?? null),
        request: ask,
        atOnce: AT_ONCE,
      });
      judge(visitor, report, product);
      rows.push(row(`Fuzz as ${visitor}`, `${report.sent} requests, no fault: ${told(report)}`));
    }
    return rows;
  } finally {
    agent.destroy();
    await product.stop();
    await data.remove();
  }
};

async function sessionsOf(data: DataFolder): Promise<Map<Visitor, string[]>> {
  const database = new Database(join(data.path, 'academy.sqlite'), { readonly: true });
  const idOf = database.prepare<[string], string>('SELECT id FROM account WHERE email = ?').pluck();
  const people = Object.values(CAST).map(({ role, name, email }) => ({
    id: idOf.get(email) ?? '',
    name,
    email,
    roles: [role],
  }));
  database.close();
  return data.open(async ({ app }) => {
    const sessions = new Map<Visitor, string[]>();
    for (const person of people) {
      const tokens: string[] = [];
      for (let at = 0; at < SESSIONS; at += 1) tokens.push(await app.get(BeginSession).execute(person, 'a fuzz run'));
      sessions.set(person.roles[0]!, tokens);
    }
    return sessions;
  });
}

/**
 * If the product closes a connection while the next request is on its way, that is not a fault: the request is repeated
 * once on a new connection.
 */
function asking(origin: string, agent: Agent): (request: MadeRequest) => Promise<FuzzAnswer> {
  const { hostname, port } = new URL(origin);
  let count = 0;
  const ask = ({ method, path, headers, body }: MadeRequest, isLast: boolean): Promise<FuzzAnswer> =>
    new Promise((resolve, reject) => {
      count += 1;
      const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sending = requestPlain(
        {
          hostname,
          port,
          agent: isLast ? false : agent,
          method,
          path,
          headers: { ...headers, ...length, 'x-forwarded-for': address },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer
            .on('data', (piece: Buffer) => pieces.push(piece))
            .on('error', reject)
            .on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                text: Buffer.concat(pieces).toString(),
              }),
            );
        },
      );
      sending.on('error', (fault) => {
        // Ignores `reusedSocket`: a request that waited for a connection gets an old one without that flag.
        if (isLast) reject(fault);
        else ask({ method, path, headers, body }, true).then(resolve, reject);
      });
      sending.end(body ?? undefined);
    });
  return (request) => ask(request, false);
}

function judge(visitor: Visitor, { faults }: FuzzReport, product: Served): void {
  if (!product.isRunning) throw new Error(`The product ended while it was asked as ${visitor}`);
  if (faults.length > 0)
    throw new Error(
      [
        `${faults.length} faults as ${visitor} (seed ${SEED}):`,
        ...faults.slice(0, MOST_SHOWN),
        'Its log:',
        ...product.errors.slice(0, MOST_SHOWN),
      ].join('\n'),
    );
}

function told({ byStatus }: FuzzReport): string {
  return Object.entries(byStatus)
    .sort(([, one], [, other]) => other - one)
    .map(([status, times]) => `${times} × ${status}`)
    .join(', ');
}
