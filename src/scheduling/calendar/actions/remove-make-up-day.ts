import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { changeNotice, daysWithout, type NoticeOutcome } from './change-notice.js';

@Injectable()
export class RemoveMakeUpDay {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown make-up workday */
  execute(actor: Actor, year: number, date: string): Promise<NoticeOutcome> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      changeNotice(
        tx,
        { year, to: (standing) => daysWithout(standing, (day) => day.kind === 'makeUpWorkday' && day.date === date) },
        { act: 'calendar.makeUpDayRemoved', label: date, detail: { date } },
      ),
    );
  }
}
