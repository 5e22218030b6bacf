import type { Mark, Part } from './drawing/picture.js';
import { text, type TextMark } from './drawing/picture.js';

/** One line of a block, centred; `lead`: its height as a multiple of its size. */
export interface Line {
  readonly words: string;
  readonly size: number;
  readonly lead: number;
  readonly look: Partial<Pick<TextMark, 'weight' | 'ink'>>;
}

/** Lines or marks that stay together. `before`: the air above it, which grows and shrinks with the room. */
export interface Block {
  readonly before: number;
  readonly height: number;
  /** @param top of the block */
  parts(top: number): Part[];
}

export interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** Air above a block may grow to this multiple of itself; what is left then stands above and below all. */
const MOST_AIR = 2.1;
/** The smallest size of type, against the usual one. */
export const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.46, 0.42] as const;

export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { before, height }) => sum + before + height, 0);
}

/** Blocks one under the other at the largest scale that fits, the air between them evened out. */
export function stacked(setAt: (scale: number) => readonly Block[], { top, bottom }: Room): Part[] {
  const blocks = fitting(setAt, bottom - top);
  const air = blocks.reduce((sum, { before }) => sum + before, 0);
  const spare = Math.max(0, bottom - top - heightOf(blocks));
  const stretch = air === 0 ? 1 : Math.min(MOST_AIR, 1 + spare / air);
  let y = top + (spare - air * (stretch - 1)) * 0.45;
  return blocks.flatMap((block) => {
    y += block.before * stretch;
    const parts = block.parts(y);
    y += block.height;
    return parts;
  });
}

/** Tried from the largest down: setting lines is what takes time. */
function fitting(setAt: (scale: number) => readonly Block[], room: number): readonly Block[] {
  let blocks: readonly Block[] = [];
  for (const scale of SCALES) {
    blocks = setAt(scale);
    if (heightOf(blocks) <= room) break;
  }
  return blocks;
}

export interface SpokenText {
  readonly lang: 'zh-CN' | 'en';
  readonly tag?: 'H1' | 'P';
  readonly lines: readonly Line[];
}

/** Centred lines as a block: one part for each language. */
export function block(before: number, x: number, spoken: readonly SpokenText[]): Block {
  const filled = spoken.filter(({ lines }) => lines.length > 0);
  return {
    before: filled.length === 0 ? 0 : before,
    height: filled.flatMap(({ lines }) => lines).reduce((sum, { size, lead }) => sum + size * lead, 0),
    parts: (top) => {
      let y = top;
      return filled.map(({ lang, tag = 'P', lines }) => ({
        role: { tag, lang },
        marks: lines.map(({ words, size, lead, look }) => {
          y += size * lead;
          return text(words, { x, y: y - size * (0.13 + (lead - 1) / 2), size }, look);
        }),
      }));
    },
  };
}

/** Marks of a known height as a block. */
export function drawn(before: number, height: number, parts: (top: number) => Part[]): Block {
  return { before, height, parts };
}

export const artifact = (marks: readonly Mark[]): Part => ({ role: { tag: 'Artifact' }, marks });
