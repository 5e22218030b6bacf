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
  asksForAnAnswer,
  isStillAhead,
  type ChangeNotification,
  changeNotificationOf,
} from '../domain/change-notification.js';
import { emailOf, type WrittenEmail } from './email-text.js';

/** Everything that one person is told by a bulletin, in both of their capacities where they teach and learn. */
export interface Told {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly changeNotifications: readonly ChangeNotification[];
}

/** An email as it will go out, or will not. */
export interface BulletinEmailDraft extends Told, WrittenEmail {
  /** Names the email in addresses without naming the person. */
  readonly key: string;
  /** Fingerprint of what was composed, before anybody rewrote it. */
  readonly composed: string;
  readonly dropped: boolean;
  readonly rewritten: boolean;
  /** What somebody wrote, or dropped, before more changed: it no longer holds. */
  readonly outdated: {
    readonly subject: string | null;
    readonly body: string | null;
    readonly dropped: boolean;
  } | null;
}

/** The letters of a bulletin: one for each person, in their language, with all that changed for them. */
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

  /** Whom an open bulletin tells of what; nobody of what came back to where it was. */
  async told(query: QueryFunction, { changes }: BulletinFacts): Promise<Told[]> {
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

  /** Names of those who are concerned and have no address. */
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

  /** Every email as it stands, those that were dropped among them. */
  async emails(query: QueryFunction, bulletin: BulletinFacts): Promise<BulletinEmailDraft[]> {
    const told = await this.told(query, bulletin);
    const names = await namesIn(query, bulletin.changes);
    const touched = await touchedEmails(query, bulletin.id);
    return told.map((one) => {
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

  /**
   * What an email carries for the person's calendar: a part for each session of theirs.
   * Instructors are asked to answer, trainees are not.
   */
  calendar({ sessions }: BulletinFacts, mail: Told, now: number): CalendarPart[] {
    const voice = this.events.voice(mail.language);
    return mail.changeNotifications.flatMap(({ change, kind, instructorId }) => {
      const session = sessions.get(change.sessionId);
      if (!session) return [];
      const event = { ...this.events.event(session, voice), leaves: kind === 'left' };
      return invitationParts([event], {
        organizer: voice.organizer,
        attendee: { name: mail.name, email: mail.email, rsvp: instructorId !== null },
        now,
        prodId: voice.prodId,
      });
    });
  }

  /** The email with the addresses at which its reader answers: only they ever see these, whoever looked it through. */
  bodyToSend({ body, language, changeNotifications }: BulletinEmailDraft): string {
    return changeNotifications
      .filter(asksForAnAnswer)
      .reduce(
        (text, changeNotification) =>
          text.replaceAll(this.answerMark(language, changeNotification), this.answerAt(changeNotification)),
        body,
      );
  }

  /** Stands for such an address while an email is looked through. */
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

/** A rewriting or dropping counts while the letter tells what it told then: a later change is never hidden by it. */
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
