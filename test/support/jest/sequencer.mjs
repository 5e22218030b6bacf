/** The files that take longest start first, so that both workers end at about the same time; then Jest's own order. */
import TestSequencer from '@jest/test-sequencer';

const LONGEST = [
  'test/data/demo/demo-academy.test.ts',
  'test/data/demo/holiday-repair-of-the-demo.test.ts',
  'test/http/platform/hostile-files.test.ts',
  'test/concurrency/scheduling/plans/random-plans.test.ts',
  'test/journeys/road-at-a-desk.test.ts',
  'test/journeys/road-on-a-phone.test.ts',
];

export default class LongestFirst extends (TestSequencer.default ?? TestSequencer) {
  async sort(tests) {
    const isLong = ({ path }) => LONGEST.some((long) => path.replaceAll('\\', '/').endsWith(long));
    const sorted = await super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
