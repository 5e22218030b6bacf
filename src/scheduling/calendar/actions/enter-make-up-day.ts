import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { type MakeUpDay, withMakeUpDay } from '../domain/notice-by-hand.js';
import { changeNotice, type NoticeOutcome } from './change-notice.js';

@Injectable()
export class EnterMakeUpDay {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, year: number, day: MakeUpDay): Promise<NoticeOutcome> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      changeNotice(
        tx,
        { year, to: (standing) => withMakeUpDay(standing, year, day) },
        { act: 'calendar.makeUpDayEntered', label: day.nameZh, detail: { date: day.date, follows: day.follows } },
      ),
    );
  }
}
