/** What one section of a cell's format displays besides the content of the cell. */
export interface FormatSection {
  /** Letters or digits of its own, such as `"A-"000` or `第0号`, or a number that is scaled (`0%`). */
  readonly hasWords: boolean;
  /** Digits that are displayed at least, zeros in front if need be. */
  readonly leastDigits: number;
}

interface NumberSection extends FormatSection {
  readonly applies: (number: number) => boolean;
}

/** The sections of a format code: those for numbers, of which the first that applies counts, and the one for text. */
export interface FormatSections {
  readonly numbers: readonly NumberSection[];
  readonly text: FormatSection;
}

export const AS_IT_IS: FormatSection = { hasWords: false, leastDigits: 0 };

/** Semicolons within quotes, behind a backslash or in brackets separate nothing. */
const SECTION = /(?:^|;)(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/gu;
const MOST_SECTIONS = 4;
/** Quoted, escaped, repeated to fill the cell (`*x`), or in the place of a currency (`[$A-409]`). */
const LITERAL = /"([^"]*)"|\\(.)|\*(.)|\[\$([^-\]]*)(?:-[^\]]*)?\]/gu;
/** In the words of Chinese Excel, too; and the power of ten. */
const GENERAL = /general|G\/(?:通用格式|標準|标准)|E[+-]/giu;
const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)\]/u;

/** Reads a format code (ECMA-376 18.8.31). Without a section for text, text is displayed as it is. */
export function sectionsOf(code: string): FormatSections {
  const found = (code.match(SECTION) ?? []).slice(0, MOST_SECTIONS);
  const sections = found.map((section) => partsOf(section.replace(/^;/, '')));
  const last = sections.at(-1);
  const text = sections.length === MOST_SECTIONS || last?.ats ? last : undefined;
  // A format for text alone is the one for numbers, too.
  const numbers = text && sections.length > 1 ? sections.slice(0, -1) : sections;
  return {
    numbers: numbers.map((section, at) => ({
      ...displayed(section),
      applies: conditionOf(section.code) ?? usualCondition(at, numbers.length),
    })),
    text: text ? displayed(text) : AS_IT_IS,
  };
}

interface Parts {
  readonly code: string;
  readonly literals: string;
  /** The code without literals and what is in brackets. */
  readonly placeholders: string;
  /** Places for a text. */
  readonly ats: number;
}

function partsOf(code: string): Parts {
  let literals = '';
  const placeholders = code
    .replace(LITERAL, (_, quoted = '', escaped = '', repeated = '', currency = '') => {
      literals += `${quoted}${escaped}${repeated}${currency}`;
      return '';
    })
    .replace(/_./gu, '')
    .replace(/\[[^[\]]*\]/g, '');
  return { code, literals, placeholders, ats: (placeholders.match(/@/g) ?? []).length };
}

function displayed({ literals, placeholders, ats }: Parts): FormatSection {
  const plain = placeholders.replace(GENERAL, '.');
  const [whole = ''] = plain.split(/[./]/, 1);
  const isScaled = /%|[0#?],+(?![,0#?])/.test(plain);
  const hasLetters = /[\p{L}\p{N}]/u.test(literals + plain.replace(/\d/g, ''));
  return {
    hasWords: hasLetters || /[1-9]/.test(whole) || isScaled || ats > 1,
    leastDigits: (whole.match(/0/g) ?? []).length,
  };
}

function conditionOf(code: string): ((number: number) => boolean) | null {
  const [, sign, limit] = CONDITION.exec(code) ?? [];
  if (sign === undefined) return null;
  const than = Number(limit);
  return (number) =>
    (sign.includes('<') && number < than) ||
    (sign.includes('>') && number > than) ||
    (sign.includes('=') && number === than);
}

/** Positive numbers, negative ones, and zero, as far as the format distinguishes them. */
function usualCondition(at: number, count: number): (number: number) => boolean {
  if (at === count - 1) return () => true;
  if (at === 1) return (number) => number < 0;
  return count === 2 ? (number) => number >= 0 : (number) => number > 0;
}
