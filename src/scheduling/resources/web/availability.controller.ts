import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
} from '../../../platform/index.js';
import {
  type Away,
  type Filled,
  instructors,
  instructorText,
  nameIn,
  type OwnedBy,
  rooms,
  sessionsHit,
  TimetableReader,
  WEEKDAYS,
} from '../../core/index.js';
import { SetBookableHours } from '../actions/bookable-hours.js';
import { DeclareUnavailability } from '../actions/declare-unavailability.js';
import { LiftUnavailability } from '../actions/lift-unavailability.js';
import { hoursOf } from '../data/availability-queries.js';
import { type AvailabilityView, AvailabilityViews, type ForeseenView } from './availability.page.js';
import { AwayForm, awayTyped } from './resource.form.js';
import { HoursForm, hoursTyped, typedHours } from './typed-hours.js';

interface OwnerView extends OwnedBy {
  readonly name: string;
  readonly at: string;
}

interface HoursPage {
  readonly owner: OwnerView;
  readonly form: FormView<HoursForm>;
  readonly lines: readonly { readonly weekday: string; readonly field: FormView<HoursForm>['day1'] }[];
}

interface AwayPage {
  readonly owner: OwnerView;
  readonly availability: AvailabilityView;
  readonly form: FormView<AwayForm>;
  readonly foreseen: ForeseenView | null;
}

const hoursPage = definePage<HoursPage>('scheduling/resources/availability/hours');
const awayPage = definePage<AwayPage>('scheduling/resources/availability/unavailability');

/**
 * When a room or an instructor may be booked: one desk for both.
 * Rooms are addressed by their code, instructors by their id.
 */
@Controller(['office/rooms', 'office/instructors'])
@Requires('availability.manage')
export class AvailabilityController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly views: AvailabilityViews,
    private readonly hours: SetBookableHours,
    private readonly away: DeclareUnavailability,
    private readonly liftUnavailability: LiftUnavailability,
    private readonly clock: Clock,
  ) {}

  @Get(':key/hours')
  async edit(@CurrentContext() context: RequestContext, @Param('key') key: string): Promise<Page> {
    const owner = await this.known(context, key);
    return this.hoursForm(context, owner, { typed: typedHours(await hoursOf(this.reader.query, owner)) });
  }

  @Post(':key/hours')
  async set(
    @CurrentContext() context: RequestContext,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const owner = await this.known(context, key);
    const read = readForm(HoursForm, body, this.clock.today());
    if (!read.ok) return this.hoursForm(context, owner, read);
    await this.hours.execute(context.actor, owner, hoursTyped(read.form));
    const { length } = await sessionsHit(this.reader.query, owner, this.clock.now());
    return seeOther(
      owner.at,
      length === 0
        ? flash('availability.hours_set', { name: owner.name })
        : flash('availability.hours_set_hit', { name: owner.name, count: length }),
    );
  }

  @Get(':key/unavailability')
  async list(@CurrentContext() context: RequestContext, @Param('key') key: string): Promise<Page> {
    return this.awayForm(context, await this.known(context, key), { typed: {} });
  }

  @Post(':key/unavailability')
  async declare(
    @CurrentContext() context: RequestContext,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const owner = await this.known(context, key);
    const read = readForm(AwayForm, body, this.clock.today());
    if (!read.ok) return this.awayForm(context, owner, read);
    const outcome = await this.away.execute(context.actor, owner, {
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
    @Param('id') id: string,
  ): Promise<SeeOther> {
    const owner = await this.known(context, key);
    await this.liftUnavailability.execute(context.actor, owner, found(looksLikeId(id) ? id : null));
    return seeOther(`${owner.at}/unavailability`, flash(`availability.lifted.${owner.kind}`, { name: owner.name }));
  }

  private async known({ url, translator }: RequestContext, key: string): Promise<OwnerView> {
    if (url.startsWith('/office/rooms/')) {
      const room = found((await rooms(this.reader.query)).find(({ code }) => code === key));
      return {
        kind: 'room',
        id: room.id,
        name: nameIn(translator, { zh: room.nameZh, en: room.nameEn }),
        at: `/office/rooms/${room.code}`,
      };
    }
    const instructor = found((await instructors(this.reader.query)).find(({ id }) => id === key));
    return {
      kind: 'instructor',
      id: instructor.id,
      name: instructorText(translator, instructor),
      at: `/office/instructors/${instructor.id}`,
    };
  }

  private hoursForm({ translator }: RequestContext, owner: OwnerView, filled: Filled): Page {
    const form = formView(HoursForm, translator, filled);
    const lines = WEEKDAYS.map((weekday) => ({
      weekday: translator.t(`calendar.weekday.${weekday}`),
      field: form[`day${weekday}`],
    }));
    return hoursPage({ owner, form, lines }, filled.faults ? 422 : 200);
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
