const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const ED25519_PUBLIC = Buffer.from([0xed, 0x01]);

/** An Ed25519 public key (32 bytes) as a Multikey writes it: `z6Mk…`. */
export function ed25519Multibase(publicKey: Uint8Array): string {
  return `z${base58(Buffer.concat([ED25519_PUBLIC, publicKey]))}`;
}

/** The 32 bytes of an Ed25519 key that a Multikey names; `null` for anything else. */
export function ed25519FromMultibase(text: string): Buffer | null {
  const bytes = text.startsWith('z') && text.length < 100 ? base58Bytes(text.slice(1)) : null;
  return bytes?.length === 34 && bytes.subarray(0, 2).equals(ED25519_PUBLIC) ? bytes.subarray(2) : null;
}

function base58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  while (rest > 0n) {
    text = ALPHABET[Number(rest % 58n)]! + text;
    rest /= 58n;
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + text;
}

function base58Bytes(text: string): Buffer | null {
  let number = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit === -1) return null;
    number = number * 58n + BigInt(digit);
  }
  const hex = number === 0n ? '' : number.toString(16);
  const zeros = /^1*/.exec(text)![0].length;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')]);
}
