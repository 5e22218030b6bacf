export const LARGEST_LOGO_BYTES = 200 * 1024;

const SIGNATURES = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;

/** The picture's media type by its first bytes, whatever its name says; `null` for anything but PNG and JPEG. */
export function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  return SIGNATURES.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.type ?? null;
}
