import { Injectable } from '@nestjs/common';
import { Clock, found, type Refusal, type RequestContext, refusalTexts } from '../../../platform/index.js';
import { spanText, TimetableReader } from '../../core/index.js';
import { licencePoolById, type LicencePoolRow, poolHolds } from '../data/licence-queries.js';
import { poolFrame, poolUse, type PoolUseView } from './licence-details.page.js';

export interface LicencePage {
  readonly pool: PoolUseView;
  readonly sessions: readonly {
    readonly href: string;
    readonly cohort: string;
    readonly number: number;
    readonly span: string;
    readonly seats: number;
  }[];
  /** Number of further sessions ahead. */
  readonly more: number;
  readonly refusals: readonly string[];
}

const MOST_SHOWN = 20;

/** Builds a pool's page, also after a refused action. */
@Injectable()
export class LicencePages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  async byId(id: string): Promise<LicencePoolRow> {
    return found(await licencePoolById(this.reader.query, id));
  }

  async shown(context: RequestContext, row: LicencePoolRow, reasons: readonly Refusal[] = []): Promise<LicencePage> {
    const today = this.clock.today();
    const held = await poolHolds(this.reader.query, { poolId: row.id, ...poolFrame(today) });
    const ahead = await poolHolds(this.reader.query, { poolId: row.id, from: this.clock.now() });
    return {
      pool: poolUse(context, row, { held, today }),
      refusals: refusalTexts(context.translator, reasons),
      more: Math.max(0, ahead.length - MOST_SHOWN),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => ({
        href: `/office/cohorts/${one.cohort}/sessions`,
        cohort: one.cohort,
        number: one.number,
        span: spanText(context.translator, one),
        seats: one.seats,
      })),
    };
  }
}
