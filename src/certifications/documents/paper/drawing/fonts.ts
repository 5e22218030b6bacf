import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pdfKit } from './pdf-kit.js';
import type { Weight } from './picture.js';

const { resolve } = createRequire(import.meta.url);

/** Where the fonts' files lie. */
export const FONT_FILES: Readonly<Record<Weight, string>> = {
  regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};

/** What we use of a font that pdfkit has opened. */
export interface OpenedFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
}

const fonts = new Map<Weight, OpenedFont>();

/** Width in points, glyph by glyph: shaping a line takes fifty times longer and moves it by a hair. */
export function widthOf(text: string, weight: Weight, size: number): number {
  const opened = fontOf(weight);
  const units = [...text].reduce(
    (sum, character) => sum + opened.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth,
    0,
  );
  return (units / opened.unitsPerEm) * size;
}

/** Characters that the font lacks, each once. Checked for every name before a certificate is issued. */
export function unprintableIn(text: string): string[] {
  const opened = fontOf('bold');
  return [...new Set([...text].filter((character) => !isDrawn(opened, character)))];
}

function isDrawn(font: OpenedFont, character: string): boolean {
  return (
    !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(character) && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
  );
}

/**
 * The font, opened once for all papers: its file has ten megabytes, and reading its tables takes longer than a paper.
 */
export function fontOf(weight: Weight): OpenedFont {
  const known = fonts.get(weight);
  if (known) return known;
  const bytes = readFileSync(FONT_FILES[weight]);
  const document = new (pdfKit())({ autoFirstPage: false }).font(bytes);
  const opened = (document as unknown as { readonly _font: { readonly font: OpenedFont } })._font.font;
  fonts.set(weight, opened);
  return opened;
}
