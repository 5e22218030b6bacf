import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import { slotIn, SessionForm, SessionForms } from '../../core/index.js';
import { RestoreSession } from '../actions/restore-session.js';
import { type RestorationPage, SessionPages, sessionsAt } from './session.page.js';

const restorationPage = definePage<RestorationPage>('scheduling/sessions/restoration');

/** Restores a cancelled session, to its slot or another one. */
@Controller('office/sessions/:id')
@Requires('session.schedule')
export class SessionRestorationController {
  constructor(
    private readonly pages: SessionPages,
    private readonly forms: SessionForms,
    private readonly restoreSession: RestoreSession,
    private readonly clock: Clock,
  ) {}

  @Get('restoration')
  async restorable(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    return restorationPage(
      await this.pages.standing(context, await this.pages.load(id), { query, noun: 'restoration' }),
    );
  }

  @Post('restoration')
  async restore(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const target = await this.pages.load(id);
    const read = readForm(SessionForm, body, this.clock.today());
    return answerForm(read, {
      act: (form) =>
        this.restoreSession.execute(context.actor, {
          sessionId: id,
          seenSequence: form.sequence,
          slot: slotIn(form, target.cohort),
          meansClosedDay: form.meansClosedDay,
        }),
      done: ({ recipients }) =>
        seeOther(sessionsAt(target), flash('session.restored', { number: target.session.number, count: recipients })),
      again: async (filled) => {
        const form = read.ok
          ? await this.forms.refused(context, target.cohort, {
              id,
              slot: slotIn(read.form, target.cohort),
              page: `/office/sessions/${id}/restoration`,
              ...filled,
            })
          : await this.forms.view(context, target.cohort, filled);
        return restorationPage(await this.pages.around(context, target, form));
      },
    });
  }
}
