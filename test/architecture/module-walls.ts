import { importsOf, type Breach, type Import, type Source } from './sources.js';
import { originsOf, PARTS_MAY_IMPORT } from './parts.js';

/**
 * The modules that each module may import. Everybody may import `platform`, which imports none; `reporting` imports
 * all, and none imports it.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  accounts: [],
  courses: ['accounts'],
  trainees: ['accounts'],
  employers: ['accounts', 'courses', 'trainees'],
  cohorts: ['courses', 'employers', 'accounts'],
  scheduling: ['cohorts', 'courses', 'accounts'],
  enrolment: ['scheduling', 'cohorts', 'courses', 'employers', 'trainees', 'accounts'],
  attendance: ['enrolment', 'scheduling', 'cohorts', 'courses', 'trainees', 'accounts'],
  certifications: ['attendance', 'enrolment', 'cohorts', 'employers', 'courses', 'trainees', 'accounts'],
  operations: ['accounts', 'enrolment', 'certifications'],
  reporting: [
    'accounts',
    'courses',
    'trainees',
    'employers',
    'cohorts',
    'scheduling',
    'enrolment',
    'attendance',
    'certifications',
    'operations',
  ],
};

/** The files that combine the modules; every other file of `src` belongs to one. */
export const JOINTS = [
  'src/app.module.ts',
  'src/start/app.ts',
  'src/main.ts',
  'src/academy.ts',
  'src/command-line.ts',
  'src/start/serve.ts',
  'src/start/messages.ts',
  'src/start/navigation.ts',
  ...['backup', 'bind-register', 'check', 'drill', 'lines', 'restore', 'terminal', 'unlock', 'verify-log'].map(
    (command) => `src/commands/${command}.ts`,
  ),
];

/**
 * The rooms of a module and the rooms that each may import. Rooms of pure text or drawing are on the level of `domain`.
 */
const MAY_LOOK_INTO: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  paper: ['domain', 'paper'],
  credential: ['domain', 'credential'],
  log: ['domain', 'log'],
  data: ['domain', 'data', 'log'],
  actions: ['domain', 'data', 'actions', 'paper', 'credential', 'log'],
  web: ['domain', 'data', 'actions', 'web', 'paper', 'credential', 'log'],
  api: ['domain', 'data', 'actions', 'api', 'paper', 'credential', 'log'],
  messages: ['domain', 'messages'],
};

/** Platform files that domain code may use at run time. */
const PLAIN_PLATFORM = [
  'src/platform/clock.ts',
  'src/platform/durations.ts',
  'src/platform/refusals.ts',
  'src/platform/ids.ts',
  'src/platform/texts.ts',
];
/** Platform files that worker modules may use. */
const WORKER_PLATFORM = [
  'src/platform/workers/answer-tasks.ts',
  'src/platform/files/tables/read-table.ts',
  'src/platform/files/tables/table.ts',
];
const PLAIN_PACKAGES = ['temporal-polyfill'];
/** Packages of which only types may be imported, for the signatures of ports. */
const PLAIN_TYPES = ['sql-template-tag'];

export interface Place {
  readonly module: string;
  /** For a module with parts; `null`: its root, or a module without parts. */
  readonly part: string | null;
  readonly room: string | null;
}

export function placeOf(path: string): Place | null {
  const [, module = '', ...rest] = path.split('/');
  if (!path.startsWith('src/') || !(module in MAY_IMPORT)) return null;
  const part = rest.length > 1 && rest[0]! in (PARTS_MAY_IMPORT[module] ?? {}) ? rest[0]! : null;
  const inside = part === null ? rest : rest.slice(1);
  return { module, part, room: inside.length > 1 ? inside[0]! : null };
}

export function everyFileBelongsToAModule({ path }: Source): Breach[] {
  if (!path.startsWith('src/') || JOINTS.includes(path)) return [];
  const place = placeOf(path);
  if (!place) return [`${path} belongs to no module`];
  const known = place.module === 'platform' || place.room === null || place.room in MAY_LOOK_INTO;
  return known ? [] : [`${path} stands in a room that no module has: ${place.room}`];
}

export function modulesImportOnlyWhatTheTableAllows(one: Source): Breach[] {
  return crossings(one).flatMap(({ from, to }) => {
    const allowed = to.module === 'platform' || MAY_IMPORT[from.module]!.includes(to.module);
    return allowed ? [] : [`${one.path}: ${from.module} may not import ${to.module}`];
  });
}

export function modulesMeetOnlyThroughTheirIndex(one: Source): Breach[] {
  return crossings(one).flatMap(({ from, to, path }) => {
    const plainPlatform =
      to.module === 'platform' && from.room !== null && [...PLAIN_PLATFORM, ...WORKER_PLATFORM].includes(path);
    return path === `src/${to.module}/index.ts` || plainPlatform
      ? []
      : [`${one.path}: imports ${path} instead of src/${to.module}/index.ts`];
  });
}

export function nobodyImportsTheJoints(one: Source): Breach[] {
  if (!placeOf(one.path)) return [];
  return importsOf(one)
    .filter(({ from }) => JOINTS.includes(from))
    .map(({ from }) => `${one.path}: a module may not import ${from}`);
}

