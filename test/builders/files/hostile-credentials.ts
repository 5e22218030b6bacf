import { deflateSync } from 'node:zlib';
import { aChunk, aPicture, bakedChunk } from '../pictures.js';
import { aCredential, type Issuer } from '../issuers.js';

export interface HostileCredential {
  readonly what: string;
  readonly bytes: (foreignIssuer: Issuer) => Promise<Buffer> | Buffer;
}

const MB = 1024 * 1024;

/** A value with its BER header. */
function ber(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x10000
        ? [0x82, length >> 8, length & 0xff]
        : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** SignedData with arbitrary content in place of its certificates. */
export function aMessage(certificates: readonly Buffer[]): Buffer {
  const [signedData, data] = [
    Buffer.from('06092a864886f70d010702', 'hex'),
    Buffer.from('06092a864886f70d010701', 'hex'),
  ];
  const content = ber(
    0x30,
    Buffer.concat([
      ber(0x02, Buffer.from([1])),
      ber(0x31, Buffer.alloc(0)),
      ber(0x30, data),
      ber(0xa0, Buffer.concat(certificates)),
      ber(0x31, Buffer.alloc(0)),
    ]),
  );
  return ber(0x30, Buffer.concat([signedData, ber(0xa0, content)]));
}

/** A PDF with these messages as signatures; each covers everything but itself. */
export function aPdfSignedWith(messages: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n1 0 obj << /Type /Page >> endobj\n')];
  let at = parts[0]!.length;
  for (const message of messages) {
    const gap = `<${message.toString('hex')}>`;
    const before =
      `/ByteRange [0 ${`${at + 60}`.padStart(10, '0')} ${`${at + 60 + gap.length}`.padStart(10, '0')} 5]`.padEnd(
        60,
        ' ',
      );
    parts.push(Buffer.from(before), Buffer.from(gap));
    at += 60 + gap.length;
  }
  return Buffer.concat([...parts, Buffer.from('%EOF\n')]);
}

const attached = (content: Buffer): string =>
  `1 0 obj << /Type /EmbeddedFile /Filter /FlateDecode /Length ${content.length} >> stream\n${content.toString('latin1')}\nendstream endobj\n`;

/** Certificate files that are designed to exhaust their checker. None exceeds the upload limit. */
export const HOSTILE_CREDENTIALS: readonly HostileCredential[] = [
  {
    what: 'a message of two megabytes, nested without lengths',
    bytes: () => aPdfSignedWith([Buffer.concat([Buffer.from('3080', 'hex'), Buffer.from('3080'.repeat(MB), 'hex')])]),
  },
  {
    what: 'a message of sixty kilobytes, nested without lengths',
    bytes: () => aPdfSignedWith([Buffer.from('3080'.repeat(30_000), 'hex')]),
  },
  {
    what: 'a message of thirty thousand empty values',
    bytes: () => aPdfSignedWith([ber(0x30, Buffer.from('0500'.repeat(30_000), 'hex'))]),
  },
  {
    what: 'five hundred certificates in a message',
    bytes: () => aPdfSignedWith([aMessage(Array.from({ length: 500 }, () => ber(0x30, Buffer.alloc(100))))]),
  },
  {
    what: 'a number of forty thousand bytes in a message',
    bytes: () => aPdfSignedWith([ber(0x30, ber(0x02, Buffer.alloc(40_000, 0x7f)))]),
  },
  {
    what: 'an object name of sixty thousand bytes',
    bytes: () => aPdfSignedWith([ber(0x30, ber(0x06, Buffer.alloc(60_000, 0xff)))]),
  },
  {
    what: 'eight messages of half a megabyte',
    bytes: () => aPdfSignedWith(Array.from({ length: 8 }, () => Buffer.alloc(250_000, 0x30))),
  },
  {
    what: 'two hundred thousand places of signatures',
    bytes: () => Buffer.from(`%PDF-1.7\n${'/ByteRange [0 1 2 3]'.repeat(200_000)}`),
  },
  {
    what: 'five megabytes of spaces behind a place',
    bytes: () => Buffer.from(`%PDF-1.7\n/ByteRange${' '.repeat(4.8 * MB)}`),
  },
  { what: 'a million pages without an end', bytes: () => Buffer.from(`%PDF-1.7\n${'/Type '.repeat(700_000)}`) },
  {
    what: 'attachments that unpack to a hundred megabytes',
    bytes: () => Buffer.from(`%PDF-1.7\n${attached(deflateSync(Buffer.alloc(100 * MB)))}`, 'latin1'),
  },
  {
    what: 'twelve heads of attachments with nothing but ends in them',
    bytes: () => Buffer.from(`%PDF-1.7\n${`1 0 obj << /EmbeddedFile ${'>>'.repeat(995)}`.repeat(12)}`),
  },
  {
    what: 'four hundred thousand chunks in a picture',
    bytes: () => aPicture(Buffer.concat(Array.from({ length: 400_000 }, () => aChunk('tEXt', Buffer.alloc(0))))),
  },
  {
    what: 'a picture with a credential of four megabytes',
    bytes: () => aPicture(bakedChunk(`{"a":"${'x'.repeat(4 * MB)}"}`)),
  },
  {
    what: 'brackets a hundred thousand deep',
    bytes: () => Buffer.from(`{"type":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  },
  { what: 'brackets that a quotation mark hides', bytes: () => Buffer.from(`{"a":"\\\\","b":${'['.repeat(120_000)}`) },
  {
    what: 'a hundred thousand values',
    bytes: () => Buffer.from(JSON.stringify({ type: Array.from({ length: 100_000 }, (_, at) => at) })),
  },
  { what: 'nine hundred nameless things to be put in order', bytes: manyNamelessThings },
  {
    what: 'a token whose head is a hundred kilobytes',
    bytes: () => Buffer.from(`eyJ${'A'.repeat(100_000)}.e30.${'A'.repeat(100_000)}`),
  },
  { what: 'a token of five million dots', bytes: () => Buffer.from(`eyJ${'.'.repeat(4.8 * MB)}`) },
  { what: 'a token of spaces', bytes: () => Buffer.from(`eyJ${' '.repeat(4.8 * MB)}x`) },
  {
    what: 'half a character in a name',
    bytes: async (foreignIssuer) =>
      Buffer.from(
        JSON.stringify(await foreignIssuer.sign(aCredential(foreignIssuer.did))).replaceAll('云计算管理员', '\\ud800'),
      ),
  },
  {
    what: 'zeros in its names',
    bytes: async (foreignIssuer) =>
      Buffer.from(
        JSON.stringify(
          await foreignIssuer.sign(
            aCredential(foreignIssuer.did, {
              name: '\u0000',
              issuer: { id: foreignIssuer.did, type: ['Profile'], name: '\u0000' },
            }),
          ),
        ),
      ),
  },
  {
    what: 'names that every object has',
    bytes: () =>
      Buffer.from(
        '{"type":"VerifiableCredential","issuer":{"id":"did:key:z6Mk","__proto__":{"x":1}},"constructor":1,"__proto__":{"proof":1}}',
      ),
  },
  {
    what: 'a number that no computer holds',
    bytes: () => Buffer.from(`{"type":"VerifiableCredential","a":${'9'.repeat(200_000)}}`),
  },
];

async function manyNamelessThings(foreignIssuer: Issuer): Promise<Buffer> {
  const evidence = Array.from({ length: 900 }, (_, at) => ({ id: `_:b${at}`, type: ['Evidence'], name: `${at}` }));
  return Buffer.from(JSON.stringify({ ...(await foreignIssuer.sign(aCredential(foreignIssuer.did))), evidence }));
}
