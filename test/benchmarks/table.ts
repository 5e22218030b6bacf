import { availableParallelism, cpus, loadavg } from 'node:os';
import { CONNECTIONS } from './load.js';
import type { Row } from './scene.js';

/** The load of the machine before the first scene. */
const busyBefore = loadavg()[0] ?? 0;

const HEAD = ['', 'Product', 'p50 ms', 'p99 ms', 'Bare server', 'Ratio'];

/** The rows as one Markdown table, with aligned columns. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.measured,
    row.p50?.toFixed(0) ?? '',
    row.p99?.toFixed(0) ?? '',
    row.bare ?? '',
    row.ratio === null ? '' : `${(row.ratio * 100).toFixed(0)} %`,
  ]);
  const widths = HEAD.map((name, at) => Math.max(3, name.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(HEAD), rule, ...cells.map(line)].join('\n');
}

/** The machine of the measurement. */
export function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), shared with the load itself; Node ${process.versions.node}; SQLite; ${CONNECTIONS} connections; load average ${busyBefore.toFixed(1)} before the run`;
}

/** `1234.5` a second as `1,235 /s`. */
export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} /s`;
