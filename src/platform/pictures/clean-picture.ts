import { type Refusal, refuse } from '../refusals.js';
import { workerFile, WorkerPool } from '../workers/index.js';
import type { BarePicture } from './draw-picture-worker.js';
import { measured } from './measure.js';
import type { PictureBytes } from './picture-of.js';

export type PictureRefusalCode =
  | 'pictureTooBig'
  | 'pictureUnknown'
  | 'pictureTooManyPoints'
  | 'pictureTooSmall'
  | 'pictureBroken'
  | 'pictureReaderBusy';

export const MOST_BYTES = 1024 * 1024;
/** Pixels. Decoded, each takes four bytes. */
const MOST_POINTS = 12_000_000;
const LONGEST_SIDE = 6000;
const SHORTEST_SIDE = 24;
const drawing = new WorkerPool<BarePicture, CleanPicture | null>({
  file: workerFile('draw-picture-worker', import.meta.url),
  mostWorkers: 1,
  mostWaiting: 8,
  longestWait: 20_000,
  timeoutMs: 20_000,
  memoryMb: 256,
});

export interface CleanPicture extends PictureBytes {
  readonly sha256: string;
}

/**
 * Redraws an uploaded picture from its pixels, so that nothing hidden in the file is kept. PNG or JPEG of at most a
 * megabyte; the true size is read before decoding, so that a small file cannot expand to gigabytes. Drawn in a worker
 * thread.
 */
export async function cleanPicture(bytes: Buffer): Promise<CleanPicture | Refusal<PictureRefusalCode>> {
  if (bytes.length > MOST_BYTES)
    return refuse('pictureTooBig', { most: MOST_BYTES / 1024, kilobytes: Math.ceil(bytes.length / 1024) });
  const measure = measured(bytes);
  if (!measure) return refuse('pictureUnknown');
  const { width, height } = measure;
  if (width * height > MOST_POINTS || Math.max(width, height) > LONGEST_SIDE)
    return refuse('pictureTooManyPoints', { width, height, most: LONGEST_SIDE });
  if (Math.min(width, height) < SHORTEST_SIDE)
    return refuse('pictureTooSmall', { width, height, least: SHORTEST_SIDE });
  if (!measure.complete) return refuse('pictureBroken');
  const outcome = await drawing.run({ type: measure.type, bare: new Uint8Array(measure.bare) });
  if (outcome.kind === 'busy') return refuse('pictureReaderBusy');
  const picture = outcome.kind === 'done' ? outcome.result : null;
  return picture ? { ...picture, bytes: Buffer.from(picture.bytes) } : refuse('pictureBroken');
}

export const isPicture = (outcome: CleanPicture | Refusal<PictureRefusalCode>): outcome is CleanPicture =>
  'sha256' in outcome;
