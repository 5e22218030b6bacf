import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  isRefused,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { type Away, type Filled, TimetableReader } from '../../core/index.js';
import { DeclareUnavailability } from '../actions/declare-unavailability.js';
import { LiftUnavailability } from '../actions/lift-unavailability.js';
import { type AvailabilityView, AvailabilityViews, type ForeseenView } from './availability.page.js';
import { bookableOwner, type OwnerView } from './bookable-owner.js';
import { AwayForm, awayTyped } from './resource.form.js';

export interface AwayPage {
  readonly owner: OwnerView;
  readonly availability: AvailabilityView;
  readonly form: FormView<AwayForm>;
  readonly foreseen: ForeseenView | null;
}

const awayPage = definePage<AwayPage>('scheduling/resources/availability/unavailability');

/** When a room is closed or an instructor absent: one desk for both. */
@Controller(['office/rooms', 'office/instructors'])
@Requires('availability.manage')
export class UnavailabilityController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly views: AvailabilityViews,
    private readonly declareUnavailability: DeclareUnavailability,
    private readonly liftUnavailability: LiftUnavailability,
    private readonly clock: Clock,
  ) {}

  @Get(':key/unavailability')
  async list(@CurrentContext() context: RequestContext, @Param('key') key: string): Promise<Page> {
    return this.awayForm(context, await bookableOwner(this.reader.query, context, key), { typed: {} });
  }

  @Post(':key/unavailability')
  async declare(
    @CurrentContext() context: RequestContext,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const owner = await bookableOwner(this.reader.query, context, key);
    const read = readForm(AwayForm, body, this.clock.today());
    if (!read.ok) return this.awayForm(context, owner, read);
    const outcome = await this.declareUnavailability.execute(context.actor, owner, {
      ...awayTyped(read.form),
      seen: textOf((body as { seen?: unknown } | null)?.seen),
    });
    if (isRefused(outcome) && outcome.reasons.some(({ code }) => code === 'hitsNotSeen'))
      return this.awayForm(context, owner, { typed: read.typed, away: awayTyped(read.form) });
    if (isRefused(outcome)) return this.awayForm(context, owner, { typed: read.typed, refusals: outcome.reasons });
    return seeOther(
      `${owner.at}/unavailability`,
      flash(`availability.declared.${owner.kind}`, { name: owner.name, count: outcome.hit }),
    );
  }

  @Post(':key/unavailability/:id/lifting')
  async lift(
    @CurrentContext() context: RequestContext,
    @Param('key') key: string,
    @IdParam() id: string,
  ): Promise<SeeOther> {
    const owner = await bookableOwner(this.reader.query, context, key);
    await this.liftUnavailability.execute(context.actor, owner, id);
    return seeOther(`${owner.at}/unavailability`, flash(`availability.lifted.${owner.kind}`, { name: owner.name }));
  }

  private async awayForm(
    context: RequestContext,
    owner: OwnerView,
    { away, ...filled }: Filled & { readonly away?: Away },
  ): Promise<Page> {
    const foreseen = away ? await this.views.foreseen(context, owner, away) : null;
    const availability = await this.views.of(context, owner, owner.at);
    return awayPage(
      { owner, availability, form: formView(AwayForm, context.translator, filled), foreseen },
      filled.faults || filled.refusals ? 422 : 200,
    );
  }
}
