import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { AN_HOUR, Clock, LOGGER, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { type AlarmSubject, RegisterAlarm } from '../data/register-alarm.entity.js';

const MOST_KNOWN = 10_000;

export interface AlteredRecord {
  readonly subject: AlarmSubject;
  readonly id: string;
  /** Name for people. */
  readonly label: string;
  /** Description for the log. */
  readonly finding: string;
}

/**
 * Reports an altered record: an error in the log, at most once an hour per record, and a task for the office.
 */
@Injectable()
export class ReportAlteredRecord {
  private readonly reported = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async execute({ subject, id, label, finding: found }: AlteredRecord): Promise<void> {
    const key = `${subject} ${id}`;
    const now = this.clock.now();
    if (now - (this.reported.get(key) ?? -AN_HOUR) < AN_HOUR) return;
    if (this.reported.size >= MOST_KNOWN) this.reported.clear();
    this.reported.set(key, now);
    this.log.error(
      { subject, id, label, found },
      'a record in the database is not what this program wrote: run npm run academy -- verify-log',
    );
    await this.raise({ subject, id: id.slice(0, 60), label: label.slice(0, 300) });
  }

  /** A failure here must not fail the request: the error was logged, and the alarm is raised again within the hour. */
  private async raise(alarm: Pick<RegisterAlarm, 'subject' | 'id' | 'label'>): Promise<void> {
    try {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('a finding changes no record: it is logged, and is a task until its cause is gone');
        await tx.of(RegisterAlarm).upsert({ ...alarm, foundAt: tx.now }, ['subject', 'id']);
      });
    } catch (fault) {
      this.forget(alarm.subject, alarm.id);
      this.log.error({ err: fault, ...alarm }, 'a task about an altered record could not be stored');
    }
  }

  /** The record is in order again: report the next fault at once. */
  forget(subject: AlarmSubject, id: string): void {
    this.reported.delete(`${subject} ${id}`);
  }
}
