import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const reportingAuditMessages = defineMessages({
  'act.targets.set': { zh: '设定指标', en: 'Set targets' },
  'subject.target': { zh: '指标', en: 'Targets' },
  'value.trained': { zh: '培训人数', en: 'Trained' },
  'value.certified': { zh: '获证人数', en: 'Certified' },
  'value.placed': { zh: '就业人数', en: 'Placed' },
});
