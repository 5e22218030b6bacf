/**
 * Lets Node read the sources as they stand, for `node:module`'s `register`: `.js` names the `.ts` beside it, and what
 * Jest's own settings in `package.json` make of a source is kept in the temporary folder until the source changes.
 */
import { transformSync, version } from '@swc/core';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { jest } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const OPTIONS = { ...jest.transform['^.+\\.ts$'][1], sourceMaps: 'inline', swcrc: false };
const KEPT = join(tmpdir(), 'academy-sources');
mkdirSync(KEPT, { recursive: true });

export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(url))) return { url: url.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  return url.endsWith('.ts') ? { format: 'module', source: plain(fileURLToPath(url)), shortCircuit: true } : next(url, context);
}

function plain(path) {
  const source = readFileSync(path, 'utf8');
  const kept = join(KEPT, `${createHash('sha256').update(JSON.stringify([version, OPTIONS, path, source])).digest('hex')}.js`);
  if (existsSync(kept)) return readFileSync(kept);
  const { code } = transformSync(source, { ...OPTIONS, filename: path });
  // Two tellers may make the same at once: each beside, and renamed when it is whole.
  const making = `${kept}.${randomUUID()}`;
  writeFileSync(making, code);
  renameSync(making, kept);
  return code;
}
