/*
 * GBK has a character for nearly every pair of bytes, so that lists in other encodings can be read as GBK too. Such a
 * reading is told by what it says, or by what the other encoding says.
 */

/** UTF-16 units of one word of a name. */
const LONGEST_NAME = 60;
/** A word as Latin, Cyrillic or Greek names are written. */
const NAME = /^(?:\p{Lu}\p{Ll}+|\p{Ll}+|\p{Lu}+)(?:’(?:\p{Lu}?\p{Ll}+|\p{Lu}+))*$/u;
const CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;
const LATIN_ONLY = /^[\p{Script=Latin}’]+$/u;

const isWestern = (word: string): boolean => /[A-Za-z]/.test(word) && LATIN_ONLY.test(word) && NAME.test(word);
const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}+$/u.test(word) && CAPITALIZED.test(word);
const isGreek = (word: string): boolean => /^\p{Script=Greek}+$/u.test(word) && CAPITALIZED.test(word);

/** Names that begin with a surname of nearly everybody, in the order of how many have it. */
const CHINESE =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷黎史龙贺陶顾毛郝龚邵万钱严武戴莫孔汤]\p{Script=Han}{1,3}$/u;
const KOREAN =
  /^[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추]\p{Script=Hangul}{1,3}$/u;
const TRADITIONAL =
  /^[陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁阮卓馬董溫唐]\p{Script=Han}{1,2}$/u;

/** Names whose second character ends most Japanese surnames. */
const JAPANESE =
  /^\p{Script=Han}[藤木橋中辺邊本村田林井山川野島嶋崎原口上谷内沢澤下浦部坂池森水岡塚永松屋瀬尾宅倉石地間賀]\p{Script=Han}{1,3}$/u;

/**
 * Encodings of Windows, Unix and Mac with what the words of a list look like in each. The Turkish one stands for
 * windows-1252, which Node reads without its punctuation: both have the same kinds of letters in the same places.
 */
const OTHERS: readonly (readonly [label: string, isWord: (word: string) => boolean])[] = [
  ['windows-1254', isWestern],
  ['windows-1250', isWestern],
  ['iso-8859-2', isWestern],
  ['macintosh', isWestern],
  ['windows-1251', isCyrillic],
  ['koi8-r', isCyrillic],
  ['windows-1253', isGreek],
  ['euc-kr', (word) => KOREAN.test(word)],
  ['big5', (word) => TRADITIONAL.test(word)],
  ['euc-jp', (word) => JAPANESE.test(word)],
];

/** Whether a text may be no GBK although its bytes are. @param text the bytes, read as GBK */
export function mayBeOtherThanGbk(bytes: Buffer, text: string): boolean {
  if (/^[\u0000-\u007F]*$/.test(text)) return false;
  const words = wordsOf(text);
  const hasIdeographs = /\p{Script=Han}/u.test(text);
  if (/\p{Co}/u.test(text) || (hasIdeographs && !hasCommonIdeograph(bytes))) return true;
  if (OTHER_LETTER.test(text) && words.some(isMixed)) return true;
  return !isMostly(words, (word) => CHINESE.test(word)) && isLikeAnother(bytes);
}

/** Words with characters beyond ASCII. */
export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z\u0080-\u{10FFFF}]+/gu)?.filter((word) => /[^A-Za-z]/.test(word)) ?? [];
}

const OTHER_LETTER = /(?![\p{Script=Han}\p{Script=Latin}\p{Script=Common}])\p{L}/u;
const isMixed = (word: string): boolean => /\p{Script=Han}/u.test(word) && OTHER_LETTER.test(word);

/** One of the 3,755 that GB 2312 calls common: no Chinese text lacks them. */
function hasCommonIdeograph(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) return true;
    // Digits stand in characters of four bytes only.
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return false;
}

const isLikeAnother = (bytes: Buffer): boolean =>
  OTHERS.some(([label, isWord]) => isMostly(wordsOf(readAs(label, bytes)), isWord));

const isMostly = (words: readonly string[], fits: (word: string) => boolean): boolean =>
  words.length > 0 && words.filter((word) => word.length <= LONGEST_NAME && fits(word)).length * 2 >= words.length;

/** Bytes that are read in other encodings, as many as the longest list has. Their end may cut a character in half. */
const READ = 1_000_000;

/** Empty where the bytes have no meaning in this encoding. */
function readAs(label: string, bytes: Buffer): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, READ), { stream: true });
  } catch {
    return '';
  }
}
