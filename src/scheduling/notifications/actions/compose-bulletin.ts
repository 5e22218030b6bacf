import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  type QueryFunction,
  type CalendarPart,
  Clock,
  CONFIG,
  type Config,
  Dictionary,
  fingerprint,
  isLanguage,
  type Language,
} from '../../../platform/index.js';
import { grouped, Listeners, type Reachable } from '../../core/index.js';
import { invitationParts, SessionEvents } from '../../feeds/index.js';
import { AnswerLinks } from '../../sessions/index.js';
import { type BulletinFacts, namesIn } from '../data/bulletin-facts.js';
import { asksForAnAnswer, isStillAhead, type Telling, tellingOf } from '../domain/telling.js';
import { letterOf, type WrittenLetter } from './letter-words.js';

/** Everything that one person is told by a bulletin, in both of their capacities where they teach and learn. */
export interface Told {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly tellings: readonly Telling[];
}

/** A letter as it will go out, or will not. */
export interface BulletinLetterDraft extends Told, WrittenLetter {
  /** Names the letter in addresses without naming the person. */
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

interface Touched extends Partial<WrittenLetter> {
  readonly dropped: number;
  readonly composed: string | null;
}

/** The letters of a bulletin: one for each person, in their language, with all that changed for them. */
@Injectable()
export class ComposeBulletin {
  constructor(
    private readonly listeners: Listeners,
    private readonly links: AnswerLinks,
    private readonly events: SessionEvents,
    private readonly dictionary: Dictionary,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whom an open bulletin tells of what; nobody of what came back to where it was. */
  async told(query: QueryFunction, { changes }: BulletinFacts): Promise<Told[]> {
    const concerned = await this.listeners.toEach(query, changes);
    const each = changes.flatMap((change, at) =>
      (concerned[at] ?? []).flatMap((person) => {
        const telling = tellingOf(change, person.instructorId);
        return telling && isStillAhead(telling, this.clock.now()) ? [{ person, telling }] : [];
      }),
    );
    return [...grouped(each, ({ person }) => person.email)].map(([email, ofOne]) => ({
      email,
      name: ofOne[0]!.person.name,
      language: languageOf(ofOne.map(({ person }) => person)),
      tellings: ofOne.map(({ telling }) => telling),
    }));
  }

  /** Names of those who are concerned and have no address. */
  async unreachable(query: QueryFunction, { changes }: BulletinFacts): Promise<string[]> {
    const concerned = await this.listeners.unreachable(query, changes);
    const names = changes.flatMap((change, at) =>
      (concerned[at] ?? []).flatMap(({ name, instructorId }) => {
        const telling = tellingOf(change, instructorId);
        return telling && isStillAhead(telling, this.clock.now()) ? [name] : [];
      }),
    );
    return [...new Set(names)];
  }

  /** Every letter as it stands, those that were dropped among them. */
  async letters(query: QueryFunction, bulletin: BulletinFacts): Promise<BulletinLetterDraft[]> {
    const told = await this.told(query, bulletin);
    const names = await namesIn(query, bulletin.changes);
    const touched = await touchedLetters(query, bulletin.id);
    return told.map((one) => {
      const written = letterOf(one.name, one.tellings, {
        ...names,
        speaker: this.dictionary.in(one.language),
        timetable: (code) => this.timetableAt(code),
        answer: (telling) => this.answerMark(one.language, telling),
      });
      const composed = fingerprint(`${written.subject}\n${written.body}`);
      return { ...one, key: letterKey(one.email), composed, ...asTouched(written, composed, touched.get(one.email)) };
    });
  }

  /**
   * What a letter carries for the person's calendar: a part for each session of theirs.
   * Instructors are asked to answer, trainees are not.
   */
  calendar({ sessions }: BulletinFacts, letter: Told, now: number): CalendarPart[] {
    const voice = this.events.voice(letter.language);
    return letter.tellings.flatMap(({ change, kind, instructorId }) => {
      const session = sessions.get(change.sessionId);
      if (!session) return [];
      const event = { ...this.events.event(session, voice), leaves: kind === 'left' };
      return invitationParts([event], {
        organizer: voice.organizer,
        attendee: { name: letter.name, email: letter.email, rsvp: instructorId !== null },
        now,
        prodId: voice.prodId,
      });
    });
  }

  /** The letter with the addresses at which its reader answers: only they ever see these, whoever looked it through. */
  bodyToSend({ body, language, tellings }: BulletinLetterDraft): string {
    return tellings
      .filter(asksForAnAnswer)
      .reduce((text, telling) => text.replaceAll(this.answerMark(language, telling), this.answerAt(telling)), body);
  }

  /** Stands for such an address while a letter is looked through. */
  private answerMark(language: Language, { change: { cohort, number } }: Telling): string {
    return this.dictionary.in(language).say('bulletin.answer_mark', { cohort: cohort.code, number });
  }

  private timetableAt(cohortCode: string | null): string {
    return `${this.config.publicUrl}${cohortCode === null ? '/teaching' : `/cohorts/${encodeURIComponent(cohortCode)}`}`;
  }

  private answerAt({ change, instructorId, is }: Telling): string {
    return this.links.urlFor({
      sessionId: change.sessionId,
      instructorId: instructorId ?? '',
      startsAt: is?.startsAt ?? 0,
      endsAt: is?.endsAt ?? 0,
    });
  }
}

export function letterKey(email: string): string {
  return fingerprint(email).slice(0, 20);
}

/** A rewriting or dropping counts while the letter tells what it told then: a later change is never hidden by it. */
function asTouched(
  written: WrittenLetter,
  composed: string,
  touched: Touched | undefined,
): Pick<BulletinLetterDraft, 'subject' | 'body' | 'dropped' | 'rewritten' | 'outdated'> {
  if (!touched || touched.composed === null) return { ...written, dropped: false, rewritten: false, outdated: null };
  const { subject, body } = touched;
  const dropped = touched.dropped === 1;
  const rewritten = Boolean(body);
  if (touched.composed !== composed) {
    const outdated = rewritten || dropped ? { subject: subject ?? null, body: body ?? null, dropped } : null;
    return { ...written, dropped: false, rewritten: false, outdated };
  }
  return { subject: subject ?? written.subject, body: body ?? written.body, dropped, rewritten, outdated: null };
}

async function touchedLetters(query: QueryFunction, bulletinId: string): Promise<Map<string, Touched>> {
  const rows = await query<Touched & { email: string }>(sql`
    SELECT email AS "email", subject AS "subject", body AS "body", dropped AS "dropped", composed AS "composed" FROM bulletin_letter WHERE bulletin_id = ${bulletinId}`);
  return new Map(rows.map(({ email, ...row }) => [email, { ...row, dropped: Number(row.dropped) }]));
}

function languageOf(people: readonly Reachable[]): Language {
  return people.map(({ language }) => language).find(isLanguage) ?? 'zh-CN';
}
