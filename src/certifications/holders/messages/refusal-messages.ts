import { refusalMessages } from '../../../platform/index.js';
import type { HolderRefusalCode } from '../domain/refusals.js';

export const holderRefusalMessages = refusalMessages<HolderRefusalCode>({
  shareLinksMost: {
    zh: '同时有效的链接最多 {most} 个，请先停用不再需要的。',
    en: 'You can have at most {most} active links. Turn off one that you no longer need.',
  },
});
