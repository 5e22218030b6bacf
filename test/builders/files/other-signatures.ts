import { fromBER, OctetString } from 'asn1js';
import { execFileSync } from 'node:child_process';
import { createHash, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlgorithmIdentifier, ContentInfo, SignedData } from 'pkijs';

/** A signature as it is added to a PDF: what it is called there, and its message for the bytes around it. */
export interface AddedSignature {
  readonly type: 'Sig' | 'DocTimeStamp';
  readonly subFilter: string;
  readonly message: (signed: Buffer) => Buffer;
}

const TIME_STAMPS = `[dn]
CN=Some body
[req]
distinguished_name=dn
prompt=no
[ext]
extendedKeyUsage=critical,timeStamping
keyUsage=critical,digitalSignature
[tsa]
default_tsa=one
[one]
serial=serial
default_policy=1.2.3.4.1
signer_digest=sha256
digests=sha256
signer_cert=certificate.pem
signer_key=key.pem
ess_cert_id_alg=sha256
`;

/** Signs as others do, with OpenSSL. */
export class OtherSigner {
  private readonly folder = mkdtempSync(join(tmpdir(), 'signer-'));

  constructor() {
    writeFileSync(join(this.folder, 'settings'), TIME_STAMPS);
    writeFileSync(join(this.folder, 'serial'), '01\n');
    this.openssl(
      'req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -config settings -extensions ext',
    );
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  readonly detached = this.sig('adbe.pkcs7.detached', (signed) => this.cms(signed, '-md sha256'));
  /** The file's digest and the signature use different hashes, as some signing services do. */
  readonly ofTwoHashes = this.sig('adbe.pkcs7.detached', (signed) => {
    const content = new ContentInfo({ schema: fromBER(this.cms(signed, '-md sha256')).result });
    const data = new SignedData({ schema: content.content });
    const [info] = data.signerInfos;
    const attributes = Buffer.from(info!.signedAttrs!.encodedValue);
    info!.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.13' });
    info!.signature = new OctetString({
      valueHex: sign('sha512', attributes, readFileSync(join(this.folder, 'key.pem'))),
    });
    const resigned = new ContentInfo({ contentType: content.contentType, content: data.toSchema(true) as unknown });
    return Buffer.from(resigned.toSchema().toBER());
  });
  readonly withoutCertificate = this.sig('adbe.pkcs7.detached', (signed) => this.cms(signed, '-md sha256 -nocerts'));
  readonly ofSha1 = this.sig('adbe.pkcs7.sha1', (signed) =>
    this.cms(createHash('sha1').update(signed).digest(), '-md sha256 -nodetach'),
  );
  readonly timeStamp: AddedSignature = {
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    message: (signed) => {
      writeFileSync(join(this.folder, 'data'), signed);
      this.openssl('ts -query -data data -sha256 -cert -out query');
      this.openssl('ts -reply -config settings -queryfile query -out reply');
      this.openssl('ts -reply -config settings -in reply -token_out -out message');
      return readFileSync(join(this.folder, 'message'));
    },
  };

  private sig(subFilter: string, message: AddedSignature['message']): AddedSignature {
    return { type: 'Sig', subFilter, message };
  }

  private cms(data: Buffer, options: string): Buffer {
    writeFileSync(join(this.folder, 'data'), data);
    this.openssl(
      `cms -sign -binary -in data -signer certificate.pem -inkey key.pem -outform DER -out message ${options}`,
    );
    return readFileSync(join(this.folder, 'message'));
  }

  private openssl(words: string): void {
    execFileSync('openssl', words.split(' '), { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
}

const ROOM = 12_000;

/** The PDF with one more version behind it, which adds a signature over the whole file. */
export function withSignature(pdf: Buffer, { type, subFilter, message }: AddedSignature): Buffer {
  const head = `9 0 obj\n<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /Contents `;
  const before = Buffer.concat([pdf, Buffer.from(head)]);
  const next = before.length + ROOM + 2;
  const tailOf = (rest: number): string =>
    ` /ByteRange [0 ${before.length} ${next} ${String(rest).padStart(6, '0')}] >>\nendobj\n` +
    `xref\n9 1\n${String(pdf.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 10 >>\nstartxref\n0\n%%EOF\n`;
  const tail = Buffer.from(tailOf(tailOf(0).length));
  const hex = message(Buffer.concat([before, tail]))
    .toString('hex')
    .padEnd(ROOM, '0');
  return Buffer.concat([before, Buffer.from(`<${hex}>`), tail]);
}
