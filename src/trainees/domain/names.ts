import { asSeen, hasTooManyMarks, isBlank, normalizeText } from '../../platform/texts.js';

/** The dots that people type between the parts of a transliterated name; `·` is the one stored. */
const DOTS = / ?[·•・‧∙⋅・᛫] ?/gu;
const HAN_GAP = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/**
 * A person's name as it is stored and printed: NFC, one kind of middle dot (阿依古丽·买买提), no space within a Chinese name
 * (张 伟 → 张伟), single spaces in others.
 */
export function tidyName(typed: string): string {
  const composed = normalizeText(typed, 'NFC').replace(/[\uFF21-\uFF3A\uFF41-\uFF5A]/g, (wide) =>
    normalizeText(wide, 'NFKC'),
  );
  const spaced = composed.replace(/\s+/gu, ' ').replace(DOTS, '·').trim();
  return spaced.replace(HAN_GAP, '').replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·');
}

/**
 * Whether a name has only valid characters: letters, marks, spaces, the middle dot, hyphen, apostrophe and full stop.
 */
export function isName(name: string): boolean {
  return !hasTooManyMarks(name) && !isBlank(name) && /^\p{L}[\p{L}\p{M} ·'’.-]*$/u.test(name);
}

/** As in `example.com`, which mail programs turn into a link. Of names that strangers give themselves. */
export function hasHost(name: string): boolean {
  return /[\p{L}\p{N}]\.\p{L}{2}/u.test(name);
}

/** The name in Latin letters, usually pinyin, as printed beside the Chinese one. */
export function tidyLatinName(typed: string): string {
  return normalizeText(typed, 'NFKC').replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();
}

export function isLatinName(name: string): boolean {
  return !hasTooManyMarks(name) && /^\p{Script=Latin}[\p{Script=Latin}\p{M} '.,-]*$/u.test(name);
}

/**
 * A key to compare spellings of a name: letters only, ignoring case, width and what nobody sees. It is made from stored
 * names whenever they are compared, and is not stored itself.
 */
export function nameKey(name: string): string {
  return normalizeText(tidyName(asSeen(name)), 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
}
