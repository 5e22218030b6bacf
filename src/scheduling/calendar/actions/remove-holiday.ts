import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { changeNotice, daysWithout, type NoticeOutcome } from './change-notice.js';

@Injectable()
export class RemoveHoliday {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Removes the holidays in a span from the notice. @throws NotFound if there are none */
  execute(actor: Actor, year: number, { from, until }: { from: string; until: string }): Promise<NoticeOutcome> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      changeNotice(
        tx,
        {
          year,
          to: (standing) =>
            daysWithout(standing, (day) => day.kind === 'holiday' && from <= day.date && day.date <= until),
        },
        { act: 'calendar.holidayRemoved', label: `${from} – ${until}`, detail: { from, until } },
      ),
    );
  }
}
