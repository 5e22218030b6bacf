/** The CMS message of a paper's only signature, and the bytes that it signs: for OpenSSL, which reads no PDF. */
export function signatureIn(paper: Buffer): { readonly message: Buffer; readonly signed: Buffer } {
  const [, ...numbers] = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(paper.toString('latin1'))!;
  const [from, until, after, length] = numbers.map(Number) as [number, number, number, number];
  const room = Buffer.from(paper.subarray(until + 1, after - 1).toString('latin1'), 'hex');
  return {
    message: room.subarray(0, lengthOf(room)),
    signed: Buffer.concat([paper.subarray(from, until), paper.subarray(after, after + length)]),
  };
}

/** Of the outermost DER value, its head included: what follows is padding. */
function lengthOf(der: Buffer): number {
  const bytes = der[1]! & 0x7f;
  return der[1]! < 0x80 ? 2 + der[1]! : 2 + bytes + der.readUIntBE(2, bytes);
}
