/**
 * Starts the slowest files first, so that all workers end at about the same time; then Jest's own order, which without
 * a cache goes by file size: a journey of twenty lines would start last.
 */
import TestSequencer from '@jest/test-sequencer';

const LONGEST = [
  'test/data/demo/demo-academy.test.ts',
  'test/data/demo/holiday-repair-of-the-demo.test.ts',
  'test/journeys/road-at-a-desk.test.ts',
  'test/journeys/road-on-a-phone.test.ts',
  'test/journeys/road-without-javascript.test.ts',
  'test/http/platform/hostile-files.test.ts',
  'test/concurrency/platform/mail-delivery.test.ts',
  'test/data/certifications/issuing/killed.test.ts',
  'test/unit/platform/refusing-to-start.test.ts',
  'test/data/certifications/integrity/register-put-back.test.ts',
  'test/http/certifications/issuer/imported-signer.test.ts',
  'test/http/platform/process.test.ts',
  'test/http/platform/background/idle.test.ts',
  'test/concurrency/scheduling/plans/random-plans.test.ts',
];

export default class LongestFirst extends (TestSequencer.default ?? TestSequencer) {
  async sort(tests) {
    const rank = ({ path }) => LONGEST.findIndex((long) => path.replaceAll('\\', '/').endsWith(long));
    const sorted = await super.sort(tests);
    const [long, others] = [sorted.filter((test) => rank(test) >= 0), sorted.filter((test) => rank(test) < 0)];
    return [...long.sort((one, other) => rank(one) - rank(other)), ...others];
  }
}
