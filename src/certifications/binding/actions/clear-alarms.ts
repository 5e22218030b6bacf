import { Injectable } from '@nestjs/common';
import { A_DAY, type QueryFunction, Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { RegisterAlarm } from '../data/register-alarm.entity.js';
import { type AlarmRow, registerAlarms } from '../data/register-alarms.js';
import { isInOrder } from '../domain/record-checks.js';
import { WatchRegister } from './watch-register.js';
import { RegisterBinding } from './register-binding.js';
import { ReportAlteredRecord } from './report-altered-record.js';

const AT_ONCE = 500;
/** Only certificates are re-checked: other alarms end after a month unless raised again. */
const A_MONTH = 30 * A_DAY;

/** Of the register as a whole; other ids name a list or history line after a space. */
const isOfTheWhole = (subject: string, id: string): boolean => subject === 'register' && !id.includes(' ');

/** Removes alarms whose cause is gone. */
@Injectable()
export class ClearAlarms {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
    private readonly report: ReportAlteredRecord,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /** Whether there are any alarms. Only reads. */
  async any(): Promise<boolean> {
    return (await registerAlarms(this.query, 1)).length > 0;
  }

  async execute(): Promise<void> {
    const alarms = await registerAlarms(this.query, AT_ONCE);
    if (alarms.length === 0) return;
    const certificates = alarms.filter(({ subject }) => subject === 'certificate').map(({ id }) => id);
    const wrong = await this.stillWrong(certificates);
    const before = this.clock.now() - A_MONTH;
    const whole = alarms.some(({ subject }) => subject === 'register') ? await this.state.faults() : [];
    const cleared = alarms.filter(({ subject, id, foundAt }) => {
      if (subject === 'certificate') return !wrong.has(id);
      return isOfTheWhole(subject, id) ? !whole.some((fault) => fault === id) : foundAt < before;
    });
    if (cleared.length > 0) await this.remove(cleared);
  }

  /** A forged row that was removed is fine again; a missing genuine row is not. */
  private async stillWrong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const records = await this.binding.records(this.query, ids);
    const there = new Set(records.map(({ id }) => id));
    const gone = await this.binding.boundIds(
      this.query,
      ids.filter((id) => !there.has(id)),
    );
    return new Set([...gone, ...records.filter((one) => !isInOrder(this.binding.answerFor(one))).map(({ id }) => id)]);
  }

  private async remove(cleared: readonly AlarmRow[]): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('an alarm ends with its cause');
      for (const { subject, id } of cleared) await tx.of(RegisterAlarm).delete({ subject, id });
    });
    for (const { subject, id } of cleared) this.report.forget(subject, id);
  }
}
