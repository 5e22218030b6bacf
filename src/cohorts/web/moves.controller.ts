import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  isRefused,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalTexts,
} from '../../platform/index.js';
import { CancelCohort } from '../actions/cancel-cohort.js';
import { ConfirmCohort } from '../actions/confirm-cohort.js';
import { PublishCohort } from '../actions/publish-cohort.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { COHORT_ENROLMENTS, type CohortEnrolments, type SeatCounts } from '../domain/cohort-enrolments.js';
import {
  cancellationBlockers,
  confirmationBlockers,
  type MoveFacts,
  publicationBlockers,
} from '../domain/move-rules.js';
import { type CohortHeader, CohortHeaders } from './cohort-header.js';
import { CancellationForm, ConfirmationForm } from './cohort.form.js';
import { type CheckLine, checklistOf } from './next-act.js';

interface MovePage {
  readonly header: CohortHeader;
  readonly reasons: readonly string[];
}
export interface PublicationPage extends MovePage {
  readonly checklist: readonly CheckLine[];
}
export interface ConfirmationPage extends MovePage {
  readonly form: FormView<ConfirmationForm>;
  readonly confirmed: number;
  readonly least: number;
  readonly isSmall: boolean;
}
export interface CancellationPage extends MovePage {
  readonly form: FormView<CancellationForm>;
  readonly counts: SeatCounts;
  readonly told: number;
  readonly sessions: number;
}

const publicationPage = definePage<PublicationPage>('cohorts/publication/new');
const confirmationPage = definePage<ConfirmationPage>('cohorts/confirmation/new');
const cancellationPage = definePage<CancellationPage>('cohorts/cancellation/new');

/** The three moves that the office makes with a cohort: each shows what will happen, then does it. */
@Controller('office/cohorts/:code')
@Requires('cohort.manage')
export class CohortMovesController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly moveFacts: MoveFactsReader,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly publishCohort: PublishCohort,
    private readonly confirmCohort: ConfirmCohort,
    private readonly cancelCohort: CancelCohort,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  @Get('publication')
  async beforePublication(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const { header, facts } = await this.asked(context, code);
    return this.publication(context, { header, facts, reasons: publicationBlockers(facts), status: 200 });
  }

  @Post('publication')
  async publish(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const { header, facts } = await this.asked(context, code);
    const outcome = await this.publishCohort.execute(context.actor, header.id);
    if (isRefused(outcome)) return this.publication(context, { header, facts, reasons: outcome.reasons, status: 422 });
    return seeOther(header.href, flash('cohort.published', { cohort: header.code }));
  }

  @Get('confirmation')
  async beforeConfirmation(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const { header, facts } = await this.asked(context, code);
    return this.confirmation(context, {
      header,
      facts,
      form: formView(ConfirmationForm, context.translator),
      status: 200,
    });
  }

  @Post('confirmation')
  async confirm(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { header, facts } = await this.asked(context, code);
    const read = readForm(ConfirmationForm, body, this.clock.today());
    const acknowledged = read.ok && read.form.acknowledged;
    const outcome = await this.confirmCohort.execute(context.actor, header.id, { acknowledged });
    if (!isRefused(outcome)) return seeOther(header.href, flash('cohort.confirmed', { cohort: header.code }));
    const form = formView(ConfirmationForm, context.translator, { typed: read.typed, refusals: outcome.reasons });
    return this.confirmation(context, { header, facts, form, status: 422 });
  }

  @Get('cancellation')
  async beforeCancellation(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const { header, facts } = await this.asked(context, code);
    return this.cancellation(context, header, { facts, form: formView(CancellationForm, context.translator) });
  }

  @Post('cancellation')
  async cancel(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { header, facts } = await this.asked(context, code);
    const read = readForm(CancellationForm, body, this.clock.today());
    if (!read.ok)
      return this.cancellation(context, header, {
        facts,
        form: formView(CancellationForm, context.translator, read),
        status: 422,
      });
    const outcome = await this.cancelCohort.execute(context.actor, header.id, read.form.reason);
    if (isRefused(outcome)) {
      return this.cancellation(context, header, {
        facts,
        form: formView(CancellationForm, context.translator, { typed: read.typed, refusals: outcome.reasons }),
        status: 422,
      });
    }
    return seeOther(
      header.href,
      outcome.told === null
        ? flash('cohort.cancelled_before', {}, 'info')
        : flash('cohort.cancelled', { cohort: header.code, count: outcome.told }),
    );
  }

  private async asked(context: RequestContext, code: string): Promise<{ header: CohortHeader; facts: MoveFacts }> {
    const header = await this.headers.of(context, { code, tab: 'overview' });
    return { header, facts: await this.moveFacts.read(this.reads.query, header.id, this.clock.now()) };
  }

  private publication(
    { translator }: RequestContext,
    {
      header,
      facts,
      reasons,
      status,
    }: { header: CohortHeader; facts: MoveFacts; reasons: readonly Refusal[]; status: number },
  ): Page {
    return publicationPage(
      { header, reasons: refusalTexts(translator, reasons), checklist: checklistOf(facts, header, translator) },
      status,
    );
  }

  private confirmation(
    { translator }: RequestContext,
    {
      header,
      facts,
      form,
      status,
    }: { header: CohortHeader; facts: MoveFacts; form: FormView<ConfirmationForm>; status: number },
  ): Page {
    const least = facts.cohort.leastEnrolment;
    const reasons = refusalTexts(translator, confirmationBlockers(facts));
    return confirmationPage(
      { header, form, reasons, confirmed: facts.confirmed, least, isSmall: facts.confirmed < least },
      status,
    );
  }

  private async cancellation(
    { translator }: RequestContext,
    header: CohortHeader,
    { facts, form, status = 200 }: { facts: MoveFacts; form: FormView<CancellationForm>; status?: number },
  ): Promise<Page> {
    const counts = await this.enrolments.byState(header.id);
    const told = counts.confirmed + counts.offered + counts.waitlisted;
    return cancellationPage(
      {
        header,
        form,
        counts,
        told,
        sessions: facts.sessions,
        reasons: refusalTexts(translator, cancellationBlockers(facts)),
      },
      status,
    );
  }
}
