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
  type RequestContext,
  WEEKDAYS,
  answerForm,
} from '../../../platform/index.js';
import { type SessionFormState, sessionsHit, TimetableReader } from '../../core/index.js';
import { SetBookableHours } from '../actions/set-bookable-hours.js';
import { hoursOf } from '../data/availability-queries.js';
import { bookableOwner, type OwnerView } from './bookable-owner.js';
import { HoursForm, hoursTyped, typedHours } from './bookable-hours.form.js';

export interface HoursPage {
  readonly owner: OwnerView;
  readonly form: FormView<HoursForm>;
  readonly lines: readonly { readonly weekday: string; readonly field: FormView<HoursForm>['day1'] }[];
}

const hoursPage = definePage<HoursPage>('scheduling/resources/availability/hours');

/** Bookable hours of a room or an instructor. */
@Controller(['office/rooms', 'office/instructors'])
@Requires('availability.manage')
export class BookableHoursController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly setHours: SetBookableHours,
    private readonly clock: Clock,
  ) {}

  @Get(':key/hours')
  async edit(@CurrentContext() context: RequestContext, @Param('key') key: string): Promise<Page> {
    const owner = await bookableOwner(this.reader.query, context, key);
    return this.hoursForm(context, owner, { typed: typedHours(await hoursOf(this.reader.query, owner)) });
  }

  @Post(':key/hours')
  async set(
    @CurrentContext() context: RequestContext,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const owner = await bookableOwner(this.reader.query, context, key);
    return answerForm(readForm(HoursForm, body, this.clock.today()), {
      act: async (form) => {
        await this.setHours.execute(context.actor, owner, hoursTyped(form));
        return sessionsHit(this.reader.query, owner, this.clock.now());
      },
      done: ({ length }) =>
        seeOther(
          owner.at,
          length === 0
            ? flash('availability.hours_set', { name: owner.name })
            : flash('availability.hours_set_hit', { name: owner.name, count: length }),
        ),
      again: (filled) => this.hoursForm(context, owner, filled),
    });
  }

  private hoursForm({ translator }: RequestContext, owner: OwnerView, filled: SessionFormState): Page {
    const form = formView(HoursForm, translator, filled);
    const lines = WEEKDAYS.map((weekday) => ({
      weekday: translator.t(`calendar.weekday.${weekday}`),
      field: form[`day${weekday}`],
    }));
    return hoursPage({ owner, form, lines });
  }
}
