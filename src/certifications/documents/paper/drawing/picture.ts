/*
 * A certificate as a drawing, before it is a PDF or an SVG: A4, in points, from the top left corner.
 * Paths use only absolute M, L, C and Z, which both forms of it understand.
 */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** A4 lying, as all certificates of the first shape. */
export const PAPER: Paper = { width: 841.89, height: 595.28 };
export const STANDING: Paper = { width: PAPER.height, height: PAPER.width };

export const INKS = {
  ink: '#14213d',
  grey: '#59616f',
  teal: '#0f766e',
  tealSoft: '#8fbfba',
  tealFaint: '#e4efec',
  red: '#b3262e',
  paper: '#fffdf8',
  rule: '#c9ccd2',
} as const;
export type Ink = keyof typeof INKS;

export type Weight = 'regular' | 'bold';

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly ink: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Degrees, clockwise, about (x, y). */
  readonly turned: number;
}

export interface PathMark {
  readonly kind: 'path';
  readonly d: string;
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly width: number;
}

/** A kept picture, fitted into its box. */
export interface ImageMark {
  readonly kind: 'image';
  /** SHA-256 of the bytes. */
  readonly key: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Mark = TextMark | PathMark | ImageMark;

/** What a screen reader reads for some marks. Decoration is an artifact: it is not read. */
export type Role =
  | { readonly tag: 'Artifact' }
  | { readonly tag: 'H1' | 'P'; readonly lang: 'zh-CN' | 'en' }
  | { readonly tag: 'Figure'; readonly lang: 'zh-CN' | 'en'; readonly alt: string };

export interface Part {
  readonly role: Role;
  readonly marks: readonly Mark[];
}

export interface Picture {
  readonly title: string;
  /** Default: `PAPER`. */
  readonly paper?: Paper;
  readonly parts: readonly Part[];
}

type TextLook = Partial<Pick<TextMark, 'weight' | 'ink' | 'anchor' | 'turned'>>;

export function text(
  words: string,
  at: { readonly x: number; readonly y: number; readonly size: number },
  look: TextLook = {},
): TextMark {
  return { kind: 'text', text: words, ...at, weight: 'regular', ink: 'ink', anchor: 'middle', turned: 0, ...look };
}

export function stroked(d: string, stroke: Ink, width: number): PathMark {
  return { kind: 'path', d, fill: null, stroke, width };
}

export function filled(d: string, fill: Ink): PathMark {
  return { kind: 'path', d, fill, stroke: null, width: 0 };
}
