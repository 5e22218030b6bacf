import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { type HolidaySpan, withHoliday } from '../domain/notice-by-hand.js';
import { changeNotice, type NoticeOutcome } from './change-notice.js';

@Injectable()
export class EnterHoliday {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Days that are already holidays take the new name. */
  execute(actor: Actor, year: number, span: HolidaySpan): Promise<NoticeOutcome> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      changeNotice(
        tx,
        { year, to: (standing) => withHoliday(standing, year, span) },
        { act: 'calendar.holidayEntered', label: span.nameZh, detail: { from: span.from, until: span.until } },
      ),
    );
  }
}
