import { refusalMessages } from '../../../platform/index.js';
import type { CoreRefusalCode } from '../domain/refusals.js';

export const coreRefusalMessages = refusalMessages<CoreRefusalCode>({
  patternPieceUnknown: {
    zh: '编号规则不认识 {piece}。可用：{known}',
    en: 'The pattern does not know {piece}. It knows {known}.',
  },
  patternCharacterStrange: {
    zh: '编号只用大写字母、数字、短横、点和斜线，请去掉：{characters}',
    en: 'Numbers use capital letters, digits, dashes, dots and slashes. Take out: {characters}',
  },
  patternSequenceNeeded: {
    zh: '编号规则要有且只有一个流水号，如 {sample}。',
    en: 'The pattern needs one running number, such as {sample}, and only one.',
  },
  patternOneCheck: { zh: '校验码 {piece} 只能出现一次。', en: '{piece} may stand only once.' },
  patternTooLong: {
    zh: '编号最多 {most} 个字符（不计短横），现在是 {length} 个。',
    en: 'A number has at most {most} characters without dashes; this has {length}.',
  },
  numberWrongLength: {
    zh: '编号应有 {expected} 个字母和数字（不计短横），输入的是 {length} 个，请对照证书检查。',
    en: 'A number has {expected} letters and digits without dashes; you typed {length}. Compare it with the certificate.',
  },
  numberWrongCharacter: {
    zh: '编号打错了：第 {position} 个字符“{character}”不可能出现在这里（不计短横）。请对照证书检查。',
    en: 'There is a typing error: character {position}, “{character}”, cannot stand there (dashes not counted). Compare it with the certificate.',
  },
  numberWrongCheck: {
    zh: '编号打错了：校验码不符，有字符输错或次序颠倒。请对照证书检查。',
    en: 'There is a typing error: the check character does not fit, so some character is wrong or two have changed places. Compare it with the certificate.',
  },
  numberWrongCheckAt: {
    zh: '编号打错了：校验码不符，请先检查第 {position} 个字符“{character}”附近（不计短横）。',
    en: 'There is a typing error: the check character does not fit. Look first at character {position}, “{character}”, and the one after it (dashes not counted).',
  },
});
