import { resolve } from 'node:path';
import { type BackupSettings, readBackups } from './backup-settings.js';
import { A_MINUTE } from './durations.js';

export const CONFIG = Symbol('Config');

export interface Config {
  readonly port: number;
  readonly host: string;
  /** No trailing slash. */
  readonly publicUrl: string;
  /** Absolute folder of the SQLite file, keys and files. */
  readonly dataDir: string;
  /**
   * The secret that all other secrets are derived from, 64 hex digits; `null`: the key file in `dataDir`, created at
   * first start.
   */
  readonly masterKey: string | null;
  /** `null`: the embedded SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  /** `null`: emails stay in the outbox, where the administrator can read them. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
  /** Proxy hops or addresses whose `X-Forwarded-*` are trusted; `false`: none. */
  readonly trustProxy: boolean | number | string;
  /**
   * Hosts with port (`intranet.example:8080`) that webhooks may be sent to although they are private or use plain http.
   */
  readonly webhookHosts: readonly string[];
  /** Milliseconds within which a request must have arrived, including its body. */
  readonly requestTimeout: number;
  /** Simultaneous connections; further ones are closed. */
  readonly mostConnections: number;
  /** Where and when automatic backups are made; `null`: never. */
  readonly backups: BackupSettings | null;
  /** How SQLite writes: `FULL` flushes each commit to disk. Only tests, whose data are thrown away, use `OFF`. */
  readonly synchronous: 'FULL' | 'OFF';
  /** The folders in which programs are searched (`PATH`). */
  readonly path: string;
  /** Whether pages are served over https, so that cookies and headers may require it. */
  readonly secure: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Settings whose value no message may contain. */
const SECRETS = ['MASTER_KEY'];

/** Reads one setting; records a fault for a bad one and uses the fallback instead. */
export type ReadSetting = <T>(name: string, fallback: T, parse: (text: string) => T | null, takes: string) => T;

/** A setting that cannot be used. The message gives its name, its value and what is accepted. */
export class BadSetting extends Error {}

/**
 * Reads the settings from the environment.
 * @throws BadSetting listing all bad ones
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const read: ReadSetting = (name, fallback, parse, takes) => {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value === null)
      faults.push(`${name}=${SECRETS.includes(name) ? '…' : text} cannot be used: it takes ${takes}.`);
    return value ?? fallback;
  };
  const port = read('PORT', 3000, readPort, 'a port number from 0 to 65535');
  const host = read('HOST', '127.0.0.1', (text) => text, 'an address to listen on');
  const publicUrl = read(
    'PUBLIC_URL',
    `http://localhost:${port}`,
    readHttpUrl,
    'an http:// or https:// address without a path',
  );
  const config: Config = {
    port,
    host,
    publicUrl,
    dataDir: resolve(read('DATA_DIR', 'data', (text) => text, 'a folder')),
    masterKey: read<string | null>(
      'MASTER_KEY',
      null,
      readMasterKey,
      '64 hex digits, such as `openssl rand -hex 32` prints',
    ),
    databaseUrl: read<string | null>('DATABASE_URL', null, urlOf('postgres:', 'postgresql:'), 'a postgres:// address'),
    smtpUrl: read<string | null>('SMTP_URL', null, urlOf('smtp:', 'smtps:'), 'an smtp:// or smtps:// address'),
    mailFrom: read('MAIL_FROM', `academy@${new URL(publicUrl).hostname}`, readMailbox, 'an email address'),
    logLevel: read<LogLevel>('LOG_LEVEL', 'info', readLogLevel, `one of ${LOG_LEVELS.join(', ')}`),
    trustProxy: read<boolean | number | string>(
      'TRUST_PROXY',
      false,
      readTrust,
      'true, false, a number of hops, or proxy addresses',
    ),
    webhookHosts: read<readonly string[]>('WEBHOOK_HOSTS', [], readHosts, 'hosts with their ports, parted by commas'),
    requestTimeout: read('REQUEST_TIMEOUT', A_MINUTE, secondsUpTo(3600), 'seconds, from 1 to 3600'),
    mostConnections: read('MAX_CONNECTIONS', 2000, wholeUpTo(100_000), 'a number from 1 to 100000'),
    backups: readBackups(read, env, faults),
    synchronous: 'FULL',
    path: env['PATH'] ?? '',
    secure: publicUrl.startsWith('https:'),
  };
  if (faults.length > 0) throw new BadSetting(faults.join('\n'));
  return config;
}

function readPort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null;
}

function wholeUpTo(most: number): (text: string) => number | null {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null);
}

function secondsUpTo(most: number): (text: string) => number | null {
  const read = wholeUpTo(most);
  return (text) => {
    const seconds = read(text);
    return seconds === null ? null : seconds * 1000;
  };
}

function readHttpUrl(text: string): string | null {
  const url = parseUrl(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null;
  return url.pathname === '/' && !url.search && !url.hash ? url.origin : null;
}

function urlOf(...protocols: string[]): (text: string) => string | null {
  return (text) => (protocols.includes(parseUrl(text)?.protocol ?? '') ? text : null);
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function readMailbox(text: string): string | null {
  return /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : null;
}

function readMasterKey(text: string): string | null {
  return /^[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : null;
}

function readHosts(text: string): readonly string[] | null {
  const hosts = text
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  return hosts.every((host) => /^[\w.[\]:-]+$/.test(host)) ? hosts : null;
}

function readLogLevel(text: string): LogLevel | null {
  return LOG_LEVELS.find((level) => level === text) ?? null;
}

function readTrust(text: string): boolean | number | string | null {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d+$/.test(text)) return Number(text);
  return /^[0-9a-fA-F.:/, ]+$/.test(text) ? text : null;
}
