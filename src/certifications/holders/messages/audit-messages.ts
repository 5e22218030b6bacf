import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const holderAuditMessages = defineMessages({
  'act.shareLink.made': { zh: '建立分享链接', en: 'Created a share link' },
  'act.shareLink.ended': { zh: '停用分享链接', en: 'Turned off a share link' },
});
