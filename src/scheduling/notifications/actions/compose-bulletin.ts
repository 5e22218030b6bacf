import { Inject, Injectable } from '@nestjs/common';
import {
  type QueryFunction,
  type CalendarPart,
  Clock,
  CONFIG,
  type Config,
  MessageCatalog,
  fingerprint,
  isLanguage,
  type Language,
} from '../../../platform/index.js';
import { grouped, Listeners, type Reachable } from '../../core/index.js';
import { invitationParts, SessionEvents } from '../../feeds/index.js';
import { AnswerLinks } from '../../sessions/index.js';
import { type BulletinFacts, namesIn } from '../data/bulletin-facts.js';
import { type TouchedEmail, touchedEmails } from '../data/touched-emails.js';
import {
  needsAnswer,
  isStillAhead,
  type ChangeNotification,
  changeNotificationOf,
} from '../domain/change-notification.js';
import { emailOf, type WrittenEmail } from './email-text.js';

/** All changes of a bulletin for one person, who may be both instructor and trainee. */
export interface BulletinRecipient {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly changeNotifications: readonly ChangeNotification[];
}

/** An email that will be sent, or was dropped. */
export interface BulletinEmailDraft extends BulletinRecipient, WrittenEmail {
  /** Identifies the email in addresses without revealing the person. */
  readonly key: string;
  /** Fingerprint of the composed email before any edit. */
  readonly composed: string;
  readonly dropped: boolean;
  readonly rewritten: boolean;
  /** An edit or drop made before further changes; it no longer applies. */
  readonly outdated: {
    readonly subject: string | null;
    readonly body: string | null;
    readonly dropped: boolean;
  } | null;
}

/** Composes the emails of a bulletin: one per person, in their language, with all their changes. */
@Injectable()
export class ComposeBulletin {
  constructor(
    private readonly listeners: Listeners,
    private readonly links: AnswerLinks,
    private readonly events: SessionEvents,
    private readonly messageCatalog: MessageCatalog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The recipients of an open bulletin with their changes. Changes that were undone are left out. */
  async recipients(query: QueryFunction, { changes }: BulletinFacts): Promise<BulletinRecipient[]> {
    const concerned = await this.listeners.reachableByConcern(query, changes);
    const each = changes.flatMap((change, at) =>
      (concerned[at] ?? []).flatMap((person) => {
        const changeNotification = changeNotificationOf(change, person.instructorId);
        return changeNotification && isStillAhead(changeNotification, this.clock.now())
          ? [{ person, changeNotification }]
          : [];
      }),
    );
    return [...grouped(each, ({ person }) => person.email)].map(([email, ofOne]) => ({
      email,
      name: ofOne[0]!.person.name,
      language: languageOf(ofOne.map(({ person }) => person)),
      changeNotifications: ofOne.map(({ changeNotification }) => changeNotification),
    }));
  }

  /** Names of affected people without an email address. */
  async unreachable(query: QueryFunction, { changes }: BulletinFacts): Promise<string[]> {
    const concerned = await this.listeners.unreachable(query, changes);
    const names = changes.flatMap((change, at) =>
      (concerned[at] ?? []).flatMap(({ name, instructorId }) => {
        const changeNotification = changeNotificationOf(change, instructorId);
        return changeNotification && isStillAhead(changeNotification, this.clock.now()) ? [name] : [];
      }),
    );
    return [...new Set(names)];
  }

  /** All emails, including dropped ones. */
  async emails(query: QueryFunction, bulletin: BulletinFacts): Promise<BulletinEmailDraft[]> {
    const recipients = await this.recipients(query, bulletin);
    const names = await namesIn(query, bulletin.changes);
    const touched = await touchedEmails(query, bulletin.id);
    return recipients.map((one) => {
      const written = emailOf(one.name, one.changeNotifications, {
        ...names,
        translator: this.messageCatalog.in(one.language),
        timetable: (code) => this.timetableAt(code),
        answer: (changeNotification) => this.answerMark(one.language, changeNotification),
      });
      const composed = fingerprint(`${written.subject}\n${written.body}`);
      return { ...one, key: emailKey(one.email), composed, ...asTouched(written, composed, touched.get(one.email)) };
    });
  }

  /** The calendar parts of an email, one per session. Instructors are asked for an answer (RSVP), trainees are not. */
  calendar({ sessions }: BulletinFacts, recipient: BulletinRecipient, now: number): CalendarPart[] {
    const voice = this.events.voice(recipient.language);
    return recipient.changeNotifications.flatMap(({ change, kind, instructorId }) => {
      const session = sessions.get(change.sessionId);
      if (!session) return [];
      const event = { ...this.events.event(session, voice), leaves: kind === 'left' };
      return invitationParts([event], {
        organizer: voice.organizer,
        attendee: { name: recipient.name, email: recipient.email, rsvp: instructorId !== null },
        now,
        prodId: voice.prodId,
      });
    });
  }

  /** The final email with the answer addresses, which only its recipient may see: reviewers see a placeholder. */
  bodyToSend({ body, language, changeNotifications }: BulletinEmailDraft): string {
    return changeNotifications
      .filter(needsAnswer)
      .reduce(
        (text, changeNotification) =>
          text.replaceAll(this.answerMark(language, changeNotification), this.answerAt(changeNotification)),
        body,
      );
  }

  /** Placeholder for an answer address during review. */
  private answerMark(language: Language, { change: { cohort, number } }: ChangeNotification): string {
    return this.messageCatalog.in(language).t('bulletin.answer_mark', { cohort: cohort.code, number });
  }

  private timetableAt(cohortCode: string | null): string {
    return `${this.config.publicUrl}${cohortCode === null ? '/teaching' : `/cohorts/${encodeURIComponent(cohortCode)}`}`;
  }

  private answerAt({ change, instructorId, is }: ChangeNotification): string {
    return this.links.urlFor({
      sessionId: change.sessionId,
      instructorId: instructorId ?? '',
      startsAt: is?.startsAt ?? 0,
      endsAt: is?.endsAt ?? 0,
    });
  }
}

export function emailKey(email: string): string {
  return fingerprint(email).slice(0, 20);
}

/** An edit or drop applies only while the composed email is unchanged, so that it never hides a later change. */
function asTouched(
  written: WrittenEmail,
  composed: string,
  touched: TouchedEmail | undefined,
): Pick<BulletinEmailDraft, 'subject' | 'body' | 'dropped' | 'rewritten' | 'outdated'> {
  if (!touched || touched.composed === null) return { ...written, dropped: false, rewritten: false, outdated: null };
  const { subject, body } = touched;
  const dropped = touched.dropped === 1;
  const rewritten = Boolean(body);
  if (touched.composed !== composed) {
    const outdated = rewritten || dropped ? { subject, body, dropped } : null;
    return { ...written, dropped: false, rewritten: false, outdated };
  }
  return { subject: subject ?? written.subject, body: body ?? written.body, dropped, rewritten, outdated: null };
}

function languageOf(people: readonly Reachable[]): Language {
  return people.map(({ language }) => language).find(isLanguage) ?? 'zh-CN';
}
