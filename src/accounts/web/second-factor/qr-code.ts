import qrcode from 'qrcode';

/** For an SVG with a view box of `size` squares: the dark ones as one path, in a quiet zone of four. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

const QUIET = 4;

export function qrCode(text: string): QrCode {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const at = Array.from({ length: modules.size }, (_, index) => index);
  const squares = at.flatMap((row) =>
    at.flatMap((column) => (modules.get(row, column) === 1 ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : [])),
  );
  return { size: modules.size + 2 * QUIET, path: squares.join('') };
}
