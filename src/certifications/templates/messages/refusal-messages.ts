import { refusalMessages } from '../../../platform/index.js';
import type { CoreRefusalCode } from '../../core/index.js';
import type { DocumentRefusalCode } from '../../documents/index.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';

export const templateRefusalMessages = refusalMessages<
  Exclude<TemplateRefusalCode, CoreRefusalCode | DocumentRefusalCode>
>({
  templateNameTaken: {
    zh: '已经有名为“{name}”的模板，请换一个名称。',
    en: 'A template named “{name}” already exists. Choose a different name.',
  },
  templateIsUsual: {
    zh: '“{name}”是默认模板，请先把另一个模板设为默认，再停用它。',
    en: '“{name}” is the default template. Make another template the default before retiring it.',
  },
  templateIsRetired: { zh: '“{name}”已停用，请先恢复使用。', en: '“{name}” is retired. Restore it first.' },
  templateUnknown: { zh: '请从列出的在用模板中选择。', en: 'Choose one of the listed templates.' },
  templatePictureUnknown: {
    zh: '有一张图片没有收到，请重新上传。',
    en: 'One of the images was not received. Upload it again.',
  },
  wordingPieceUnknown: {
    zh: '证书上没有 {pieces} 这一项。可用：{known}',
    en: '{pieces} cannot be used in the wording. Available: {known}',
  },
  signatoryIncomplete: {
    zh: '第 {place} 位签署人请填齐中英文姓名与职务，或全部留空。',
    en: 'Enter the name and post of signatory {place} in both languages, or leave all four fields empty.',
  },
});
