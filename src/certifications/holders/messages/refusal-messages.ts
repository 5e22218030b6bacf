import { refusalMessages } from '../../../platform/index.js';
import type { HolderRefusalCode } from '../domain/refusals.js';

export const holderRefusalMessages = refusalMessages<HolderRefusalCode>({
  shareLinksMost: {
    zh: '同时有效的链接最多 {most} 个，请先停用不再需要的。',
    en: 'At most {most} links can be open at once. End one that is no longer needed.',
  },
});
