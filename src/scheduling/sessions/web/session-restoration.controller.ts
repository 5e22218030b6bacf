import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  isRefused,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { slotIn, SessionForm, SessionForms } from '../../core/index.js';
import { RestoreSession } from '../actions/restore-session.js';
import { type RestorationPage, SessionPages, sessionsAt } from './session.page.js';

const restorationPage = definePage<RestorationPage>('scheduling/sessions/restoration');

/** A cancelled session is brought back, where it stood or at another place. */
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
      await this.pages.standing(context, await this.pages.known(id), { query, noun: 'restoration' }),
    );
  }

  @Post('restoration')
  async restore(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const known = await this.pages.known(id);
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok)
      return restorationPage(
        await this.pages.around(context, known, await this.forms.view(context, known.cohort, read)),
        422,
      );
    const place = slotIn(read.form, known.cohort);
    const outcome = await this.restoreSession.execute(context.actor, {
      sessionId: id,
      seenSequence: read.form.sequence,
      place,
      meansClosedDay: read.form.meansClosedDay,
    });
    if (!isRefused(outcome))
      return seeOther(
        sessionsAt(known),
        flash('session.restored', { number: known.session.number, count: outcome.told }),
      );
    const form = await this.forms.refused(context, known.cohort, {
      id,
      place,
      page: `/office/sessions/${id}/restoration`,
      typed: read.typed,
      refusals: outcome.reasons,
    });
    return restorationPage(await this.pages.around(context, known, form), 422);
  }
}
