import { createCanvas, GlobalFonts, Image, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { PrintedAchievement } from '../../core/domain/index.js';
import { circle, type Point } from './drawing/curves.js';
import { FONT_FILES } from './drawing/fonts.js';
import { rosette } from './drawing/guilloche.js';
import { indexedPng } from './drawing/indexed-png.js';
import { INKS } from './drawing/picture.js';
import { balancedLines, fittingSize } from './drawing/typesetting.js';

const SIZE = 600;
const MIDDLE: Point = [SIZE / 2, SIZE / 2];
const BOLD = 'Academy Bold';
const REGULAR = 'Academy Regular';

/**
 * The achievement as a round picture, the same for everybody who earned it:
 * what the baked image shows. Some 100 ms; PNG.
 */
export function drawBadge(
  { nameZh, nameEn }: Pick<PrintedAchievement, 'nameZh' | 'nameEn'>,
  issuer: { readonly nameZh: string; readonly nameEn: string },
): Buffer {
  const canvas = createCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d');
  fonts();
  engrave(context);
  const lines = balancedLines(nameZh, 'bold', { width: 300, size: 46 });
  const size = Math.min(...lines.map((line) => fittingSize(line, 'bold', { width: 310, most: 46, least: 12 }) ?? 12));
  const top = MIDDLE[1] - ((lines.length - 1) * size * 1.25) / 2;
  for (const [at, line] of lines.entries())
    write(context, line, { y: top + at * size * 1.25 + size * 0.2, size, font: BOLD, ink: INKS.ink });
  const english = balancedLines(nameEn, 'regular', { width: 300, size: 21 }).slice(0, 2);
  for (const [at, line] of english.entries()) {
    write(context, line, {
      y: top + lines.length * size * 1.25 + 8 + at * 26,
      size: fittingSize(line, 'regular', { width: 310, most: 21, least: 9 }) ?? 9,
      font: REGULAR,
      ink: INKS.teal,
    });
  }
  write(context, issuer.nameZh, {
    y: 138,
    size: fittingSize(issuer.nameZh, 'bold', { width: 230, most: 20, least: 8 }) ?? 8,
    font: BOLD,
    ink: INKS.teal,
  });
  write(context, issuer.nameEn, {
    y: 472,
    size: fittingSize(issuer.nameEn, 'regular', { width: 220, most: 16, least: 7 }) ?? 7,
    font: REGULAR,
    ink: INKS.grey,
  });
  return indexedPng(context.getImageData(0, 0, SIZE, SIZE).data, canvas) ?? canvas.toBuffer('image/png');
}

/** A picture of the academy's own as a PNG, no larger than it need be. */
export async function badgeFrom(picture: Uint8Array): Promise<Buffer> {
  const image = new Image();
  const loaded = new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = reject;
  });
  image.src = Buffer.from(picture);
  await loaded;
  const scale = Math.min(1, SIZE / Math.max(image.width, image.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/png');
}

function engrave(context: SKRSContext2D): void {
  const fill = (d: string, ink: string) => {
    context.fillStyle = ink;
    context.fill(new Path2D(d));
  };
  const stroke = (d: string, ink: string, width: number) => {
    context.strokeStyle = ink;
    context.lineWidth = width;
    context.stroke(new Path2D(d));
  };
  fill(circle(MIDDLE, 296), INKS.teal);
  fill(circle(MIDDLE, 284), INKS.paper);
  for (const [at, petals] of [36, 36, 36].entries())
    stroke(
      rosette(MIDDLE, { radius: 278 - at * 9, petals, depth: 0.13 }),
      at % 2 === 0 ? INKS.teal : INKS.tealSoft,
      1.4,
    );
  fill(circle(MIDDLE, 222), INKS.paper);
  stroke(circle(MIDDLE, 222), INKS.teal, 3);
  stroke(circle(MIDDLE, 214), INKS.tealSoft, 1.2);
  for (const radius of [190, 150, 110])
    stroke(rosette(MIDDLE, { radius, petals: 18, depth: 0.35 }), INKS.tealFaint, 1.4);
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly ink: string;
}

function write(context: SKRSContext2D, words: string, { y, size, font, ink }: Line): void {
  context.font = `${size}px "${font}"`;
  context.textAlign = 'center';
  context.fillStyle = ink;
  context.fillText(words, MIDDLE[0], y);
}

let registered = false;

function fonts(): void {
  if (registered) return;
  GlobalFonts.registerFromPath(FONT_FILES.bold, BOLD);
  GlobalFonts.registerFromPath(FONT_FILES.regular, REGULAR);
  registered = true;
}
