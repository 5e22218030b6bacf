import autocannon from 'autocannon';
import Fastify from 'fastify';
import { Enrol } from '../../src/enrolment/index.js';
import { isRefused } from '../../src/platform/index.js';
import { aCohort } from '../builders/cohorts.js';
import { someTrainees } from '../builders/trainees.js';
import { TestAcademy } from '../support/app.js';
import { DATABASE } from '../support/database.js';

/*
 * Pages and acts measured beside a bare server that answers the same bytes, in turns, so that both meet the same noise.
 * Each figure is the median of its rounds. Run it on a quiet machine: `npm run bench`, or with TEST_DATABASE_URL for PostgreSQL.
 */

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 10;
const ENROLMENTS = 500;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers: { accept: 'text/html', 'accept-language': 'zh-CN' } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} failed`);
  return result.requests.average;
}

/** The page on the product and, in turns, its bytes on a server that does nothing else. */
async function page(origin: string, path: string): Promise<void> {
  const bytes = await (await fetch(origin + path, { headers: { accept: 'text/html' } })).text();
  const bare = Fastify();
  bare.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').send(bytes));
  await bare.listen({ port: 0, host: '127.0.0.1' });
  const address = bare.server.address();
  const bareOrigin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await rate(origin + path));
    theirs.push(await rate(bareOrigin + path));
  }
  await bare.close();
  const [own, other] = [median(ours), median(theirs)];
  console.log(`${path.padEnd(28)} ${own.toFixed(0).padStart(7)} /s   bare ${other.toFixed(0).padStart(7)} /s   ${(own / other * 100).toFixed(0)} %   ${(bytes.length / 1024).toFixed(0)} KB`);
}

/** Seats given one after another and all at once, through the act that every path uses. */
async function enrolments(academy: TestAcademy): Promise<void> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const cohort = await aCohort(academy, { capacity: ENROLMENTS / 2 });
    const trainees = await someTrainees(academy, ENROLMENTS);
    const began = performance.now();
    const outcomes = await Promise.all(trainees.map((trainee) => academy.app.get(Enrol).self(trainee, cohort.code)));
    rates.push(ENROLMENTS / (performance.now() - began) * 1000);
    if (outcomes.some((outcome) => isRefused(outcome))) throw new Error('An enrolment was refused');
  }
  console.log(`${'enrolments at once'.padEnd(28)} ${median(rates).toFixed(0).padStart(7)} /s   (${ENROLMENTS} people for ${ENROLMENTS / 2} seats)`);
}

const academy = await TestAcademy.open();
try {
  console.log(`${DATABASE}, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${SECONDS} s`);
  const origin = await academy.listen();
  const cohort = await aCohort(academy, { capacity: 20 });
  for (const trainee of await someTrainees(academy, 12)) await academy.app.get(Enrol).self(trainee, cohort.code);
  for (let more = 0; more < 20; more += 1) await aCohort(academy);
  for (const path of ['/', '/courses', `/courses/${cohort.courseCode}`, `/cohorts/${cohort.code}`, '/verify']) await page(origin, path);
  await enrolments(academy);
} finally {
  await academy.close();
}
