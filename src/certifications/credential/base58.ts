const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes of a base58 text (Bitcoin's alphabet) of at most 200 characters; `null` where it is none. */
export function decodeBase58(text: string): Uint8Array | null {
  if (text === '' || text.length > 200 || [...text].some((character) => !ALPHABET.includes(character))) return null;
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const value = [...text].reduce((sum, character) => sum * 58n + BigInt(ALPHABET.indexOf(character)), 0n);
  const hex = value === 0n ? '' : value.toString(16);
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')]);
}
