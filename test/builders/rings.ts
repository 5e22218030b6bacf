import type * as Canvas from '@napi-rs/canvas';
import { createRequire } from 'node:module';

const { createCanvas } = createRequire(import.meta.url)('@napi-rs/canvas') as typeof Canvas;

/** A ring on a transparent ground. */
export function aRing(
  colour: string,
  { width = 120, height = 120, type = 'png' }: { width?: number; height?: number; type?: 'png' | 'jpeg' } = {},
): Promise<Buffer> {
  const surface = createCanvas(width, height);
  const pen = surface.getContext('2d');
  pen.strokeStyle = colour;
  pen.lineWidth = 8;
  pen.beginPath();
  pen.arc(width / 2, height / 2, Math.min(width, height) / 2 - 6, 0, Math.PI * 2);
  pen.stroke();
  return type === 'png' ? surface.encode('png') : surface.encode('jpeg', 90);
}
