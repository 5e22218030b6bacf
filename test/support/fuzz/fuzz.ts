import { type MadeRequest, MadeRequests } from './made-requests.js';
import { Randomness } from './randomness.js';

export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | number | undefined>>;
  readonly text: string;
}

export interface FuzzOptions {
  /** Methods and addresses, such as `POST /office/cohorts/:code`. */
  readonly routes: readonly string[];
  readonly seed: number;
  /** Cookie value of a fresh web session, or `null` for a visitor. */
  readonly signIn: () => Promise<string | null>;
  /** Sends one request; a rejection is a connection that ended without an answer. */
  readonly request: (request: MadeRequest) => Promise<FuzzAnswer>;
  /** Concurrent requests. */
  readonly atOnce?: number;
}

export interface FuzzReport {
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** What must never happen: faults of the product, missing answers, and exposed internals. */
  readonly faults: readonly string[];
}

/** Milliseconds after which an answer counts as missing. */
const PATIENCE = 20_000;
const INSIDES = /node_modules|\bat [\w.<>]+ \(|QueryFailedError|SQLITE_|TypeError:|ReferenceError:|\bdist\/src\//;

/**
 * Sends so many requests as one visitor, following the pages that are returned. The same seed begins with the same
 * requests.
 */
export async function fuzz(
  count: number,
  { routes, seed, signIn, request: ask, atOnce = 1 }: FuzzOptions,
): Promise<FuzzReport> {
  const random = new Randomness(seed);
  const requests = new MadeRequests(random, routes);
  const cookies = new Map<string, string>();
  const byStatus: Record<string, number> = {};
  const faults: string[] = [];
  let left = count;
  const begin = async (): Promise<void> => {
    const session = await signIn();
    if (session !== null) cookies.set('session', session);
  };
  const send = async (): Promise<void> => {
    const request = requests.next();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await within(
      ask({
        ...request,
        headers: {
          'accept-language': 'en',
          accept: 'text/html',
          ...(cookie === '' ? {} : { cookie }),
          ...request.headers,
        },
      }),
    );
    const status = typeof answer === 'string' ? 'none' : String(answer.status);
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    const fault = faultIn(answer);
    if (fault !== null) faults.push(`${fault}: ${said(request)}`);
    if (typeof answer === 'string') return;
    keepCookies(cookies, answer.headers['set-cookie']);
    if (String(answer.headers['content-type'] ?? '').startsWith('text/html'))
      requests.learn(answer.text, request.path.split('?')[0] ?? '/');
    if (!cookies.has('session')) await begin();
  };
  await begin();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (; left > 0;) {
        left -= 1;
        await send();
      }
    }),
  );
  return { sent: count, byStatus, faults };
}

function faultIn(answer: FuzzAnswer | string): string | null {
  if (typeof answer === 'string') return answer;
  if (answer.status >= 500) return String(answer.status);
  const shown = INSIDES.exec(answer.text);
  return shown ? `shows "${shown[0]}"` : null;
}

/** The answer, or a text that says why there is none. */
async function within(answer: Promise<FuzzAnswer>): Promise<FuzzAnswer | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer in ${PATIENCE / 1000} s`), PATIENCE);
  });
  const given = await Promise.race([answer.catch((fault: unknown) => `no answer (${String(fault)})`), late]);
  clearTimeout(timer);
  return given;
}

function keepCookies(cookies: Map<string, string>, sent: FuzzAnswer['headers'][string]): void {
  for (const line of typeof sent === 'object' ? sent : [String(sent ?? '')]) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    if (at <= 0) continue;
    const gone = pair.endsWith('=') || attributes.some((one) => one.trim().toLowerCase() === 'max-age=0');
    if (gone) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function said({ method, path, headers, body }: MadeRequest): string {
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${(body ?? '').slice(0, 600)}`;
}
