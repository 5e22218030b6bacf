import { refusalMessages } from '../../../platform/index.js';
import type { CoreRefusalCode } from '../../core/index.js';
import type { DocumentRefusalCode } from '../../documents/index.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';

export const templateRefusalMessages = refusalMessages<
  Exclude<TemplateRefusalCode, CoreRefusalCode | DocumentRefusalCode>
>({
  templateNameTaken: {
    zh: '已经有名为“{name}”的模板，请换一个名称。',
    en: 'There is a template “{name}” already. Choose a different name.',
  },
  templateIsUsual: {
    zh: '“{name}”是默认模板，请先把另一个模板设为默认，再停用它。',
    en: '“{name}” is the usual template. Make another one the usual one first.',
  },
  templateIsRetired: { zh: '“{name}”已停用，请先恢复使用。', en: '“{name}” is retired. Bring it back first.' },
  templateUnknown: { zh: '请从列出的在用模板中选择。', en: 'Choose one of the templates in use.' },
  templatePictureUnknown: {
    zh: '有一张图片没有收到，请重新上传。',
    en: 'One of the pictures has not arrived. Send it again.',
  },
  wordingPieceUnknown: {
    zh: '证书上没有 {pieces} 这一项。可用：{known}',
    en: 'A certificate has no {pieces}. It has: {known}',
  },
  signatoryIncomplete: {
    zh: '第 {place} 位签署人请填齐中英文姓名与职务，或全部留空。',
    en: 'Fill in all four lines of signatory {place}, or none.',
  },
});
