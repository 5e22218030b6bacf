import qrcode from 'qrcode';
import { rectangle } from './curves.js';

/** The code's dark squares as one path, a quiet zone of four squares around it, in a box of `size` points. */
export function qrPath(
  address: string,
  box: { readonly x: number; readonly y: number; readonly size: number },
): string {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' });
  const step = box.size / (modules.size + 8);
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        runs.push(rectangle([box.x + (start + 4) * step, box.y + (row + 4) * step], [(column - start) * step, step]));
        start = -1;
      }
    }
  }
  return runs.join(' ');
}
