import { isAscii, isUtf8 } from 'node:buffer';
import { mayBeOtherThanGbk, wordsOf } from './other-encodings.js';
import { ReadingStopped, type TableRead } from './table.js';

interface FileText {
  readonly text: string;
  readonly format: TableRead['format'];
}

/** What no text file contains: control characters other than tabs and line ends, and replacement characters. */
const NO_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/;
/** Characters beyond ASCII that a Chinese list does not have. */
const NOT_CHINESE = /[^\u0000-\u007F\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF·“”‘’—…]/u;
/** Those whose letters have two bytes in UTF-8. */
const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Syriac}/u,
  /\p{Script=Nko}/u,
];

/** A text file in UTF-8, UTF-16 or the GBK of Chinese Windows. @throws ReadingStopped */
export function textOfFile(bytes: Buffer): FileText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return found(decoded(bytes, 'utf-16le', 'UTF-16'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return found(decoded(bytes, 'utf-16be', 'UTF-16'));
  if (bytes.includes(0) || bytes.subarray(0, 4).equals(Buffer.from('%PDF'))) throw new ReadingStopped('notATable');
  const utf8 = decoded(bytes, 'utf-8', 'UTF-8');
  if (utf8 && !mayBeGbk(bytes, utf8.text)) return utf8;
  const gbk = decoded(bytes, 'gb18030', 'GB18030');
  if (utf8 && (!gbk || NOT_CHINESE.test(gbk.text))) return utf8;
  if (utf8 && !wordsOf(utf8.text).some(mixesScripts)) throw new ReadingStopped('encodingUnclear');
  if (gbk && (hasUtf8Line(bytes) || mayBeOtherThanGbk(bytes, gbk.text))) throw new ReadingStopped('encodingUnclear');
  return found(gbk);
}

function decoded(bytes: Buffer, label: string, format: TableRead['format']): FileText | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return NO_TEXT.test(text) ? null : { text: text.replace(/^\uFEFF/, ''), format };
  } catch {
    return null;
  }
}

function found(text: FileText | null): FileText {
  if (!text) throw new ReadingStopped('unreadable');
  return text;
}

/**
 * The GBK bytes of some names, such as 袁倩, are UTF-8 as well: two or more letters of other alphabets, such as Ԭٻ, with
 * no plain letter beside them. One longer word, or one accent within a word, makes the whole file UTF-8.
 */
function mayBeGbk(bytes: Buffer, text: string): boolean {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const words = wordsOf(text);
  return !hasMark && words.length > 0 && words.every((word) => /^[\u0080-\u07FF]{2,}$/.test(word));
}

/**
 * A line of ideographs in UTF-8, as joined files have: most bytes of Chinese UTF-8 are GBK as well. A line of GBK is
 * one only with three ideographs, the first of them rare.
 */
function hasUtf8Line(bytes: Buffer): boolean {
  return bytes
    .toString('latin1')
    .split(/[\r\n]+/)
    .map((line) => Buffer.from(line, 'latin1'))
    .filter((line) => !isAscii(line) && isUtf8(line))
    .some((line) => /\p{Script=Han}/u.test(line.toString()) && !NOT_CHINESE.test(line.toString()));
}

/** Letters of two alphabets in one word, or none: no language is written like this. */
function mixesScripts(word: string): boolean {
  return ALPHABETS.filter((alphabet) => alphabet.test(word)).length !== 1 || /[^\p{L}\p{M}]/u.test(word);
}
