import { type Import, importsOf, type Source, sourcesIn } from './sources.js';

/** The parts of the large modules, lowest first, and the parts that each may import. A part only imports downward. */
export const PARTS_MAY_IMPORT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  scheduling: {
    core: [],
    calendar: ['core'],
    feeds: ['core'],
    resources: ['core', 'feeds'],
    sessions: ['core', 'calendar', 'feeds'],
    plans: ['core', 'sessions'],
    patterns: ['core', 'sessions', 'plans'],
    repairs: ['core', 'plans'],
    notifications: ['core', 'feeds', 'sessions'],
  },
  certifications: {
    core: [],
    log: ['core'],
    binding: ['core', 'log'],
    documents: ['core'],
    templates: ['core', 'documents'],
    issuer: ['core', 'log', 'binding', 'documents'],
    register: ['core', 'log', 'binding', 'documents'],
    issuing: ['core', 'log', 'binding', 'documents', 'templates', 'issuer'],
    lifecycle: ['core', 'log', 'binding', 'documents', 'issuer', 'register', 'issuing'],
    holders: ['core', 'binding', 'documents', 'register', 'lifecycle'],
    webhooks: ['core', 'documents', 'register'],
    verification: ['core', 'log', 'binding', 'documents', 'templates', 'issuer', 'register', 'webhooks'],
    integrity: [
      'core',
      'log',
      'binding',
      'documents',
      'templates',
      'issuer',
      'issuing',
      'lifecycle',
      'webhooks',
      'verification',
    ],
  },
};

const indexes = new Map(sourcesIn('src', '/index.ts').map((one) => [one.path, one]));

/** The files that an import's names come from: the file itself or, through an index, the files behind it. */
export function originsOf({ from, names }: Import): string[] {
  const index = indexes.get(from);
  return index ? [...new Set(names.map((name) => originIn(index, name) ?? from))] : [from];
}

function originIn(index: Source, name: string): string | null {
  for (const { from, names } of importsOf(index)) {
    if (names.includes(name)) return from;
    const behind = names.length === 0 ? indexes.get(from) : undefined;
    const origin = behind ? originIn(behind, name) : null;
    if (origin !== null) return origin;
  }
  return null;
}

/** Nodes of an import table that are part of a cycle. */
export function circlesIn(table: Readonly<Record<string, readonly string[]>>): string[] {
  const reaches = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
    (table[from] ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))));
  return Object.keys(table).filter((name) => reaches(name, name));
}

/**
 * The floors of the platform, lowest first: a folder only imports folders of lower floors. The loose files (clock, ids,
 * config, log, ...) are the ground under all of them; the module, its entities and its index are on top.
 */
export const PLATFORM_FLOORS: readonly (readonly string[])[] = [
  ['i18n', 'workers', 'columns'],
  ['messages', 'files', 'forms', 'audit', 'outbox'],
  ['database'],
  ['pictures', 'jobs', 'backup', 'http'],
  ['pages'],
  ['mail', 'server'],
];
