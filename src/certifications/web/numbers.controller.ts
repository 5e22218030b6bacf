import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { CurrentVisit, definePage, type Page, Reads, type Visit } from '../../platform/index.js';
import { type Gap, numberReport } from '../data/sealing/number-report.js';

interface SeriesView {
  readonly scope: string;
  readonly drawn: number;
  readonly issued: number;
  readonly reserved: number;
  readonly voided: number;
  readonly unexplained: number;
  readonly gaps: readonly (Gap & { readonly stateWord: string; readonly why: string; readonly look: string })[];
  /** How many are listed, where there are more. */
  readonly listed: number | null;
}

interface NumbersPage {
  readonly series: readonly SeriesView[];
}

const page = definePage<NumbersPage>('certifications/numbers/index');
const MOST = 500;
const LOOKS = { reserved: 'wait', void: 'off', unexplained: 'bad' } as const;

/** The gap report: no number without a certificate stays unexplained. */
@Controller('office/certificates/numbers')
@Requires('certificate.manage')
export class NumbersController {
  constructor(private readonly reads: Reads) {}

  @Get()
  async show(@CurrentVisit() { speaker }: Visit): Promise<Page> {
    const series = await numberReport((query) => this.reads.all(query));
    return page({
      series: series.map(({ gaps, ...one }) => {
        const count = (state: Gap['state']) => gaps.filter((gap) => gap.state === state).length;
        return {
          ...one, reserved: count('reserved'), voided: count('void'), unexplained: count('unexplained'), listed: gaps.length > MOST ? MOST : null,
          gaps: gaps.slice(0, MOST).map((gap) => ({
            ...gap, stateWord: speaker.say(`numbers.${gap.state}`), why: speaker.say(`numbers.reason_${gap.reason ?? gap.state}`), look: LOOKS[gap.state],
          })),
        };
      }),
    });
  }
}