/** An import through a part's index is judged by the room that the name comes from. */
export function nothingFlowsBackBetweenRooms(one: Source): Breach[] {
  const here = placeOf(one.path);
  if (!here || here.module === 'platform' || here.room === null) return [];
  const open = MAY_LOOK_INTO[here.room] ?? [];
  return importsOf(one)
    .filter(({ from, ours }) => ours && placeOf(from)?.module === here.module)
    .flatMap((asked) =>
      originsOf(asked).flatMap((path) => {
        const room = placeOf(path)?.room ?? null;
        if (room === null) return [`${one.path}: a room may not import ${path}`];
        return open.includes(room) ? [] : [`${one.path}: ${here.room} may not look into ${room} (${path})`];
      }),
    );
}

/** Plain TypeScript: no framework, no database, no other module at run time. */
export function domainKnowsNobody(one: Source): Breach[] {
  const here = placeOf(one.path);
  if (!here || here.room !== 'domain') return [];
  return importsOf(one)
    .filter((asked) => !isPlain(asked, here))
    .map(({ from }) => `${one.path}: domain may not import ${from}`);
}

function isPlain(asked: Import, here: Place): boolean {
  if (asked.typeOnly) return asked.ours || PLAIN_TYPES.includes(asked.from);
  if (!asked.ours) return PLAIN_PACKAGES.includes(asked.from);
  const there = placeOf(asked.from);
  return (there?.module === here.module && there.room === 'domain') || PLAIN_PLATFORM.includes(asked.from);
}

/** The import by which a worker module is recognized. */
const ANSWERS_TASKS = 'src/platform/workers/answer-tasks.ts';
/** The table reader is independent of the application. */
const READS_TABLES = 'src/platform/files/tables/';
/** So is the workbook writer. */
const FILES = 'src/platform/files/';
const WRITES_WORKBOOKS = [`${FILES}xlsx.ts`, `${FILES}on-demand.ts`];
const PICTURES = 'src/platform/pictures/';
const DRAWS_PICTURES = [`${PICTURES}unfold-png.ts`, `${FILES}on-demand.ts`];

export const runsInAWorker = (one: Source): boolean => importsOf(one).some(({ from }) => from === ANSWERS_TASKS);

/**
 * Worker threads may load only reading, drawing, cryptography and domain code: each thread would load, and keep, the
 * application again.
 */
export function workersLoadNoApplication(one: Source): Breach[] {
  const drawn = one.path.startsWith(PICTURES) ? DRAWS_PICTURES : [];
  const own = one.path.startsWith(FILES) ? WRITES_WORKBOOKS : drawn;
  const plain = (path: string): boolean =>
    placeOf(path)?.module !== 'platform' ||
    path.startsWith(READS_TABLES) ||
    own.includes(path) ||
    [...PLAIN_PLATFORM, ...WORKER_PLATFORM].includes(path);
  const light = ({ from, ours, typeOnly }: Import): boolean =>
    typeOnly || (ours ? plain(from) : !/^(@nestjs|@fastify|fastify|typeorm|class-validator)/.test(from));
  return importsOf(one)
    .filter((asked) => !light(asked))
    .map(({ from }) => `${one.path}: a worker may not load ${from}`);
}

/** Functions that parse files from outsiders, for as long as the bytes determine: only a worker may wait for them. */
const TAKES_FILES_APART = ['readTable', 'checkFile'];
const HANDS_ON = ['src/platform/index.ts', 'src/platform/files/index.ts'];

export function externalFilesAreReadInWorkers(one: Source): Breach[] {
  if (!one.path.startsWith('src/') || HANDS_ON.includes(one.path) || runsInAWorker(one)) return [];
  return importsOf(one)
    .flatMap(({ names, typeOnly }) => (typeOnly ? [] : names.filter((name) => TAKES_FILES_APART.includes(name))))
    .map((name) => `${one.path}: ${name} runs in a worker only`);
}

/** Only its own module writes a table; others may read and lock its rows. */
export function onlyTheOwnerWritesItsTables(one: Source): Breach[] {
  const here = placeOf(one.path);
  if (!here) return [];
  const foreign = new Set(
    importsOf(one)
      .filter(({ from, ours }) => ours && placeOf(from) !== null && placeOf(from)!.module !== here.module)
      .flatMap(({ names }) => names),
  );
  const writes = one.text.matchAll(
    /\.of\(\s*(\w+)\s*\)\s*\.(insert|update|delete|upsert|increment|decrement|save|remove|createQueryBuilder\([^)]*\)\s*\.(?:insert|update|delete))\(/g,
  );
  return [...writes]
    .filter(([, entity]) => foreign.has(entity!))
    .map(([, entity, act]) => `${one.path}: ${act} of ${entity}, which belongs to another module`);
}

/** All writes go through the unit of work: nobody else holds a connection, an entity manager or a repository. */
export function onlyTheUnitOfWorkHoldsAConnection(one: Source): Breach[] {
  if (!one.path.startsWith('src/') || one.path.startsWith('src/platform/database/')) return [];
  const holders = [
    'DataSource',
    'EntityManager',
    'Repository',
    'getRepository',
    'InjectRepository',
    'InjectDataSource',
    'InjectEntityManager',
    'TypeOrmModule',
    'Connections',
  ];
  return importsOf(one)
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap(({ names }) => names)
    .filter((name) => holders.includes(name))
    .map((name) => `${one.path}: ${name} is the unit of work's`);
}

function crossings(one: Source): { from: Place; to: Place; path: string }[] {
  const from = placeOf(one.path);
  if (!from) return [];
  return importsOf(one).flatMap(({ ours, from: path }) => {
    const to = ours ? placeOf(path) : null;
    return to && to.module !== from.module ? [{ from, to, path }] : [];
  });
}
