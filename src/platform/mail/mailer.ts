import { storedList } from '../columns/stored-json.js';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { createTransport, SendMailOptions, Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { ReadDatabase, UnitOfWork } from '../database/index.js';
import { onDemand } from '../files/index.js';
import { BACKGROUND_TIMING, type BackgroundTiming, Heartbeat, persist, type TaskTurn, Ticker } from '../jobs/index.js';
import { LOGGER } from '../log.js';
import { PageRenderer } from '../pages/index.js';
import { type CalendarPart, calendarPartName, calendarPartType } from '../outbox/calendar-part.js';
import { emailPage } from './email-page.js';
import { type AfterAttempt, type Claim, type ClaimedMessage, OutboxClaims } from './outbox-claims.js';
import { A_MINUTE } from '../durations.js';

const nodemailer = onDemand<{ readonly createTransport: typeof createTransport }>('nodemailer');

const MOST_ATTEMPTS = 8;
const FIRST_WAIT = 30_000;
const AT_ONCE = 20;
/** A server that is silent for this long has failed; `SMTP_URL` may override it (`?socketTimeout=…`). */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: A_MINUTE };
export const DELIVERY = 'mail-delivery';

/**
 * Delivers the outbox over SMTP. Each email is claimed before it is sent, so that processes never send the same one;
 * only if a process is lost between sending and recording is an email sent twice, with the same Message-ID. Without
 * `SMTP_URL` emails stay in the outbox, where they can be read.
 */
@Injectable()
export class Mailer implements OnModuleInit, OnApplicationShutdown {
  private readonly carrier: Transporter | null;
  private readonly claims: OutboxClaims;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    reads: ReadDatabase,
    private readonly ticker: Ticker,
    private readonly clock: Clock,
    private readonly pages: PageRenderer,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(BACKGROUND_TIMING) private readonly timing: BackgroundTiming,
  ) {
    this.claims = new OutboxClaims(unitOfWork, reads, clock, timing.claim);
    this.carrier = config.smtpUrl === null ? null : nodemailer().createTransport({ url: config.smtpUrl, ...PATIENCE });
  }

  onModuleInit(): void {
    const { carrier } = this;
    if (!carrier) return;
    const due = (): Promise<boolean> => this.claims.anyDue();
    this.ticker.every({ name: DELIVERY, every: 15_000, due, work: (turn) => this.deliver(carrier, turn) });
    this.unitOfWork.onCommit(() => this.ticker.wake(DELIVERY));
  }

  /** The ticker has ended the delivery before this is called. */
  async onApplicationShutdown(): Promise<void> {
    this.carrier?.close();
    await Promise.resolve();
  }

  /** Sends what is due, oldest first. Each failure lengthens the wait; an email is given up after eight attempts. */
  private async deliver(carrier: Transporter, turn: TaskTurn): Promise<void> {
    while (turn.stillHolds()) {
      const claim = await this.claims.claim(AT_ONCE);
      if (claim.messages.length === 0) return;
      const renewal = new Heartbeat(this.timing.claim / 3, () => this.renew(claim));
      const attempted = new Set<string>();
      try {
        for (const message of claim.messages) {
          if (!turn.stillHolds() || this.clock.now() >= claim.until) break;
          attempted.add(message.id);
          const fault = await this.carry(carrier, message).then(
            () => null,
            (reason: unknown) => String(reason),
          );
          await this.record(claim, message, fault);
        }
      } finally {
        await renewal.stop();
        await this.claims.release(
          claim,
          claim.messages.map(({ id }) => id).filter((id) => !attempted.has(id)),
        );
      }
    }
  }

  private async renew(claim: Claim): Promise<void> {
    await this.claims
      .renew(claim)
      .catch((fault: unknown) => this.log.warn({ err: fault }, 'could not renew the claim on emails'));
  }

  private async carry(carrier: Transporter, message: ClaimedMessage): Promise<void> {
    await carrier.sendMail({
      from: this.config.mailFrom,
      to: { name: message.toName, address: message.toAddress },
      subject: message.subject,
      text: message.body,
      html: this.pages.renderAlone(emailPage(message), message.language),
      ...carried(message.calendar === null ? [] : storedList<CalendarPart>(message.calendar)),
      messageId: `<${message.id}@${new URL(this.config.publicUrl).hostname}>`,
    });
  }

  private async record(claim: Claim, message: ClaimedMessage, fault: string | null): Promise<void> {
    const attempts = message.attempts + 1;
    const now = this.clock.now();
    const after: AfterAttempt =
      fault === null
        ? { state: 'sent', attempts, sentAt: now, lastError: null }
        : {
            state: attempts < MOST_ATTEMPTS ? 'pending' : 'failed',
            attempts,
            lastError: fault.slice(0, 2000),
            nextAttemptAt: now + FIRST_WAIT * 2 ** message.attempts,
          };
    await persist(
      () => this.claims.record(claim, message.id, after),
      (failure) => {
        this.log.warn({ err: failure, message: message.id }, 'could not record the delivery of an email; trying again');
      },
    );
  }
}

/**
 * The first part is an alternative to the text, where mail programs look for an invitation; the others are attachments.
 * Base64 preserves every byte.
 */
function carried([first, ...others]: readonly CalendarPart[]): SendMailOptions {
  const part = (one: CalendarPart) => ({
    contentType: calendarPartType(one),
    content: one.text,
    contentTransferEncoding: 'base64' as const,
  });
  return {
    ...(first && { alternatives: [part(first)] }),
    ...(others.length > 0 && {
      attachments: others.map((one, at) => ({
        ...part(one),
        filename: calendarPartName(at + 2),
        contentDisposition: 'attachment' as const,
      })),
    }),
  };
}
