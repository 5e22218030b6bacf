import { TestAcademy } from '../support/app.js';
import { largeTerm, measureViews } from '../benchmarks/a-large-term.js';
test('measure', async () => {
  const academy = await TestAcademy.open();
  const began = performance.now();
  const term = await largeTerm(academy);
  const lines = [`built in ${Math.round(performance.now() - began)} ms`];
  for (const one of await measureViews(academy, term)) lines.push(`${one.view} ${one.median.toFixed(0)} / ${one.slowest.toFixed(0)} ms ${one.kilobytes} KB`);
  process.stderr.write(lines.join('\n') + '\n');
  await academy.close();
}, 300_000);
