import { refusalMessages } from '../../../platform/index.js';
import type { PlanRefusalCode } from '../domain/refusals.js';

export const planRefusalMessages = refusalMessages<PlanRefusalCode>({
  planNotOpen: {
    zh: '“{title}”已发布或作废，不能再改。需要时另开一个方案。',
    en: '“{title}” is published or discarded and can no longer change. Open another plan if one is needed.',
  },
  planIsEmpty: {
    zh: '“{title}”里还没有调整，先放进至少一次课。',
    en: '“{title}” holds no change yet. Put at least one session into it.',
  },
});
