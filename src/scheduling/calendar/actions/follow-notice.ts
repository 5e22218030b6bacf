import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork, type Weekday } from '../../../platform/index.js';
import { CalendarDay } from '../../core/index.js';

@Injectable()
export class FollowNotice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Sets the weekday whose timetable a make-up workday follows; `null` for none. @throws NotFound for any other day */
  execute(actor: Actor, date: string, follows: Weekday | null): Promise<void> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const day = await tx.of(CalendarDay).findOneBy({ date, kind: 'makeUpWorkday' });
      if (!day) throw new NotFound();
      await tx.of(CalendarDay).update({ date, kind: 'makeUpWorkday' }, { follows });
      await tx.audit(
        'calendar.makeUpDayFollows',
        { type: 'calendar', id: date, label: day.name },
        { date, from: day.follows, to: follows },
      );
    });
  }
}
