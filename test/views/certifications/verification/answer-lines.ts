import type { LineToday } from '../../../../src/certifications/verification/actions/employer-history.js';
import { type AnswerLineView, answerLineView } from '../../../../src/certifications/verification/web/answer.page.js';
import { LOOKED_AT, type Stage } from '../../../support/views/rendered-view.js';

/** One answer of a list, valid unless changed. */
export function line(stage: Stage, change: Partial<LineToday> = {}): AnswerLineView {
  const asked = { askedNumber: 'JN-1', askedName: '李雷', askedByName: '赵磊', purpose: null };
  const told = { reason: null, checks: null, withheld: null, now: null };
  const place = { id: 'k1', at: LOOKED_AT, kind: 'batch' as const, batchId: 'v1', line: 1 };
  return answerLineView({ ...place, ...asked, ...told, verdict: 'valid', ...change }, stage.translator);
}
