import { refusalMessages } from '../../../platform/index.js';
import type { CoreRefusalCode } from '../domain/refusals.js';

export const coreRefusalMessages = refusalMessages<CoreRefusalCode>({
  patternPieceUnknown: {
    zh: '编号规则里没有 {piece} 这一项。可用：{known}',
    en: '{piece} cannot be used in a number pattern. Available: {known}',
  },
  patternCharacterStrange: {
    zh: '编号只用大写字母、数字、短横、点和斜线，请去掉：{characters}',
    en: 'Numbers may contain only capital letters, digits, hyphens, dots and slashes. Remove: {characters}',
  },
  patternSequenceNeeded: {
    zh: '编号规则要有且只有一个流水号，如 {sample}。',
    en: 'The pattern needs exactly one sequence number, such as {sample}.',
  },
  patternOneCheck: { zh: '校验码 {piece} 只能出现一次。', en: '{piece} may be used only once.' },
  patternTooLong: {
    zh: '编号最多 {most} 个字符（不计短横），现在是 {length} 个。',
    en: 'A number may have at most {most} characters, not counting hyphens. This one has {length}.',
  },
  numberWrongLength: {
    zh: '编号应有 {expected} 个字母和数字（不计短横），输入的是 {length} 个，请对照证书检查。',
    en: 'A certificate number has {expected} letters and digits, not counting hyphens. You entered {length}. Compare it with the certificate.',
  },
  numberWrongCharacter: {
    zh: '编号打错了：第 {position} 个字符“{character}”不可能出现在这里（不计短横）。请对照证书检查。',
    en: 'The number contains a typing error: “{character}” cannot be character {position} (not counting hyphens). Compare it with the certificate.',
  },
  numberWrongCheck: {
    zh: '编号打错了：校验码不符，有字符输错或次序颠倒。请对照证书检查。',
    en: 'The number contains a typing error: the check character does not match, so a character is wrong or two are swapped. Compare it with the certificate.',
  },
  numberWrongCheckAt: {
    zh: '编号打错了：校验码不符，请先检查第 {position} 个字符“{character}”附近（不计短横）。',
    en: 'The number contains a typing error: the check character does not match. First check character {position}, “{character}”, and the one after it (not counting hyphens).',
  },
});
