import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a third-party validator reports about some calendars. */
export interface Verdict {
  /** All events that it found. */
  readonly events: number;
  /** One line per fault, with the name of the text. */
  readonly faults: readonly string[];
}

export type ValidatorName = 'libical' | 'vobject';
/** Reads many calendars, by name, in one process. */
export type Validate = (texts: ReadonlyMap<string, string>) => Verdict;

interface Validator {
  readonly name: ValidatorName;
  readonly needs: string;
  /** The command without its file arguments, or `null` if it is not installed. */
  readonly command: () => readonly [string, ...string[]] | null;
}

const HERE = dirname(fileURLToPath(import.meta.url));

const VALIDATORS: readonly Validator[] = [
  { name: 'libical', needs: 'gcc libical-dev', command: once(compiled) },
  { name: 'vobject', needs: 'python3-vobject', command: once(withVobject) },
];

/**
 * Defines one test per validator. Tests of a missing validator are skipped with a warning; with `REQUIRE_ALL=1` they
 * fail.
 * @throws Error in the test if a validator cannot be run
 */
export function forEachValidator(
  title: string,
  work: (validate: Validate, validator: ValidatorName) => Promise<void> | void,
): void {
  for (const { name, needs, command } of VALIDATORS) {
    const missing = command() === null ? `${name} is not installed here. On Debian: apt-get install ${needs}` : null;
    if (missing !== null) process.stderr.write(`\n#  SKIPPED: ${name}: ${title}\n#  ${missing}\n\n`);
    const validate: Validate = (texts) => verdict(command() ?? fail(missing ?? name), texts);
    (missing === null || process.env['REQUIRE_ALL'] === '1' ? it : it.skip)(`${name}: ${title}`, async () => {
      await work(validate, name);
    });
  }
}

function verdict([program, ...args]: readonly [string, ...string[]], texts: ReadonlyMap<string, string>): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'academy-calendars-'));
  try {
    return verdictIn(folder, [program, ...args], texts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdictIn(
  folder: string,
  [program, ...args]: readonly [string, ...string[]],
  texts: ReadonlyMap<string, string>,
): Verdict {
  const names = [...texts.keys()];
  const paths = names.map((_, at) => join(folder, `${at}.ics`));
  names.forEach((name, at) => writeFileSync(paths[at]!, texts.get(name)!));
  const { stdout, stderr, status, error } = spawnSync(program, [...args, ...paths], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status === null || status > 1) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  const counted = lines.flatMap((line) => /^(\d+) events$/.exec(line)?.[1] ?? []);
  const faults = lines
    .filter((line) => !/^\d+ events$/.test(line))
    .map((line) => line.replace(/^\S*?(\d+)\.ics/, (_, at: string) => names[Number(at)]!));
  if (counted.length < names.length && faults.length === 0)
    faults.push(`${names.length - counted.length} of ${names.length} texts were not read. ${stderr}`);
  return { events: counted.reduce((sum, count) => sum + Number(count), 0), faults };
}

/**
 * The program is cached until its source changes; it is renamed when complete, because other workers may build it too.
 */
function compiled(): readonly [string] | null {
  const source = join(HERE, 'icalcheck.c');
  const program = join(
    tmpdir(),
    `academy-icalcheck-${createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16)}`,
  );
  if (existsSync(program)) return [program];
  const fresh = `${program}-${process.pid}`;
  if (!runs('gcc', '-O1', '-Wall', '-Wextra', '-Werror', '-o', fresh, source, '-lical')) return null;
  renameSync(fresh, program);
  return [program];
}

/** Debian's own Python has Debian's packages, even if another Python comes first on the path. */
function withVobject(): readonly [string, string] | null {
  const python = ['python3', '/usr/bin/python3'].find((one) => runs(one, '-c', 'import vobject'));
  return python === undefined ? null : [python, join(HERE, 'icalcheck.py')];
}

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function fail(why: string): never {
  throw new Error(why);
}
