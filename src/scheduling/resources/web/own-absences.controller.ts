import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import {
  type Away,
  type SessionFormState,
  instructors,
  type OwnedBy,
  TimetableReader,
  unlessUnseen,
} from '../../core/index.js';
import { DeclareUnavailability } from '../actions/declare-unavailability.js';
import { LiftUnavailability } from '../actions/lift-unavailability.js';
import { type AvailabilityView, AvailabilityViews, type ImpactView } from './availability.page.js';
import { AwayForm, awayTyped } from './unavailability.form.js';

export interface OwnAbsencesPage {
  readonly availability: AvailabilityView;
  readonly form: FormView<AwayForm>;
  readonly impact: ImpactView | null;
}

const page = definePage<OwnAbsencesPage>('scheduling/resources/absences');
const HERE = '/teaching/absences';

/** An instructor's own absences. Affected sessions stay until the office repairs them. */
@Controller('teaching/absences')
@Requires('teaching.enter')
export class OwnAbsencesController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly views: AvailabilityViews,
    private readonly away: DeclareUnavailability,
    private readonly liftUnavailability: LiftUnavailability,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentContext() context: RequestContext): Promise<Page> {
    return this.page(context, await this.own(context), { typed: {} });
  }

  @Post()
  async declare(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const owner = await this.own(context);
    const seen = textOf((body as { seen?: unknown } | null)?.seen);
    const read = readForm(AwayForm, body, this.clock.today());
    return answerForm(read, {
      act: async (form) => unlessUnseen(await this.away.execute(context.actor, owner, { ...awayTyped(form), seen })),
      done: (declared, form) =>
        declared === null
          ? this.page(context, owner, { typed: read.typed, away: awayTyped(form) })
          : seeOther(HERE, flash('availability.own_declared', { count: declared.hit })),
      again: (filled) => this.page(context, owner, filled),
    });
  }

  @Post(':id/lifting')
  async lift(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    await this.liftUnavailability.execute(context.actor, await this.own(context), id);
    return seeOther(HERE, flash('availability.own_lifted', {}));
  }

  /** @throws NotFound if the account is not linked to an instructor */
  private async own({ actor }: RequestContext): Promise<OwnedBy> {
    const { id } = found(
      (await instructors(this.reader.query)).find(({ accountId }) => actor.id !== null && accountId === actor.id),
    );
    return { kind: 'instructor', id };
  }

  private async page(
    context: RequestContext,
    owner: OwnedBy,
    { away, ...filled }: SessionFormState & { readonly away?: Away },
  ): Promise<Page> {
    const impact = away ? await this.views.impactOf(context, owner, away) : null;
    const availability = await this.views.of(context, owner, '/teaching');
    return page({ availability, form: formView(AwayForm, context.translator, filled), impact });
  }
}
