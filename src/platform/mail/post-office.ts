import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { createTransport, SendMailOptions, Transporter } from 'nodemailer';
import sql from 'sql-template-tag';
import { SYSTEM } from '../actor.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Reads, UnitOfWork } from '../database/index.js';
import { onDemand } from '../files/index.js';
import type { Language } from '../i18n/index.js';
import { Ticker } from '../jobs/index.js';
import { PageRenderer } from '../pages/index.js';
import { type CalendarPart, calendarPartName, calendarPartType } from './calendar-part.js';
import { letterPage } from './letter-page.js';
import { OutboxMessage } from './outbox-message.entity.js';

const nodemailer = onDemand<{ readonly createTransport: typeof createTransport }>('nodemailer');

const MOST_ATTEMPTS = 8;
const FIRST_WAIT = 30_000;
const AT_ONCE = 20;
export const DELIVERY = 'mail-delivery';

/** Delivers the outbox over SMTP, each letter once; without `SMTP_URL` the letters stay to be read there. */
@Injectable()
export class PostOffice implements OnModuleInit, OnApplicationShutdown {
  private readonly carrier: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: Reads,
    private readonly ticker: Ticker,
    private readonly clock: Clock,
    private readonly pages: PageRenderer,
  ) {
    this.carrier = config.smtpUrl === null ? null : nodemailer().createTransport(config.smtpUrl);
  }

  onModuleInit(): void {
    if (!this.carrier) return;
    this.ticker.every(DELIVERY, 15_000, () => this.deliver());
    this.unitOfWork.onCommit(() => this.ticker.wake(DELIVERY));
  }

  async onApplicationShutdown(): Promise<void> {
    this.carrier?.close();
    await Promise.resolve();
  }

  /** Sends what is due, oldest first. A letter that fails waits longer each time and is given up after eight tries. */
  async deliver(): Promise<void> {
    if (!this.carrier) return;
    for (const letter of await this.due()) {
      const fault = await this.carry(letter).then(() => null, (reason: unknown) => String(reason));
      await this.record(letter, fault);
    }
  }

  private due(): Promise<DueLetter[]> {
    return this.reads.all<DueLetter>(sql`
      SELECT id AS "id", to_address AS "toAddress", to_name AS "toName", language AS "language", subject AS "subject", body AS "body", attempts AS "attempts", calendar AS "calendar"
      FROM outbox_message WHERE state = 'pending' AND next_attempt_at <= ${this.clock.now()} ORDER BY created_at, id LIMIT ${AT_ONCE}`);
  }

  private async carry(letter: DueLetter): Promise<void> {
    await this.carrier!.sendMail({
      from: this.config.mailFrom,
      to: { name: letter.toName, address: letter.toAddress },
      subject: letter.subject,
      text: letter.body,
      html: this.pages.renderAlone(letterPage(letter), letter.language),
      ...carried(letter.calendar === null ? [] : JSON.parse(letter.calendar) as CalendarPart[]),
      messageId: `<${letter.id}@${new URL(this.config.publicUrl).hostname}>`,
    });
  }

  private record(letter: DueLetter, fault: string | null): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the letter itself keeps its delivery');
      const attempts = letter.attempts + 1;
      await tx.of(OutboxMessage).update({ id: letter.id }, fault === null
        ? { state: 'sent', attempts, sentAt: tx.now, lastError: null }
        : { state: attempts < MOST_ATTEMPTS ? 'pending' : 'failed', attempts, lastError: fault.slice(0, 2000), nextAttemptAt: tx.now + FIRST_WAIT * 2 ** letter.attempts });
    });
  }
}

interface DueLetter {
  readonly id: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
  readonly calendar: string | null;
}

/** The first part stands beside the text, where mail programs look for an invitation; the others are files. Base64 keeps every byte. */
function carried([first, ...others]: readonly CalendarPart[]): SendMailOptions {
  const part = (one: CalendarPart) => ({ contentType: calendarPartType(one), content: one.text, contentTransferEncoding: 'base64' as const });
  return {
    ...(first && { alternatives: [part(first)] }),
    ...(others.length > 0 && { attachments: others.map((one, at) => ({ ...part(one), filename: calendarPartName(at + 2), contentDisposition: 'attachment' as const })) }),
  };
}
