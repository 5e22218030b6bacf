import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../../platform/index.js';
import { CalendarDay } from '../../core/index.js';

@Injectable()
export class LiftClosure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Lifts the closure of one day or a span. @throws NotFound if no day is closed */
  execute(actor: Actor, from: string, until: string = from): Promise<number> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const days = await tx.of(CalendarDay).findBy({ date: Between(from, until), kind: 'closure' });
      const [first] = days;
      if (!first) throw new NotFound();
      await tx.of(CalendarDay).delete({ date: Between(from, until), kind: 'closure' });
      await tx.audit(
        'calendar.closureLifted',
        { type: 'calendar', id: from, label: first.name },
        { from, until, days: days.length },
      );
      return days.length;
    });
  }
}
