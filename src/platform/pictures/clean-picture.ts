import type * as Canvas from '@napi-rs/canvas';
import { createHash } from 'node:crypto';
import { onDemand } from '../files/on-demand.js';
import { type Refusal, refuse } from '../refusals.js';
import { measured, unfoldsAsSaid } from './measure.js';
import type { PictureBytes } from './picture-of.js';

export type PictureRefusalCode =
  'pictureTooBig' | 'pictureUnknown' | 'pictureTooManyPoints' | 'pictureTooSmall' | 'pictureBroken';

export const MOST_BYTES = 1024 * 1024;
/** Decoded it takes four bytes a point. */
const MOST_POINTS = 12_000_000;
const LONGEST_SIDE = 6000;
const SHORTEST_SIDE = 24;
/** 35 mm at 500 dots an inch: more is not seen on paper. */
const KEPT_SIDE = 700;

const canvas = onDemand<typeof Canvas>('@napi-rs/canvas');

export interface CleanPicture extends PictureBytes {
  readonly sha256: string;
}

/**
 * A sent picture made anew from its points: nothing that was hidden in the file is kept. PNG or JPEG of at most a
 * megabyte; its real size is read before it is decoded, so that a small file cannot unfold into gigabytes.
 */
export async function cleanPicture(bytes: Buffer): Promise<CleanPicture | Refusal<PictureRefusalCode>> {
  if (bytes.length > MOST_BYTES)
    return refuse('pictureTooBig', { most: MOST_BYTES / 1024, kilobytes: Math.ceil(bytes.length / 1024) });
  const head = measured(bytes);
  if (!head) return refuse('pictureUnknown');
  const { width, height } = head;
  if (width * height > MOST_POINTS || Math.max(width, height) > LONGEST_SIDE)
    return refuse('pictureTooManyPoints', { width, height, most: LONGEST_SIDE });
  if (Math.min(width, height) < SHORTEST_SIDE)
    return refuse('pictureTooSmall', { width, height, least: SHORTEST_SIDE });
  if (!head.complete) return refuse('pictureBroken');
  if (head.type === 'image/png' && !unfoldsAsSaid(head.bare)) return refuse('pictureBroken');
  const anew = await drawnAnew(head.bare, head.type);
  return anew ? { ...anew, sha256: createHash('sha256').update(anew.bytes).digest('hex') } : refuse('pictureBroken');
}

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

export const isPicture = (outcome: CleanPicture | Refusal<PictureRefusalCode>): outcome is CleanPicture =>
  'sha256' in outcome;
