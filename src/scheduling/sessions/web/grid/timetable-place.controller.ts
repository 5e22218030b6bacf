import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  FileAnswer,
  found,
  flash,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../../platform/index.js';
import {
  changeFacts,
  type Suggestion,
  judgeChanges,
  Listeners,
  type SessionSlot,
  type SessionRow,
  TimetableReader,
} from '../../../core/index.js';
import { MoveSession } from '../../actions/move-session.js';
import { checked, type SlotCheck, moveAddress } from './timetable-check.js';
import { backTo, slotInForm, PlacementForm } from './timetable-place.js';
import { undoText } from './timetable-undo.js';

/** Drag and drop in the timetable: checks a slot while dragging, moves the session on drop. */
@Controller('office/sessions/:id')
@Requires('session.schedule')
export class TimetablePlaceController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    private readonly moveSession: MoveSession,
    private readonly clock: Clock,
  ) {}

  @Get('check')
  async check(
    @CurrentContext() { translator }: RequestContext,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<FileAnswer> {
    const session = await this.session(id);
    const read = readForm(PlacementForm, query, this.clock.today());
    if (!read.ok) {
      const reasons = read.faults.map(({ key, values }) => translator.t(key, values));
      return json({ free: false, when: '', reasons, suggestions: [], form: `/office/sessions/${id}/move` });
    }
    const slot = slotInForm(session, read.form);
    const reasons = await this.judge(session, slot, read.form.sequence);
    return json(
      checked(translator, id, {
        slot,
        reasons,
        suggestions: reasons.length === 0 ? [] : await this.suggestions(session, slot),
      }),
    );
  }

  @Post('placement')
  async place(
    @CurrentContext() { actor }: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const session = await this.session(id);
    const read = readForm(PlacementForm, body, this.clock.today());
    return answerForm(read, {
      act: (form) =>
        this.moveSession.execute(actor, id, { slot: slotInForm(session, form), seenSequence: form.sequence }),
      done: async ({ recipients }, form) => {
        const slot = slotInForm(session, form);
        const after = found(await this.reader.session(id));
        const undo = undoText(session, after.sequence, {
          instructorId: form.replacesId ?? '',
          replacesId: form.instructorId ?? '',
        });
        return seeOther(
          withUndo(backTo(form.back), undo),
          flash('timetable.moved', {
            cohort: session.cohort,
            number: session.number,
            date: form.date,
            startsAt: slot.startsAt,
            endsAt: slot.endsAt,
            count: recipients,
          }),
        );
      },
      again: () =>
        read.ok
          ? seeOther(moveAddress(id, slotInForm(session, read.form)), flash('timetable.not_moved', {}, 'warning'))
          : seeOther(`/office/sessions/${id}/move`),
    });
  }

  private async session(id: string): Promise<SessionRow> {
    return found(await this.reader.session(id));
  }

  /** Uses the same rules as the move itself; the current slot is always free. */
  private async judge(session: SessionRow, slot: SessionSlot, seenSequence: number | null): Promise<Refusal[]> {
    const { timetable, inHand } = await changeFacts(
      this.reader.query,
      [{ kind: 'move', sessionId: session.id, seenSequence, slot, closedDay: 'refused' }],
      this.clock.now(),
    );
    return judgeChanges(timetable, inHand)
      .flatMap(({ forbidden, doubtful }) => [...forbidden, ...doubtful])
      .filter(({ code }) => code !== 'sessionUnchanged');
  }

  private async suggestions(session: SessionRow, slot: SessionSlot): Promise<Suggestion[]> {
    const cohort = await this.reader.cohort(session.cohort);
    if (!cohort) return [];
    return this.reader.suggestionsFor(
      { id: session.id, cohortId: cohort.id, slot },
      cohort,
      await this.listeners.trainees(this.reader.query, cohort.id),
    );
  }
}

function withUndo(back: string, undo: string): string {
  const [path = '', query = ''] = back.split('?');
  const values = new URLSearchParams(query);
  values.set('undo', undo);
  return `${path}?${values.toString()}`;
}

function json(answer: SlotCheck): FileAnswer {
  return new FileAnswer(JSON.stringify(answer), 'application/json; charset=utf-8');
}
