import type { CheckLine, CheckOutcome } from '../operations/index.js';
import { EXIT, type Terminal } from './terminal.js';

const WORDS: Readonly<Record<CheckOutcome, string>> = { ok: 'ok', failed: 'FAILED', notChecked: 'not checked' };
const MOST_DETAILS = 20;

/** Prints each line of a check as soon as it is known, or with `json` all lines as one object at the end. */
export class Lines {
  private readonly lines: CheckLine[] = [];

  constructor(
    private readonly terminal: Pick<Terminal, 'print'>,
    private readonly json: boolean,
  ) {}

  add(line: CheckLine): void {
    this.lines.push(line);
    if (!this.json) this.terminal.print(textOf(line));
  }

  /**
   * Returns the exit code.
   * @param more other properties of the object
   * @param toleratesNotChecked the checks that may be skipped
   */
  end(more: Readonly<Record<string, unknown>>, toleratesNotChecked: readonly string[] = []): number {
    const code = this.code(toleratesNotChecked);
    if (this.json)
      this.terminal.print(JSON.stringify({ ...more, ok: code === EXIT.good, checks: this.lines }, null, 2));
    return code;
  }

  private code(tolerated: readonly string[]): number {
    if (this.lines.some(({ outcome }) => outcome === 'failed')) return EXIT.faults;
    return this.lines.some(({ name, outcome }) => outcome === 'notChecked' && !tolerated.includes(name))
      ? EXIT.notDone
      : EXIT.good;
  }
}

function textOf({ name, outcome, summary, details }: CheckLine): string {
  const detailLines = details.slice(0, MOST_DETAILS).map((detail) => `    - ${detail}`);
  const rest = details.length - detailLines.length;
  return [
    `${name.padEnd(13)} ${WORDS[outcome].padEnd(12)} ${summary}`,
    ...detailLines,
    ...(rest > 0 ? [`    - and ${rest} more`] : []),
  ].join('\n');
}
