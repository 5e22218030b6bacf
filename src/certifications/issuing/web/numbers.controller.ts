import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, definePage, type Page, ReadDatabase, type RequestContext } from '../../../platform/index.js';
import { type Gap, numberReport, type SeriesReport } from '../data/number-report.js';

interface SeriesView extends Omit<SeriesReport, 'gaps'> {
  readonly gaps: readonly (Gap & { readonly stateWord: string; readonly why: string; readonly tone: string })[];
  /** Number of listed gaps, if there are more. */
  readonly listed: number | null;
}

export interface NumbersPage {
  readonly series: readonly SeriesView[];
}

const page = definePage<NumbersPage>('certifications/issuing/numbers/index');
const MOST = 500;
const TONES = { reserved: 'wait', void: 'off', unexplained: 'bad' } as const;

/** The gap report: explains every number without a certificate. */
@Controller('office/certificates/numbers')
@Requires('certificate.manage')
export class NumbersController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get()
  async show(@CurrentContext() { translator }: RequestContext): Promise<Page> {
    const series = await numberReport(this.reads.query, MOST);
    return page({
      series: series.map(({ gaps, ...one }) => ({
        ...one,
        listed: one.reserved + one.voided + one.unexplained > gaps.length ? gaps.length : null,
        gaps: gaps.map((gap) => ({
          ...gap,
          stateWord: translator.t(`numbers.${gap.state}`),
          why: translator.t(`numbers.reason_${gap.reason ?? gap.state}`),
          tone: TONES[gap.state],
        })),
      })),
    });
  }
}
