/**
 * Hooks for `node:module`'s `register`: an import of `./x.js` from a `.ts` file finds `./x.ts`, and `.ts` is compiled
 * by swc without type checks. The result is cached in the temporary folder until the source or the options change.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { version } = require('@swc/core/package.json');
const OPTIONS = {
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
  swcrc: false,
};
const CACHE = join(tmpdir(), 'academy-sources');
mkdirSync(CACHE, { recursive: true });

export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && isTypeScript(context.parentURL)) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(url))) return { url: url.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  return isTypeScript(url)
    ? { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true }
    : next(url, context);
}

/** A test file that is imported again has a query in its URL. */
function isTypeScript(url) {
  return url?.startsWith('file:') && new URL(url).pathname.endsWith('.ts');
}

function compiled(path) {
  const source = readFileSync(path, 'utf8');
  const cached = join(
    CACHE,
    `${createHash('sha256')
      .update(JSON.stringify([version, OPTIONS, path, source]))
      .digest('hex')}.js`,
  );
  if (existsSync(cached)) return readFileSync(cached);
  // Loaded only here: each worker thread of the product has its own hooks, and finds nearly everything in the cache.
  const { code } = require('@swc/core').transformSync(source, { ...OPTIONS, filename: path });
  // Two processes may compile the same file at once: each writes its own, and renames it when it is complete.
  const unfinished = `${cached}.${randomUUID()}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, cached);
  return code;
}
