import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  CONFIG,
  type Config,
  daysAfter,
  daysBetween,
  ReadDatabase,
  SYSTEM,
  type TaskTurn,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Certificate } from '../../core/index.js';
import { CertificateEmails } from '../../issuing/index.js';
import { type ExpiringRow, expiringSoon } from '../data/expiring.js';
import { ExpiryReminder } from '../data/renewal.entities.js';
import { followerOf, termsOf } from '../data/renewals.js';
import { FIRST_REMINDER, reminderDue } from '../domain/reminders.js';

const AT_ONCE = 50;

/** Reminds holders 60, 30 and 7 days before a certificate's last day, once each. */
@Injectable()
export class RemindOfExpiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly emails: CertificateEmails,
    private readonly binding: RegisterBinding,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends all reminders due now. */
  async execute(turn: TaskTurn): Promise<void> {
    const today = this.clock.today();
    const due = await this.dueOn(today);
    for (let from = 0; from < due.length && turn.stillHolds(); from += AT_ONCE)
      await this.remind(due.slice(from, from + AT_ONCE), today);
  }

  async isDue(): Promise<boolean> {
    return (await this.dueOn(this.clock.today())).length > 0;
  }

  private async dueOn(today: string): Promise<ExpiringRow[]> {
    const expiring = await expiringSoon(this.reads.query, {
      from: today,
      until: daysAfter(today, FIRST_REMINDER),
    });
    return expiring.filter((one) => reminderDue(today, one) !== null);
  }

  private async remind(due: readonly ExpiringRow[], today: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      const reminded: Certificate[] = [];
      for (const { id } of due) reminded.push(...(await this.remindOf(tx, id, today)));
      const [first] = reminded;
      if (!first) return tx.withoutAudit('nobody was to be reminded any more');
      await tx.audit(
        'expiryReminders.sent',
        { type: 'certificate', id: first.id, label: reminded.map(({ number }) => number).join(', ') },
        { told: reminded.length },
      );
    });
  }

  /**
   * The certificate, if its holder was reminded. Checked within the transaction: another process may have sent it, the
   * certificate was renewed or revoked, or its row was altered when it was found.
   */
  private async remindOf(tx: Transaction, id: string, today: string): Promise<Certificate[]> {
    const certificate = await tx.lock(Certificate, id);
    if (certificate?.state !== 'valid' || certificate.expiresOn === null) return [];
    const sent = (await tx.of(ExpiryReminder).findBy({ certificateId: id })).map(({ daysBefore }) => daysBefore);
    const { issuedOn, expiresOn } = certificate;
    const days = reminderDue(today, { issuedOn, expiresOn, sent });
    if (days === null || (await followerOf(tx.query, id)) !== null) return [];
    // An altered record is not announced to anybody.
    if (!(await this.binding.judge(tx, certificate))) return [];
    const { token, traineeId, achievementId, facts } = certificate;
    await tx.of(ExpiryReminder).insert({ certificateId: id, daysBefore: days, sentAt: tx.now });
    const { offered } = await termsOf(tx.query, achievementId);
    const values = {
      until: expiresOn,
      days: daysBetween(today, expiresOn),
      own: `${this.config.publicUrl}/my/certificates/${id}`,
    };
    const spoken = { how: `renewal.how_${offered}` };
    return (await this.emails.send(tx, 'expiring', { traineeId, token, facts, spoken, values })) ? [certificate] : [];
  }
}
