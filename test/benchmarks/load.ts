import autocannon from 'autocannon';

/** The throughput and response times of a server under load. */
export interface Pace {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export const CONNECTIONS = 10;
const HEADERS = { accept: 'text/html', 'accept-language': 'zh-CN' };

/** Requests one page repeatedly for so many seconds. @throws Error if an answer is not 200 */
export async function reading(
  url: string,
  { seconds, cookie = '' }: { seconds: number; cookie?: string | undefined },
): Promise<Pace> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { ...HEADERS, ...(cookie === '' ? {} : { cookie }) },
  });
  return paceOf(url, result);
}

/**
 * Requests many pages of one server in turn, starting over at the end, for so many seconds.
 * @throws Error if an answer is not 200
 */
export async function readingMany(
  origin: string,
  { paths, seconds }: { readonly paths: readonly string[]; readonly seconds: number },
): Promise<Pace> {
  let turn = 0;
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    headers: HEADERS,
    requests: [{ setupRequest: (request) => ({ ...request, path: paths[(turn += 1) % paths.length]! }) }],
  });
  return paceOf(origin, result);
}

/** Submits each form once. @throws Error if an answer is not a redirect */
export async function sending(
  url: string,
  forms: readonly { readonly cookie: string; readonly body: string }[],
): Promise<Pace> {
  const waiting = [...forms];
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount: forms.length,
    requests: [
      {
        method: 'POST',
        headers: { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => {
          const form = waiting.pop();
          return form ? { ...request, body: form.body, headers: { ...request.headers, cookie: form.cookie } } : request;
        },
      },
    ],
  });
  return paceOf(url, result, '303');
}

function paceOf(
  url: string,
  { requests, latency, errors, statusCodeStats = {}, duration }: autocannon.Result,
  expectedStatus = '200',
): Pace {
  const others = Object.keys(statusCodeStats).filter((status) => status !== expectedStatus);
  if (others.length > 0 || errors > 0)
    throw new Error(`${url} was answered by ${others.join(', ') || 'nothing'} instead of ${expectedStatus}`);
  return { perSecond: requests.total / duration, p50: latency.p50, p99: latency.p99 };
}

/** The median of several rounds, for each figure separately. */
export function medianPace(rounds: readonly Pace[]): Pace {
  return {
    perSecond: median(rounds.map((one) => one.perSecond)),
    p50: median(rounds.map((one) => one.p50)),
    p99: median(rounds.map((one) => one.p99)),
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
