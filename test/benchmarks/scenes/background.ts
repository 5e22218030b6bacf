import Database from 'better-sqlite3';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { BeginSession } from '../../../src/accounts/index.js';
import { BeginBatch, BeginIssuance, ResumeList, SubmitList } from '../../../src/certifications/index.js';
import { isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { anEmployer } from '../../builders/employers.js';
import { graduates } from '../../http/certifications/graduates.js';
import type { BuilderAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';
import type { DataFolder } from '../data-folder.js';
import { pollPages } from '../polled.js';
import { type Row, row, type Scene } from '../scene.js';
import { Served } from '../served.js';
import { listRows, LIST_ROWS } from './verification-list.js';

/** Work that runs in the background of the pages. */
interface Beside {
  readonly what: string;
  /** The academy it runs in: with all documents, or with those of the demo still missing. */
  readonly documents: 'made' | 'missing';
  /**
   * Prepares it before the academy serves visitors, and returns a function that starts it. `null`: the product starts
   * it by itself.
   */
  readonly ready: (site: BuilderAcademy) => Promise<((origin: string) => Promise<void>) | null>;
  /** A query that returns 1 once it is over; `null`: it is observed for `SECONDS`. */
  readonly over: string | null;
}

const SECONDS = 20;
const WARM_UP = 1_500;
const MOST = 300_000;
const COHORT = 100;
const BATCH = 200;
const PEOPLE = 2_000;

const ALL: readonly Beside[] = [
  { what: 'nothing', documents: 'made', ready: () => Promise.resolve(null), over: null },
  {
    what: `a list of ${LIST_ROWS.toLocaleString('en')} rows`,
    documents: 'made',
    ready: aList,
    over: `SELECT COUNT(*) = 0 FROM verification_batch WHERE answered_at IS NULL`,
  },
  { what: 'its result downloaded as XLSX and CSV', documents: 'made', ready: results, over: null },
  {
    what: `the issue of ${COHORT} certificates`,
    documents: 'made',
    ready: anIssue,
    over: `SELECT COUNT(*) FROM job WHERE kind = 'issuance' AND state = 'done' AND total = ${COHORT}`,
  },
  { what: 'documents made for old certificates', documents: 'missing', ready: () => Promise.resolve(null), over: null },
  {
    what: `the revocation of ${BATCH} certificates`,
    documents: 'made',
    ready: revocations,
    over: `SELECT COUNT(*) FROM job WHERE kind = 'certificateBatch' AND state = 'done' AND total = ${BATCH}`,
  },
  { what: `the import of ${PEOPLE.toLocaleString('en')} trainees`, documents: 'made', ready: anImport, over: null },
];

/** Visitors' pages, requested one after the other while long work runs in the same process. */
export const background: Scene = async (demo) => {
  const rows: Row[] = [];
  for (const beside of ALL) rows.push(await measured(demo, beside));
  return rows;
};

async function measured(demo: DataFolder, { what, documents, ready, over }: Beside): Promise<Row> {
  const data = documents === 'made' ? (await demo.settled()).copy() : demo.copy();
  try {
    const begin = await data.open(ready);
    const product = await Served.withLoopWatch(data);
    const database = new Database(join(data.path, 'academy.sqlite'), { readonly: true });
    try {
      // What the first page loads does not count.
      await pollPages(product.origin, afterMilliseconds(WARM_UP), { most: MOST });
      await product.longestStretch();
      let ended = over === null && begin === null ? pause(SECONDS * 1000) : Promise.resolve();
      if (begin) ended = begin(product.origin);
      let isOver = false;
      const watched =
        over === null
          ? ended.then(() => {
              isOver = true;
            })
          : ended;
      const question = over === null ? null : database.prepare<[], number>(over).pluck();
      const felt = await pollPages(product.origin, () => isOver || question?.get() === 1, { most: MOST });
      await watched;
      const { elapsed, processor } = await product.longestStretch();
      const stretch = `longest stretch ${elapsed.toFixed(0)} ms${processor === null ? '' : ` (processor ${processor.toFixed(0)} ms)`}`;
      return row(`Pages beside ${what}`, `longest ${felt.longest.toFixed(0)} ms; ${stretch}`, {
        p50: felt.p50,
        p99: felt.p99,
      });
    } finally {
      database.close();
      await product.stop();
    }
  } finally {
    await data.remove();
  }
}

function afterMilliseconds(milliseconds: number): () => boolean {
  const until = performance.now() + milliseconds;
  return () => performance.now() > until;
}

async function aList(site: BuilderAcademy): Promise<null> {
  await sendList(site);
  return null;
}

async function sendList(site: BuilderAcademy): Promise<{ readonly id: string; readonly cookie: string }> {
  const employer = await anEmployer(site);
  const rows = await listRows(site);
  const sent = await site.app.get(SubmitList).execute(employer.contact, employer.id, {
    rows,
    columns: { number: '编号', name: '姓名' },
    filename: 'list.xlsx',
    sha256: '0'.repeat(64),
    purpose: 'a benchmark',
  });
  if (isRefused(sent)) throw new Error('The list was refused');
  await site.app.get(ResumeList).execute(employer.contact, sent.id);
  return {
    id: sent.id,
    cookie: `session=${await site.app.get(BeginSession).execute(employer.contact, 'a benchmark')}`,
  };
}

async function results(site: BuilderAcademy): Promise<(origin: string) => Promise<void>> {
  const { id, cookie } = await sendList(site);
  return async (origin) => {
    for (const name of ['result.xlsx', 'result.csv']) {
      let answer = await fetch(`${origin}/employer/lists/${id}/${name}`, { headers: { cookie } });
      for (
        ;
        answer.status === 409;
        answer = await fetch(`${origin}/employer/lists/${id}/${name}`, { headers: { cookie } })
      )
        await pause(1000);
      if (answer.status !== 200 || (await answer.arrayBuffer()).byteLength < LIST_ROWS)
        throw new Error(`${name} was answered by ${answer.status}`);
    }
  };
}

async function anIssue(site: BuilderAcademy): Promise<null> {
  const names = Array.from({ length: COHORT }, (_, at) => ({
    name: `石${String.fromCodePoint(0x4e00 + at)}`,
    latinName: 'Shi Yi',
  }));
  const { cohort } = await graduates(site, { names });
  const begun = await site.app.get(BeginIssuance).execute(await person(site, 'administrator'), cohort.code);
  if (isRefused(begun) || begun.count !== COHORT) throw new Error('The certificates could not be issued');
  return null;
}

async function revocations(site: BuilderAcademy): Promise<null> {
  const ids = (
    await site.app
      .get(ReadDatabase)
      .query<{ id: string }>(sql`SELECT id AS "id" FROM certificate WHERE state = 'valid' ORDER BY id LIMIT ${BATCH}`)
  ).map(({ id }) => id);
  const begun = await site.app.get(BeginBatch).execute(await person(site, 'administrator'), {
    kind: 'revocation',
    ids,
    revocation: { reasonClass: 'other', reason: '基准测试' },
  });
  if (isRefused(begun)) throw new Error('The certificates could not be revoked');
  return null;
}

async function anImport(site: BuilderAcademy): Promise<(origin: string) => Promise<void>> {
  const cookie = `session=${await site.app.get(BeginSession).execute(await person(site, 'coordinator'), 'a benchmark')}`;
  const sheet = [
    '姓名,手机,邮箱',
    ...Array.from(
      { length: PEOPLE },
      (_, at) => `赵${String.fromCodePoint(0x4e00 + at)},139${String(20_000_000 + at)},zhao.${at}@example.org`,
    ),
  ].join('\n');
  return async (origin) => {
    const page = await fetch(`${origin}/office/trainees/import`, { headers: { cookie, accept: 'text/html' } });
    const own = [cookie, ...page.headers.getSetCookie().map((one) => one.split(';')[0]!)].join('; ');
    const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const form = new FormData();
    form.set('_csrf', token);
    form.set('file', new Blob([sheet], { type: 'text/csv' }), 'people.csv');
    const preview = await fetch(`${origin}/office/trainees/import`, {
      method: 'POST',
      headers: { cookie: own, accept: 'text/html' },
      body: form,
    });
    if (preview.status !== 200) throw new Error(`The sheet was answered by ${preview.status}`);
    await preview.text();
    const done = await fetch(`${origin}/office/trainees/import/confirmation`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: own, accept: 'text/html' },
      body: new URLSearchParams({ _csrf: token, sheet, filename: 'people.csv' }),
    });
    if (done.status !== 303) throw new Error(`The import was answered by ${done.status}`);
  };
}
