/** Where the parts of a JSON text stand: line numbers from 1 by path (`days[3].date`; the whole is ``). */
export interface JsonLines {
  readonly lines: ReadonlyMap<string, number>;
  /** The line where the text stops being JSON; null when it is sound. */
  readonly brokenAt: number | null;
}

const TOKEN =
  /(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const DEEPEST = 32;

class Broken extends Error {}

/** Engines name a position in some syntax errors and not in others; a person who must mend a file needs the line. */
export function jsonLines(text: string): JsonLines {
  const scanner = new Scanner(text);
  try {
    scanner.value('', 0);
    scanner.end();
    return { lines: scanner.lines, brokenAt: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { lines: scanner.lines, brokenAt: scanner.line };
  }
}

class Scanner {
  readonly lines = new Map<string, number>();
  #at = 0;
  #counted = 0;
  line = 1;

  constructor(private readonly text: string) {}

  value(path: string, depth: number): void {
    const token = this.#next();
    this.lines.set(path, this.line);
    if (depth > DEEPEST) throw new Broken();
    if (token === '{') this.#members('}', (key) => this.value(path === '' ? key : `${path}.${key}`, depth + 1));
    else if (token === '[') this.#members(']', (index) => this.value(`${path}[${index}]`, depth + 1));
    else if ('}],:'.includes(token)) throw new Broken();
  }

  end(): void {
    this.#skipSpace();
    if (this.#at < this.text.length) throw new Broken();
  }

  #members(close: '}' | ']', member: (name: string) => void): void {
    if (this.#peek() === close) return void this.#next();
    for (let index = 0; ; index += 1) {
      member(close === ']' ? String(index) : this.#key());
      const token = this.#next();
      if (token === close) return;
      if (token !== ',') throw new Broken();
    }
  }

  #key(): string {
    const token = this.#next();
    if (!token.startsWith('"') || this.#next() !== ':') throw new Broken();
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
    if (token === undefined) throw new Broken();
    this.#at = TOKEN.lastIndex;
    return token;
  }

  #skipSpace(): void {
    while (' \t\r\n'.includes(this.text.charAt(this.#at)) && this.#at < this.text.length) this.#at += 1;
    for (; this.#counted < this.#at; this.#counted += 1) if (this.text.charAt(this.#counted) === '\n') this.line += 1;
  }
}
