/**
 * A separate PostgreSQL cluster for the tests: in a temporary folder, on a free loopback port, removed afterwards. Uses
 * only Node's own modules, so that it also runs before `npm ci`.
 *
 * node test/support/postgres.mjs start <folder>   creates it, starts it, prints its address
 * node test/support/postgres.mjs stop <folder>    stops it and removes the folder
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 13;
/** A folder that Linux keeps in memory. A cluster of the tests stays below this size. */
const MEMORY = { folder: '/dev/shm', bytes: 2 * 1024 ** 3 };
/** Speed over safety: the data are thrown away. `btree_gist` and the like come with Debian's server package. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'max_wal_size=256MB',
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
];

/** The folder of the server's programs, or `null` if no server is installed. */
export function findPostgres() {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .filter((name) => Number(name) >= OLDEST)
        .sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/local/pgsql/bin',
    '/opt/homebrew/bin',
  ];
  return (
    folders.find((folder) => folder !== '' && runs(join(folder, 'initdb')) && runs(join(folder, 'pg_ctl'))) ?? null
  );
}

/** Starts a cluster. `stop()` ends it and removes its folder. */
export async function startPostgres({
  bin = findPostgres(),
  folder = mkdtempSync(join(tmpdir(), 'academy-postgres-')),
} = {}) {
  if (bin === null) throw new Error('There is no PostgreSQL server here');
  const owner = ownerOf();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const data = makeDataFolder(folder);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [folder, data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const port = await freePort();
  run(
    bin,
    'initdb',
    [
      '-D',
      data,
      '-U',
      'academy',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    owner,
  );
  const options = [...SETTINGS, `port=${port}`].map((setting) => `-c ${setting}`).join(' ');
  run(bin, 'pg_ctl', ['-D', data, '-l', join(folder, 'server.log'), '-o', options, '-w', '-t', '60', 'start'], owner);
  writeFileSync(join(folder, 'programs'), bin);
  return { url: `postgres://academy:${password}@127.0.0.1:${port}/postgres`, folder, stop: () => stopPostgres(folder) };
}

/** Ends the cluster that `startPostgres` made in the folder. */
export function stopPostgres(folder) {
  const programs = join(folder, 'programs');
  if (!existsSync(programs)) return;
  run(
    readFileSync(programs, 'utf8'),
    'pg_ctl',
    ['-D', join(folder, 'data'), '-m', 'immediate', '-w', 'stop'],
    ownerOf(),
  );
  for (const path of [realpathSync(join(folder, 'data')), folder]) rmSync(path, { recursive: true, force: true });
}

/**
 * In memory if there is enough of it. Each test file has its own database, some 700 files that are created and removed:
 * on a disk the file system spends more time on them than PostgreSQL does.
 */
function makeDataFolder(folder) {
  const data = join(folder, 'data');
  if (bytesFree(MEMORY.folder) < MEMORY.bytes) mkdirSync(data, { mode: 0o700 });
  else symlinkSync(mkdtempSync(join(MEMORY.folder, 'academy-postgres-')), data);
  return data;
}

function bytesFree(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** PostgreSQL refuses to run as root: use the user that Debian's package creates. */
function ownerOf() {
  if (process.getuid?.() !== 0) return null;
  const id = (flag, name) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      continue;
    }
  }
  throw new Error('There is no user under which PostgreSQL may run');
}

function run(bin, program, args, owner) {
  const log = args.indexOf('-l');
  const done = spawnSync(join(bin, program), args, {
    cwd: '/',
    encoding: 'utf8',
    stdio: log === -1 ? 'pipe' : 'ignore',
    ...(owner ?? {}),
    env: { ...process.env, LC_ALL: 'C', PGDATA: '' },
  });
  if (done.status === 0) return;
  const said =
    log === -1 || !existsSync(args[log + 1])
      ? `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`
      : readFileSync(args[log + 1], 'utf8');
  throw new Error(`${program} failed:\n${said}`);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , act, folder] = process.argv;
  if (act === 'start' && folder && existsSync(dirname(folder))) console.log((await startPostgres({ folder })).url);
  else if (act === 'stop' && folder) stopPostgres(folder);
  else {
    console.error('usage: postgres.mjs start|stop <folder>');
    process.exitCode = 2;
  }
}
