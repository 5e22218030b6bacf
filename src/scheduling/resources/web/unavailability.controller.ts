import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
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
import { type Away, type SessionFormState, TimetableReader, unlessUnseen } from '../../core/index.js';
import { DeclareUnavailability } from '../actions/declare-unavailability.js';
import { LiftUnavailability } from '../actions/lift-unavailability.js';
import { type AvailabilityView, AvailabilityViews, type ImpactView } from './availability.page.js';
import { bookableOwner, type OwnerView } from './bookable-owner.js';
import { AwayForm, awayTyped } from './unavailability.form.js';

export interface AwayPage {
  readonly owner: OwnerView;
  readonly availability: AvailabilityView;
  readonly form: FormView<AwayForm>;
  readonly impact: ImpactView | null;
}

const awayPage = definePage<AwayPage>('scheduling/resources/availability/unavailability');

/** Closures of a room or absences of an instructor. */
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
    const seen = textOf((body as { seen?: unknown } | null)?.seen);
    const read = readForm(AwayForm, body, this.clock.today());
    return answerForm(read, {
      act: async (form) =>
        unlessUnseen(await this.declareUnavailability.execute(context.actor, owner, { ...awayTyped(form), seen })),
      done: (declared, form) =>
        declared === null
          ? this.awayForm(context, owner, { typed: read.typed, away: awayTyped(form) })
          : seeOther(
              `${owner.at}/unavailability`,
              flash(`availability.declared.${owner.kind}`, { name: owner.name, count: declared.hit }),
            ),
      again: (filled) => this.awayForm(context, owner, filled),
    });
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
    { away, ...filled }: SessionFormState & { readonly away?: Away },
  ): Promise<Page> {
    const impact = away ? await this.views.impactOf(context, owner, away) : null;
    const availability = await this.views.of(context, owner, owner.at);
    return awayPage({ owner, availability, form: formView(AwayForm, context.translator, filled), impact });
  }
}
