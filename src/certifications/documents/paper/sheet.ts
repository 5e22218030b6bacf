import type { Layout } from '../../core/domain/index.js';
import type { Point } from './drawing/curves.js';
import { PAPER, type Paper, STANDING } from './drawing/picture.js';

/** Where things stand on a sheet: each shape of paper has one. Points from the top left corner. */
export interface Sheet {
  readonly paper: Paper;
  readonly middle: number;
  /** What is read from top to bottom stands between these; `bottom` is where signatures with pictures begin. */
  readonly top: number;
  readonly bottom: number;
  /** Above the corners' code and seal lines may be this wide; beside them only that. */
  readonly wide: number;
  readonly narrow: number;
  readonly headingSize: number;
  readonly qr: { readonly x: number; readonly y: number; readonly size: number };
  readonly seal: Point;
  /** Baseline of the signatories' names, and the width they share. */
  readonly signed: { readonly y: number; readonly x: number; readonly width: number };
  /** Room of a recipient's name, and of its Latin form. */
  readonly name: { readonly width: number; readonly most: number; readonly least: number };
  readonly latinName: { readonly width: number; readonly most: number; readonly least: number };
  /** Where an achievement's picture stands: in a corner, or among the lines. */
  readonly emblem: { readonly at: Point | null; readonly size: number };
}

const LYING: Sheet = {
  paper: PAPER,
  middle: PAPER.width / 2,
  top: 75,
  bottom: 428,
  wide: 610,
  narrow: 430,
  headingSize: 38,
  qr: { x: 80, y: 412, size: 84 },
  seal: [698, 446],
  signed: { y: 474, x: 212, width: 398 },
  name: { width: 600, most: 44, least: 17 },
  latinName: { width: 600, most: 17, least: 8 },
  emblem: { at: [86, 84], size: 68 },
};

const UPRIGHT: Sheet = {
  paper: STANDING,
  middle: STANDING.width / 2,
  top: 96,
  bottom: 548,
  wide: 440,
  narrow: 440,
  headingSize: 40,
  qr: { x: 78, y: 662, size: 82 },
  seal: [458, 694],
  signed: { y: 596, x: 72, width: 451 },
  name: { width: 440, most: 48, least: 15 },
  latinName: { width: 440, most: 18, least: 8 },
  emblem: { at: null, size: 64 },
};

export const SHEETS: Readonly<Record<Layout['paper'], Sheet>> = { landscape: LYING, portrait: UPRIGHT };
