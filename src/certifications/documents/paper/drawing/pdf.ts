import type PDFDocument from 'pdfkit';
import { fontOf, widthOf } from './fonts.js';
import { drawImage, type Rasters, rastersOf } from './pdf-images.js';
import { pdfKit } from './pdf-kit.js';
import {
  INKS,
  type Mark,
  PAPER,
  type Paper,
  type Part,
  type PathMark,
  type Picture,
  type TextMark,
  type Weight,
} from './picture.js';

type Document = InstanceType<typeof PDFDocument>;

interface PaperMetadata {
  readonly author: string;
  /** Epoch milliseconds: the paper's date, so that the same certificate gives the same bytes. */
  readonly at: number;
  /** What is carried inside, the credential for one. */
  readonly attached?: Attachment;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** The picture as a tagged A4 PDF whose fonts hold only the characters used. Some 40 ms. */
export async function pdfOf(picture: Picture, { author, at, attached }: PaperMetadata): Promise<Buffer> {
  const made = new Date(at);
  const paper = picture.paper ?? PAPER;
  const rasters = await rastersOf(picture);
  const document = new (pdfKit())({
    size: 'A4',
    layout: paper.width > paper.height ? 'landscape' : 'portrait',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    subset: 'PDF/UA' as never,
    font: opened('regular') as string,
    info: {
      Title: picture.title,
      Author: author,
      Creator: author,
      Producer: author,
      CreationDate: made,
      ModDate: made,
    },
  });
  const bytes = collected(document);
  document.registerFont('regular', opened('regular')).registerFont('bold', opened('bold'));
  const root = document.struct('Document', { lang: 'zh-CN' });
  document.addStructure(root);
  for (const part of picture.parts) drawPart({ document, root, paper, rasters }, part);
  root.end();
  if (attached)
    document.file(Buffer.from(attached.bytes), {
      name: attached.name,
      type: attached.type,
      description: attached.description,
      creationDate: made,
      modifiedDate: made,
      relationship: 'Data',
    } as PDFKit.Mixins.PDFAttachmentOptions);
  document.end();
  return bytes;
}

/** pdfkit takes a font that is open already; its types know only files and bytes. */
const opened = (weight: Weight): PDFKit.Mixins.PDFFontSource =>
  fontOf(weight) as unknown as PDFKit.Mixins.PDFFontSource;

function collected(document: Document): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

interface Desk {
  readonly document: Document;
  readonly root: PDFKit.PDFStructureElement;
  readonly paper: Paper;
  readonly rasters: Rasters;
}

function drawPart({ document, root, paper, rasters }: Desk, { role, marks }: Part): void {
  const draw = (mark: Mark) => drawMark(document, mark, rasters);
  if (role.tag === 'Artifact') {
    document.markContent('Artifact', { type: 'Layout' });
    marks.forEach(draw);
    document.endMarkedContent();
    return;
  }
  const options =
    role.tag === 'Figure'
      ? { lang: role.lang, alt: role.alt, bbox: [0, 0, paper.width, paper.height] }
      : { lang: role.lang };
  root.add(
    document.struct(role.tag, options, () => {
      marks.forEach(draw);
    }),
  );
}

function drawMark(document: Document, mark: Mark, rasters: Rasters): void {
  if (mark.kind === 'path') drawPath(document, mark);
  else if (mark.kind === 'image') drawImage(document, mark, rasters);
  else drawText(document, mark);
}

/** Path data become operators at once: pdfkit's own reader of paths would take longer than all else. */
function drawPath(document: Document, { d, fill, stroke, width }: PathMark): void {
  if (fill !== null) document.fillColor(INKS[fill]);
  if (stroke !== null) document.strokeColor(INKS[stroke]).lineWidth(width);
  document.addContent(`${operatorsOf(d)} ${fill !== null ? 'f' : 'S'}`);
}

const known = new Map<string, string>();
const MOST_KNOWN = 200;

function operatorsOf(d: string): string {
  const found = known.get(d);
  if (found !== undefined) return found;
  const operators = d
    .replace(
      /([MLC]) ([-\d. ]+?)(?= ?[MLCZ]|$)/g,
      (_, command: string, numbers: string) => `${numbers.trim()} ${command.toLowerCase()}`,
    )
    .replace(/Z/g, 'h');
  if (known.size < MOST_KNOWN && d.length > 2000) known.set(d, operators);
  return operators;
}

function drawText(document: Document, { text, x, y, size, weight, ink, anchor, turned }: TextMark): void {
  const width = widthOf(text, weight, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  if (turned !== 0) document.save().rotate(turned, { origin: [x, y] });
  document
    .font(weight)
    .fontSize(size)
    .fillColor(INKS[ink])
    .text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
  if (turned !== 0) document.restore();
}
