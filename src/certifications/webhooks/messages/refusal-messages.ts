import { refusalMessages } from '../../../platform/index.js';
import type { WebhookRefusalCode } from '../domain/refusals.js';

export const webhookRefusalMessages = refusalMessages<WebhookRefusalCode>({
  webhookAddress: {
    zh: '请填写以 https:// 开头、可以从公网访问的地址。',
    en: 'Enter an address that starts with https:// and is reachable from the internet.',
  },
  tooManyWebhooks: {
    zh: '最多 {most} 个通知地址，请先删除不用的。',
    en: 'You can have at most {most} addresses. Remove one that is not used.',
  },
  webhookListensToNothing: { zh: '请至少选择一种变化。', en: 'Choose at least one kind of change.' },
});
