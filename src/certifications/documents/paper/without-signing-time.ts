import { fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';

const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SET = 0x31;

/**
 * PAdES (ETSI EN 319 142-1, 6.3) says when a paper was signed in the PDF's own entry `M` and forbids the signed
 * attribute `signing-time`, which the library always writes: it is taken out and the rest signed again. What the
 * signature covers stays the same, for the message is not within the bytes that it signs.
 * @param sign over DER, as the library asks it
 */
export async function withoutSigningTime(
  paper: Uint8Array,
  sign: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<Buffer> {
  const bytes = Buffer.from(paper);
  const room = roomIn(bytes);
  const message = await rewritten(Buffer.from(bytes.subarray(room.from, room.until).toString('latin1'), 'hex'), sign);
  const digits = message.toString('hex').padEnd(room.until - room.from, '0');
  if (digits.length !== room.until - room.from) throw new Error('The signature does not fit into its room');
  bytes.write(digits, room.from, 'latin1');
  return bytes;
}

/** Where the hex digits of the only signature stand, without their brackets. */
function roomIn(paper: Buffer): { readonly from: number; readonly until: number } {
  const tail = paper.toString('latin1', Math.max(0, paper.lastIndexOf('/ByteRange')));
  const [, before, behind] = /^\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s/.exec(tail) ?? [];
  if (before === undefined || behind === undefined) throw new Error('The paper has no signature');
  return { from: Number(before) + 1, until: Number(behind) - 1 };
}

async function rewritten(message: Buffer, sign: (data: Uint8Array) => Promise<Uint8Array>): Promise<Buffer> {
  const { result, offset } = fromBER(new Uint8Array(message));
  if (offset === -1) throw new Error('The signature is not DER');
  const content = new ContentInfo({ schema: result });
  const data = new SignedData({ schema: content.content });
  const [info] = data.signerInfos;
  if (!info?.signedAttrs) throw new Error('The signature has no signed attributes');
  info.signedAttrs.attributes = info.signedAttrs.attributes.filter(({ type }) => type !== SIGNING_TIME);
  // Encoded with an implicit tag; what is signed is the SET itself (RFC 5652, 5.4).
  info.signedAttrs.encodedValue = new ArrayBuffer(0);
  const attributes = Buffer.from(info.signedAttrs.toSchema().toBER(false));
  attributes[0] = SET;
  info.signature.valueBlock.valueHexView = new Uint8Array(await sign(attributes));
  content.content = data.toSchema(true) as unknown;
  return Buffer.from(content.toSchema().toBER(false));
}
