import { type Refusal, refuse } from '../../../platform/refusals.js';
import { canonical, checkCharacterFor, LONGEST_CHECKED } from './check-character.js';
import type { CoreRefusalCode } from './refusals.js';

/** One piece of a number: fixed characters, the year, the level, the running number, or the check character. */
type Piece =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'level'; readonly digits: 1 }
  | { readonly kind: 'year'; readonly digits: 2 | 4 }
  | { readonly kind: 'sequence'; readonly digits: number }
  | { readonly kind: 'check' };

/** What may stand at one place of a canonical number. */
export type Place =
  { readonly kind: 'fixed'; readonly character: string } | { readonly kind: 'digit' } | { readonly kind: 'check' };

const PIECES = '{PREFIX} {YYYY} {YY} {SEQ:6} {CHECK} {LEVEL} {KIND:Y} {BODY:0012} {PROV:37} {SITE:000001}';

/**
 * The registered parts of a vocational certificate number, each of a fixed length: who assesses (Y an employer, S a
 * body of society), the assessing body, its province, the site.
 */
const REGISTERED: Readonly<Record<string, RegExp>> = {
  KIND: /^[YS]$/,
  BODY: /^\d{4}$/,
  PROV: /^\d{2}$/,
  SITE: /^\d{6}$/,
};

/**
 * The 22 places of the Chinese vocational skill certificate: kind, body, province, site, year, level, running number.
 */
export const VOCATIONAL_PATTERN = '{KIND:Y}{BODY:0012}{PROV:37}{SITE:000001}{YY}{LEVEL}{SEQ:6}';

/** The level's digit where an achievement has none. */
export const NO_LEVEL = '0';

/** How an academy writes its numbers: `{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}`, or `VOCATIONAL_PATTERN`. */
export class NumberPattern {
  private constructor(private readonly pieces: readonly Piece[]) {}

  /** Reads a pattern. Returns every reason why it cannot number certificates. */
  static read(pattern: string, prefix: string): NumberPattern | Refusal<CoreRefusalCode>[] {
    const unknown: string[] = [];
    const pieces = pattern
      .split(/(\{[^{}]*\})/)
      .filter((part) => part !== '')
      .map((part): Piece => {
        const piece = pieceOf(part, prefix);
        if (piece === null) unknown.push(part);
        return piece ?? { kind: 'fixed', text: '' };
      });
    const read = new NumberPattern(pieces);
    const faults =
      unknown.length > 0
        ? [refuse<CoreRefusalCode>('patternPieceUnknown', { piece: unknown.join(' '), known: PIECES }, 'numberPattern')]
        : read.faults();
    return faults.length > 0 ? faults : read;
  }

  get hasCheck(): boolean {
    return this.pieces.some((piece) => piece.kind === 'check');
  }

  /** The largest running number that fits. */
  get lastSequence(): number {
    const piece = this.pieces.find((one) => one.kind === 'sequence');
    return piece?.kind === 'sequence' ? 10 ** piece.digits - 1 : 0;
  }

  /**
   * Numbers with one scope share one running number: two of them may never look alike.
   * @param level the level's digit
   */
  scope(year: number, level = NO_LEVEL): string {
    return this.pieces
      .map((piece) => {
        if (piece.kind === 'sequence') return '#'.repeat(piece.digits);
        return piece.kind === 'check' ? '?' : canonical(textOf(piece, year, level));
      })
      .join('');
  }

  /** The scope as its numbers are printed: `JN-1T-2025-######-?`. @param level the level's digit */
  shape(year: number, level = NO_LEVEL): string {
    return this.pieces
      .map((piece) => {
        if (piece.kind === 'sequence') return '#'.repeat(piece.digits);
        return piece.kind === 'check' ? '?' : textOf(piece, year, level);
      })
      .join('');
  }

