import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type TypedValues,
  type RequestContext,
  answerForm,
} from '../../../platform/index.js';
import {
  slotIn,
  slotOfRow,
  SessionForm,
  SessionForms,
  type SessionFormView,
  TimetableReader,
  typedOf,
} from '../../core/index.js';
import { PlaceSession } from '../actions/place-session.js';
import { type CohortCaption, cohortCaption } from './cohort-caption.js';

export interface NewSessionPage extends SessionFormView {
  readonly cohort: CohortCaption;
}

const newPage = definePage<NewSessionPage>('scheduling/sessions/cohort-sessions/new');

@Controller('office/cohorts/:code/sessions')
@Requires('session.schedule')
export class NewSessionController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly forms: SessionForms,
    private readonly placeSession: PlaceSession,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async blank(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const cohort = found(await this.reader.cohort(code));
    const last = (await this.reader.ofCohort(cohort.id)).filter((row) => row.state !== 'cancelled').at(-1);
    const { typed } = readForm(SessionForm, query, this.clock.today());
    const likeTheLast = last ? { ...typedOf(slotOfRow(last), null), date: '', startTime: '', endTime: '' } : {};
    const filled = { ...likeTheLast, ...given(typed) };
    const read = readForm(SessionForm, filled, this.clock.today());
    const caption = cohortCaption(context, cohort);
    const view = read.ok
      ? await this.forms.considered(context, cohort, {
          id: null,
          slot: slotIn(read.form, cohort),
          page: `${caption.sessionsAt}/new`,
          typed: filled,
        })
      : await this.forms.view(context, cohort, { typed: filled });
    return newPage({ cohort: caption, ...view });
  }

  @Post('single')
  async place(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const cohort = found(await this.reader.cohort(code));
    const caption = cohortCaption(context, cohort);
    const read = readForm(SessionForm, body, this.clock.today());
    return answerForm(read, {
      act: (form) =>
        this.placeSession.execute(context.actor, {
          cohortCode: code,
          slot: slotIn(form, cohort),
          overrideReason: form.overrideReason,
          meansClosedDay: form.meansClosedDay,
        }),
      done: ({ recipients }) =>
        seeOther(caption.sessionsAt, flash('session.placed', { cohort: code, count: recipients })),
      again: async (filled) => {
        const view = read.ok
          ? await this.forms.refused(context, cohort, {
              id: null,
              slot: slotIn(read.form, cohort),
              page: `${caption.sessionsAt}/new`,
              ...filled,
            })
          : await this.forms.view(context, cohort, filled);
        return newPage({ cohort: caption, ...view });
      },
    });
  }
}

/** Values given by a link; other fields keep their defaults. */
function given(typed: TypedValues): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value.length > 0));
}
