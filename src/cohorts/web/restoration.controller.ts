import { Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  isRefused,
  flash,
  type Page,
  type Refused,
  seeOther,
  type SeeOther,
  type Translator,
  type RequestContext,
  refusalTexts,
  answerAct,
  refused,
} from '../../platform/index.js';
import { PreviewRestoration } from '../actions/preview-restoration.js';
import { RestoreCohort, type RestoredCohort } from '../actions/restore-cohort.js';
import type { RestorationPart } from '../actions/seat-plan.js';
import { type CohortHeader, CohortHeaders } from './cohort-header.js';

interface PartView {
  readonly heading: string;
  readonly back: readonly string[];
  readonly backMore: readonly string[];
  readonly awayHeading: string;
  readonly away: readonly { readonly text: string; readonly why: readonly string[] }[];
}

export interface RestorationPage {
  readonly header: CohortHeader;
  readonly reasons: readonly string[];
  /** Text of the state after the restoration; `null` if it is refused. */
  readonly willBe: string | null;
  readonly recipientsText: string | null;
  readonly parts: readonly PartView[];
}

const page = definePage<RestorationPage>('cohorts/restoration/new');
/** Lines shown before the fold. */
const SHOWN = 12;

@Controller('office/cohorts/:code/restoration')
@Requires('cohort.manage')
export class RestorationController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly previewRestoration: PreviewRestoration,
    private readonly restoreCohort: RestoreCohort,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const header = await this.header(context, code);
    return page(pageOf(header, await this.previewRestoration.execute(context.actor, header.id), context.translator));
  }

  @Post()
  async restore(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const header = await this.header(context, code);
    return answerAct(await this.restoreCohort.execute(context.actor, header.id), {
      done: (restored) => {
        const away = restored.parts.reduce((sum, part) => sum + part.away.length, 0);
        return seeOther(
          header.href,
          flash(away === 0 ? 'cohort.restored' : 'cohort.restored_partly', {
            cohort: header.code,
            people: countOf(restored, 'people'),
            sessions: countOf(restored, 'sessions'),
            away,
          }),
        );
      },
      again: (refusals) => page(pageOf(header, refused(...refusals), context.translator)),
    });
  }

  private header(context: RequestContext, code: string): Promise<CohortHeader> {
    return this.headers.of(context, { code, tab: 'overview' });
  }
}

function pageOf(header: CohortHeader, outcome: RestoredCohort | Refused, translator: Translator): RestorationPage {
  if (isRefused(outcome))
    return {
      header,
      reasons: refusalTexts(translator, outcome.reasons),
      willBe: null,
      recipientsText: null,
      parts: [],
    };
  return {
    header,
    reasons: [],
    willBe: translator.t(`cohort.state_${outcome.state}`),
    recipientsText: translator.t('cohort.restore_told', { count: countOf(outcome, 'people') }),
    parts: outcome.parts.map((part) => partView(part, translator)),
  };
}

function partView({ kind, back, away }: RestorationPart, translator: Translator): PartView {
  const lines = back.map(({ key, values }) => translator.t(key, values));
  return {
    heading: translator.t(`cohort.back_${kind}`, { count: back.length }),
    back: lines.slice(0, SHOWN),
    backMore: lines.slice(SHOWN),
    awayHeading: translator.t(`cohort.away_${kind}`, { count: away.length }),
    away: away.map(({ key, values, reasons }) => ({
      text: translator.t(key, values),
      why: refusalTexts(translator, reasons),
    })),
  };
}

function countOf({ parts }: RestoredCohort, kind: string): number {
  return parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.back.length, 0);
}