  /** The number as it is printed. @param sequence from 1 to `lastSequence` @param level the level's digit */
  print(year: number, sequence: number, level = NO_LEVEL): string {
    const texts = this.pieces.map((piece) =>
      piece.kind === 'sequence' ? String(sequence).padStart(piece.digits, '0') : textOf(piece, year, level),
    );
    const at = this.pieces.findIndex((piece) => piece.kind === 'check');
    if (at < 0) return texts.join('');
    texts[at] = checkCharacterFor(canonical(texts.slice(0, at).join('')), canonical(texts.slice(at + 1).join('')));
    return texts.join('');
  }

  /** Whether it prints exactly this number. @param level the level's digit */
  prints(number: string, year: number, level = NO_LEVEL): boolean {
    const shape = this.shape(year, level);
    const digits = [...number].filter((_, at) => shape[at] === '#').join('');
    return /^\d+$/.test(digits) && this.print(year, Number(digits), level) === number;
  }

  /** Place by place, what a canonical number of this pattern holds. */
  places(): Place[] {
    return this.pieces.flatMap((piece): Place[] => {
      if (piece.kind === 'check') return [{ kind: 'check' }];
      if (piece.kind !== 'fixed') return Array.from({ length: piece.digits }, () => ({ kind: 'digit' as const }));
      return [...canonical(piece.text)].map((character) => ({ kind: 'fixed' as const, character }));
    });
  }

  private faults(): Refusal<CoreRefusalCode>[] {
    const count = (kind: Piece['kind']) => this.pieces.filter((piece) => piece.kind === kind).length;
    const strange = this.pieces.flatMap((piece) =>
      piece.kind === 'fixed' ? [...piece.text].filter((one) => !/[A-Z0-9 .\-/]/.test(one)) : [],
    );
    const length = this.places().length;
    return [
      ...(strange.length > 0
        ? [refuse<CoreRefusalCode>('patternCharacterStrange', { characters: strange.join(' ') }, 'numberPattern')]
        : []),
      ...(count('sequence') !== 1
        ? [refuse<CoreRefusalCode>('patternSequenceNeeded', { sample: '{SEQ:6}' }, 'numberPattern')]
        : []),
      ...(count('check') > 1
        ? [refuse<CoreRefusalCode>('patternOneCheck', { piece: '{CHECK}' }, 'numberPattern')]
        : []),
      ...(length > LONGEST_CHECKED
        ? [refuse<CoreRefusalCode>('patternTooLong', { most: LONGEST_CHECKED, length }, 'numberPattern')]
        : []),
    ];
  }
}

export function isPattern(read: NumberPattern | Refusal<CoreRefusalCode>[]): read is NumberPattern {
  return read instanceof NumberPattern;
}

function pieceOf(part: string, prefix: string): Piece | null {
  if (!part.startsWith('{')) return { kind: 'fixed', text: part };
  const [, registered = '', value = ''] = /^\{([A-Z]+):([A-Z0-9]+)\}$/.exec(part) ?? [];
  if (REGISTERED[registered]?.test(value)) return { kind: 'fixed', text: value };
  const [, name = '', digits] = /^\{([A-Z]+)(?::([1-9]))?\}$/.exec(part) ?? [];
  if (name === 'SEQ' && digits !== undefined && Number(digits) >= 3)
    return { kind: 'sequence', digits: Number(digits) };
  if (digits !== undefined) return null;
  if (name === 'PREFIX') return { kind: 'fixed', text: prefix };
  if (name === 'YYYY' || name === 'YY') return { kind: 'year', digits: name.length as 2 | 4 };
  if (name === 'LEVEL') return { kind: 'level', digits: 1 };
  return name === 'CHECK' ? { kind: 'check' } : null;
}

function textOf(piece: Piece, year: number, level: string): string {
  if (piece.kind === 'fixed') return piece.text;
  if (piece.kind === 'level') return level;
  return piece.kind === 'year' ? String(year).slice(-piece.digits) : '';
}
