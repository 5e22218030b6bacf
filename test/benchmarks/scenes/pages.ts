import Database from 'better-sqlite3';
import { join } from 'node:path';
import { CAST } from '../../../db/seeds/demo/content/cast.js';
import { BeginSession } from '../../../src/accounts/index.js';
import { Clock } from '../../../src/platform/index.js';
import type { DataFolder } from '../data-folder.js';
import { median, medianPace, type Pace, reading } from '../load.js';
import { type Row, row, type Scene } from '../scene.js';
import { Served } from '../served.js';
import { perSecond } from '../table.js';

/** Many short rounds, so that noise on the machine affects both servers alike. */
const ROUNDS = 11;
const SECONDS = 1;

interface Page {
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
  /** Whether the bare server has this page too. */
  readonly bare?: boolean;
}

/** The most visited pages, in turns with the same bytes from the bare server, so that both meet the same noise. */
export const pages: Scene = async (demo) => {
  const settled = await demo.settled();
  const hot = await hotPages(settled);
  const [product, bare] = [await Served.product(settled), await Served.bare(settled)];
  try {
    for (const page of hot) await warmUp(page, product, bare);
    const rounds = hot.map((page) => ({ page, own: [] as Pace[], bare: [] as Pace[] }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const measured of rounds) {
        const { path, cookie } = measured.page;
        measured.own.push(await reading(product.origin + path, { seconds: SECONDS, cookie }));
        if (measured.page.bare) measured.bare.push(await reading(bare.origin + path, { seconds: SECONDS }));
      }
    }
    return rounds.map(({ page, own, bare: other }) => rowOf(page, own, other));
  } finally {
    await product.stop();
    await bare.stop();
  }
};

async function hotPages(data: DataFolder): Promise<Page[]> {
  const database = new Database(join(data.path, 'academy.sqlite'), { readonly: true });
  const now = new Clock().now();
  const cohort = database
    .prepare<[number, number], string>(
      `
    SELECT code FROM cohort WHERE state = 'confirmed' AND window_opens_at <= ? AND window_closes_at > ? ORDER BY starts_on, code LIMIT 1`,
    )
    .pluck()
    .get(now, now);
  const token = database
    .prepare<[], string>(
      `
    SELECT token FROM certificate k WHERE state = 'valid' AND expires_on IS NULL AND supersedes_id IS NULL ORDER BY number LIMIT 1`,
    )
    .pluck()
    .get();
  const account = database
    .prepare<[string], string>('SELECT id FROM account WHERE email = ?')
    .pluck()
    .get(CAST.trainee.email);
  database.close();
  if (!cohort || !token || !account) throw new Error('The demo lacks an open cohort, a certificate or its trainee');
  const trainee = { id: account, name: CAST.trainee.name, email: CAST.trainee.email, roles: ['trainee'] };
  const session = await data.open(({ app }) => app.get(BeginSession).execute(trainee, 'a benchmark'));
  return [
    { name: 'Home `/`', path: '/' },
    { name: 'Catalogue `/courses`', path: '/courses', bare: true },
    { name: 'Cohort `/cohorts/<code>`', path: `/cohorts/${cohort}` },
    { name: 'Certificate `/c/<token>`', path: `/c/${token}`, bare: true },
    { name: 'My training, signed in', path: '/my/training', cookie: `session=${session}` },
  ];
}

/** One unmeasured turn, after checking that both servers send the same bytes. */
async function warmUp({ path, cookie, bare: isBare }: Page, product: Served, bare: Served): Promise<void> {
  if (isBare) await assertSameBytes(product.origin + path, bare.origin + path);
  await reading(product.origin + path, { seconds: 1, cookie });
  if (isBare) await reading(bare.origin + path, { seconds: 1 });
}

/**
 * @throws Error showing where the bodies differ. A page that prints the minute is requested once more, in case the
 * minute changed.
 */
async function assertSameBytes(own: string, other: string, isLast = false): Promise<void> {
  const [a, b] = [await bodyOf(own), await bodyOf(other)];
  if (a.equals(b)) return;
  if (!isLast) return assertSameBytes(own, other, true);
  const at = a.findIndex((byte, index) => byte !== b[index]);
  throw new Error(
    `The bare server sends other bytes for ${own}:\n${a.subarray(at - 80, at + 120).toString()}\n--- instead of ---\n${b.subarray(at - 80, at + 120).toString()}`,
  );
}

async function bodyOf(url: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { accept: 'text/html', 'accept-language': 'zh-CN' } });
  return Buffer.from(await answer.arrayBuffer());
}

/** The ratio is the median of the rounds' own ratios, because the two turns of a round are measured side by side. */
function rowOf({ name }: Page, own: readonly Pace[], bare: readonly Pace[]): Row {
  const { perSecond: rate, p50, p99 } = medianPace(own);
  if (bare.length === 0) return row(name, perSecond(rate), { p50, p99 });
  const ratio = median(own.map((one, at) => one.perSecond / (bare[at]?.perSecond ?? NaN)));
  return row(name, perSecond(rate), { p50, p99, bare: perSecond(medianPace(bare).perSecond), ratio });
}
