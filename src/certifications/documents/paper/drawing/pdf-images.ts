import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';
import type { ImageMark, Picture } from './picture.js';

type Document = InstanceType<typeof PDFDocument>;
/** What pdfkit's types leave out of its page. */
interface Page {
  readonly xobjects: Record<string, unknown>;
}

/** A picture's points as a PDF takes them. */
interface Raster {
  readonly width: number;
  readonly height: number;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly colours: Buffer;
  /** How much of each point is seen; `null`: all of it. */
  readonly seen: Buffer | null;
}
export type Rasters = ReadonlyMap<string, Raster>;

const MOST_KEPT = 24;
const kept = new Map<string, Raster>();

/** The rasters of all pictures on the paper. A seal is the same on a thousand papers, so the last few are kept. */
export async function rastersOf({ parts }: Picture): Promise<Rasters> {
  const images = parts.flatMap(({ marks }) => marks.filter((mark): mark is ImageMark => mark.kind === 'image'));
  const found = new Map<string, Raster>();
  for (const image of images) {
    const raster = kept.get(image.key) ?? (await rasterOf(image));
    found.set(image.key, raster);
    kept.set(image.key, raster);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
  }
  return found;
}

async function rasterOf({ bytes, type }: ImageMark): Promise<Raster> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  if (type === 'image/jpeg') return { width, height, filter: 'DCTDecode', colours: Buffer.from(bytes), seen: null };
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  const [colours, seen] = [Buffer.alloc(width * height * 3), Buffer.alloc(width * height)];
  for (let point = 0; point < seen.length; point += 1) {
    colours[point * 3] = data[point * 4]!;
    colours[point * 3 + 1] = data[point * 4 + 1]!;
    colours[point * 3 + 2] = data[point * 4 + 2]!;
    seen[point] = data[point * 4 + 3]!;
  }
  return {
    width,
    height,
    filter: 'FlateDecode',
    colours: deflateSync(colours, { level: 9 }),
    seen: seen.every((one) => one === 255) ? null : deflateSync(seen, { level: 9 }),
  };
}

export function drawImage(document: Document, mark: ImageMark, rasters: Rasters): void {
  const raster = rasters.get(mark.key);
  if (!raster) throw new Error(`The picture ${mark.key} was not read`);
  const page = document.page as unknown as Page;
  const name = `P${mark.key.slice(0, 12)}`;
  page.xobjects[name] ??= embedded(document, raster);
  const [x, y, width, height] = [mark.x, mark.y + mark.height, mark.width, -mark.height].map(
    (value) => Math.round(value * 100) / 100,
  );
  document.addContent(`q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q`);
}

function embedded(document: Document, { width, height, filter, colours, seen }: Raster): unknown {
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const mask =
    seen === null
      ? {}
      : { SMask: ended(document.ref({ ...image, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' }), seen) };
  return ended(document.ref({ ...image, ColorSpace: 'DeviceRGB', Filter: filter, ...mask }), colours);
}

function ended<Reference extends PDFKit.PDFKitReference>(reference: Reference, bytes: Buffer): Reference {
  reference.end(bytes);
  return reference;
}
