import type { HostileFile } from './hostile-file.js';

const MB = 1024 * 1024;
const HONEST = '证书编号,姓名\r\nJITA-2026-000001-K,王试芳\r\n';
const text =
  (content: string): (() => Buffer) =>
  () =>
    Buffer.from(content);

/** Text files that are designed to exhaust a reader. */
export const HOSTILE_TEXTS: readonly HostileFile[] = [
  {
    what: 'a head of a million brackets',
    fault: 'tooLarge',
    bytes: () => Buffer.from(`证书编号,姓名,${'('.repeat(MB)}\nJITA-2026-000001-K,王试芳\n`),
  },
  {
    what: 'a head of four hundred thousand brackets',
    fault: null,
    bytes: () => Buffer.from(`证书编号,姓名,${'('.repeat(400_000)}\nJITA-2026-000001-K,王试芳\n`),
  },
  {
    what: 'a hundred heads of ten thousand brackets',
    fault: 'tooLarge',
    bytes: () => Buffer.from(`证书编号,姓名${`,${'('.repeat(10_000)}`.repeat(98)}\nJITA-2026-000001-K,王试芳\n`),
  },
  {
    what: 'a name of two hundred thousand spaces',
    fault: null,
    bytes: text(`${HONEST}JITA-2026-000002-M,a${' '.repeat(200_000)}b\r\n`),
  },
  {
    what: 'a quotation mark that nobody closes',
    fault: 'tooLarge',
    bytes: () => Buffer.from(`证书编号,姓名\n"${'JITA-2026-000001-K,王试芳\n'.repeat(150_000)}`),
  },
  { what: 'five million quotation marks', fault: 'tooLarge', bytes: () => Buffer.from('"'.repeat(4.9 * MB)) },
  {
    what: 'five million commas in one line',
    fault: null,
    bytes: () => Buffer.from(`${HONEST}${','.repeat(4.9 * MB)}`),
  },
  { what: 'five million blank lines', fault: null, bytes: () => Buffer.from(HONEST + '\n'.repeat(4.9 * MB)) },
  { what: 'one hundred and one columns', fault: 'tooWide', bytes: text(`证书编号,姓名${',x'.repeat(99)}\n`) },
  { what: 'two million rows', fault: 'tooLong', bytes: () => Buffer.from(`${HONEST}${'1\n'.repeat(2 * MB)}`) },
  {
    what: 'more cells than any list',
    fault: 'tooLarge',
    bytes: () => Buffer.from(`${'1,'.repeat(99)}1\n`.repeat(10_000)),
  },
  {
    what: 'ends of lines of every kind',
    fault: null,
    bytes: text(`${HONEST}JITA-2026-000002-M,李试静\rJITA-2026-000003-P,陈试晨\n\r`),
  },
  { what: 'half a character of UTF-16', fault: 'unreadable', bytes: () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]) },
  {
    what: 'zeros behind a list',
    fault: 'notATable',
    bytes: () => Buffer.concat([Buffer.from(HONEST), Buffer.alloc(MB)]),
  },
  { what: 'control characters', fault: 'unreadable', bytes: text(`${HONEST}\u0001\u0002`) },
  {
    what: 'a web page that calls itself a workbook',
    fault: 'webPage',
    bytes: text(
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>${'<tr><td>x</td></tr>'.repeat(50_000)}</table>`,
    ),
  },
];
