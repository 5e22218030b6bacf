import { Injectable } from '@nestjs/common';
import { Clock, ReadDatabase, type RequestContext } from '../../platform/index.js';
import { MoveFactsReader } from '../data/move-facts.js';
import type { MoveFacts } from '../domain/move-rules.js';
import { type CohortHeader, CohortHeaders } from './cohort-header.js';

export interface MovedCohort {
  readonly header: CohortHeader;
  readonly facts: MoveFacts;
}

/** Header and facts for the pages that publish, confirm or cancel a cohort or move its decision. */
@Injectable()
export class MovedCohorts {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly moveFacts: MoveFactsReader,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async of(context: RequestContext, code: string): Promise<MovedCohort> {
    const header = await this.headers.of(context, { code, tab: 'overview' });
    return { header, facts: await this.moveFacts.read(this.reads.query, header.id, this.clock.now()) };
  }
}
