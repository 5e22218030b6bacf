/** Line numbers (from 1) of the parts of a JSON text, by path: `days[3].date`; the root is ``. */
export interface JsonLines {
  readonly lines: ReadonlyMap<string, number>;
  /** The line of the first error; null for valid JSON. */
  readonly stopped: { readonly why: JsonFault; readonly line: number } | null;
}

/** Not JSON, or beyond the limits of a small file. */
export type JsonFault = 'notJson' | 'keyTooLong' | 'tooManyValues';

export interface JsonBounds {
  /** Paths whose lines are recorded. */
  readonly noted: RegExp;
  /** Characters. */
  readonly longestKey: number;
  readonly mostValues: number;
}

const TOKEN =
  /(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const DEEPEST = 32;

class Stopped extends Error {
  constructor(readonly why: JsonFault) {
    super(why);
  }
}

/**
 * Engines give a position for some syntax errors only, but people who correct a file need the line. Paths contain all
 * parent keys, so key length is limited before paths are built: V8 hashes strings of more than 16,383 characters by
 * length alone, which makes a map of many of them quadratic.
 */
export function jsonLines(text: string, bounds: JsonBounds): JsonLines {
  const scanner = new Scanner(text, bounds);
  try {
    scanner.value('', 0);
    scanner.end();
    return { lines: scanner.lines, stopped: null };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { lines: scanner.lines, stopped: { why: error.why, line: scanner.line } };
  }
}

class Scanner {
  readonly lines = new Map<string, number>();
  #at = 0;
  #counted = 0;
  #values = 0;
  line = 1;

  constructor(
    private readonly text: string,
    private readonly bounds: JsonBounds,
  ) {}

  value(path: string, depth: number): void {
    const token = this.#next();
    if (this.bounds.noted.test(path)) this.lines.set(path, this.line);
    if ((this.#values += 1) > this.bounds.mostValues) throw new Stopped('tooManyValues');
    if (depth > DEEPEST) throw new Stopped('notJson');
    if (token === '{') this.#members('}', (key) => this.value(path === '' ? key : `${path}.${key}`, depth + 1));
    else if (token === '[') this.#members(']', (index) => this.value(`${path}[${index}]`, depth + 1));
    else if ('}],:'.includes(token)) throw new Stopped('notJson');
  }

  end(): void {
    this.#skipSpace();
    if (this.#at < this.text.length) throw new Stopped('notJson');
  }

  #members(close: '}' | ']', member: (name: string) => void): void {
    if (this.#peek() === close) return void this.#next();
    for (let index = 0; ; index += 1) {
      member(close === ']' ? String(index) : this.#key());
      const token = this.#next();
      if (token === close) return;
      if (token !== ',') throw new Stopped('notJson');
    }
  }

  #key(): string {
    const token = this.#next();
    if (!token.startsWith('"')) throw new Stopped('notJson');
    if (token.length - 2 > this.bounds.longestKey) throw new Stopped('keyTooLong');
    if (this.#next() !== ':') throw new Stopped('notJson');
    return JSON.parse(token) as string;
  }

  #peek(): string {
    this.#skipSpace();
    return this.text.charAt(this.#at);
  }

  #next(): string {
    this.#skipSpace();
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.text);
    const token = found?.[1] ?? found?.[2] ?? found?.[3];
    if (token === undefined) throw new Stopped('notJson');
    this.#at = TOKEN.lastIndex;
    return token;
  }

  #skipSpace(): void {
    while (' \t\r\n'.includes(this.text.charAt(this.#at)) && this.#at < this.text.length) this.#at += 1;
    for (; this.#counted < this.#at; this.#counted += 1) if (this.text.charAt(this.#counted) === '\n') this.line += 1;
  }
}
