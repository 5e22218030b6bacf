import { Injectable } from '@nestjs/common';
import type { OpenPlan, OpenPlans } from '../../sessions/index.js';
import { PlanReader } from '../data/plan-reader.js';

/** Show at most this many; the list of plans has the others. */
const MOST_PLANS = 3;

@Injectable()
export class OpenPlansOfSession implements OpenPlans {
  constructor(private readonly plans: PlanReader) {}

  async forSession(sessionId: string): Promise<readonly OpenPlan[]> {
    const { rows } = await this.plans.list({ q: '', state: 'open', page: 1, size: MOST_PLANS });
    return rows.map(({ id, title }) => ({ title, action: `/office/plans/${id}/sessions/${sessionId}` }));
  }
}
