import type * as Canvas from '@napi-rs/canvas';
import { createHash } from 'node:crypto';
import { onDemand } from '../files/on-demand.js';
import { answerTasks } from '../workers/answer-tasks.js';
import type { CleanPicture } from './clean-picture.js';
import type { PictureBytes } from './picture-of.js';
import { unfoldsAsSaid } from './unfold-png.js';

/** A picture of acceptable size, stripped of everything that is not needed to draw it. */
export interface BarePicture {
  readonly type: PictureBytes['type'];
  readonly bare: Uint8Array;
}

/** Pixels: 35 mm at 500 dpi. More cannot be seen in print. */
const KEPT_SIDE = 700;

const canvas = onDemand<typeof Canvas>('@napi-rs/canvas');

/**
 * Runs in a worker thread: a picture of some kilobytes may expand to a hundred megabytes, which takes a second. `null`
 * if it is broken.
 */
answerTasks<BarePicture, CleanPicture | null>(async ({ bare, type }) => {
  const bytes = Buffer.from(bare);
  if (type === 'image/png' && !(await unfoldsAsSaid(bytes))) return null;
  const anew = await drawnAnew(bytes, type);
  return anew && { ...anew, sha256: createHash('sha256').update(anew.bytes).digest('hex') };
});

async function drawnAnew(bare: Buffer, type: PictureBytes['type']): Promise<PictureBytes | null> {
  const { createCanvas, loadImage } = canvas();
  try {
    const image = await loadImage(bare);
    const share = Math.min(1, KEPT_SIDE / Math.max(image.width, image.height));
    const [width, height] = [
      Math.max(1, Math.round(image.width * share)),
      Math.max(1, Math.round(image.height * share)),
    ];
    const surface = createCanvas(width, height);
    const pen = surface.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(image, 0, 0, width, height);
    const bytes = type === 'image/png' ? await surface.encode('png') : await surface.encode('jpeg', 92);
    return { type, bytes, width, height };
  } catch {
    return null;
  }
}
