import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEYS = { EC: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], RSA: ['rsa:3072'] } as const;
export type SignerKeyType = keyof typeof KEYS;

export interface SignerCertificate {
  readonly key?: SignerKeyType;
  /** Name of the certificate whose key is used; a new one if left out. */
  readonly keyOf?: string;
  /** Name of the issuer's certificate; signs itself if left out. */
  readonly by?: string;
  readonly authority?: boolean;
  readonly days?: number;
  /** Characters of no use that make a certificate long. */
  readonly remark?: number;
}

/** Certificates of signers as authorities hand them over, made by OpenSSL in a temporary folder. */
export class SignerFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'signers-'));

  constructor(readonly password: string) {}

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  openssl(...words: string[]): string {
    return execFileSync('openssl', words, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  write(name: string, bytes: Uint8Array): void {
    writeFileSync(join(this.folder, name), bytes);
  }

  /** `<name>.crt`, and `<name>.key` unless it uses another one's. */
  certificate(
    name: string,
    { key = 'EC', keyOf, by, authority = false, days = 3650, remark = 10 }: SignerCertificate = {},
  ): void {
    const usage = authority
      ? ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign']
      : ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation'];
    this.openssl(
      'req',
      '-x509',
      ...(keyOf === undefined
        ? ['-newkey', ...KEYS[key], '-nodes', '-keyout', `${name}.key`]
        : ['-key', `${keyOf}.key`]),
      '-days',
      String(days),
      '-subj',
      `/O=Quancheng Trust/CN=${name}`,
      ...[...usage, `nsComment=${'x'.repeat(remark)}`].flatMap((one) => ['-addext', one]),
      ...(by === undefined ? [] : ['-CA', `${by}.crt`, '-CAkey', `${by}.key`]),
      '-out',
      `${name}.crt`,
    );
  }

  /** A signer under an authority under a root: `<name>.p12` holds all three. */
  chain(name: string, key: SignerKeyType, remark = 10): Buffer {
    this.certificate(`${name}-root`, { key, authority: true, remark });
    this.certificate(`${name}-middle`, { key, by: `${name}-root`, authority: true, remark });
    this.certificate(name, { key, by: `${name}-middle`, remark });
    this.write(`${name}-chain.pem`, Buffer.concat([this.read(`${name}-middle.crt`), this.read(`${name}-root.crt`)]));
    return this.pkcs12(name, ['-certfile', `${name}-chain.pem`]);
  }

  /** `<name>.p12`. @param words further options of `openssl pkcs12` */
  pkcs12(name: string, words: readonly string[] = [], keyOf = name): Buffer {
    this.openssl(
      'pkcs12',
      '-export',
      ...(words.includes('-nokeys') ? [] : ['-inkey', `${keyOf}.key`]),
      '-in',
      `${name}.crt`,
      ...words,
      '-passout',
      `pass:${this.password}`,
      '-out',
      `${name}.p12`,
    );
    return this.read(`${name}.p12`);
  }
}
