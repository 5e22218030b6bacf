import { Inject, Injectable } from '@nestjs/common';
import { type Ask, CONFIG, type Config, dayOf, Dictionary, isLanguage, type Transaction } from '../../platform/index.js';
import sql from 'sql-template-tag';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import { isPublished } from '../domain/session-rules.js';
import { COHORT_AUDIENCE, type CohortAudience, type Listener } from './cohort-audience.js';

/** What is said of a change; words: `mail.session_<kind>_subject` and `_body`. */
export type TimetableNews = 'added' | 'moved' | 'cancelled';

/** A session as a letter names it. */
export interface SessionSaid {
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

type Reachable = Listener & { readonly email: string };

/** Whom a change concerns: a cohort's trainees, and the instructors before and after. */
export type Concerned = Pick<News, 'cohort' | 'session' | 'before'>;

export interface News {
  readonly kind: TimetableNews;
  readonly cohort: CohortForTimetable;
  readonly session: SessionSaid;
  /** As it stood before, where it stood before. */
  readonly before: SessionSaid | null;
  /** Sessions that the news is about; more than one only when added. */
  readonly count: number;
  readonly reason: string | null;
}

/** Tells everybody whom a change of a timetable concerns, each by one letter in their own language. */
@Injectable()
export class TimetableLetters {
  constructor(
    private readonly dictionary: Dictionary,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(COHORT_AUDIENCE) private readonly audience: CohortAudience,
  ) {}

  /** Answers how many people are told. Trainees hear nothing of a cohort that is not published. */
  async tell(tx: Transaction, news: News): Promise<number> {
    const listeners = await this.listenersTo(tx.rows.bind(tx), news);
    const rooms = { room: await roomOf(tx, news.session), before: await roomOf(tx, news.before) };
    for (const listener of listeners) await this.write(tx, listener, { ...news, rooms });
    return listeners.length;
  }

  /** How many people a change would tell: for the page that asks before doing it. */
  async countFor(ask: Ask, change: Concerned): Promise<number> {
    return (await this.listenersTo(ask, change)).length;
  }

  private async listenersTo(ask: Ask, { cohort, session, before }: Concerned): Promise<Reachable[]> {
    const trainees = isPublished(cohort.state) ? await this.audience.of(ask, cohort.id) : [];
    const teachers = [...new Set([session.instructorId, before?.instructorId ?? null])].filter((id) => id !== null);
    const instructors = await Promise.all(teachers.map((id) => ask<Listener>(sql`
      SELECT i.name AS "name", COALESCE(a.email, i.email) AS "email", a.language AS "language"
      FROM instructor i LEFT JOIN account a ON a.id = i.account_id WHERE i.id = ${id}`)));
    const reachable = [...trainees, ...instructors.flat()].flatMap((one) => (one.email === null ? [] : [{ ...one, email: one.email }]));
    return [...new Map(reachable.map((one) => [one.email, one])).values()];
  }

  private async write(tx: Transaction, to: Reachable, news: News & { readonly rooms: Rooms }): Promise<void> {
    const language = isLanguage(to.language) ? to.language : 'zh-CN';
    const speaker = this.dictionary.in(language);
    const own = language === 'en' ? 'en' : 'zh';
    const { session, before, cohort, rooms } = news;
    const was = before ?? session;
    const said = {
      name: to.name, cohort: cohort.code, course: cohort.title[own], number: session.number, count: news.count, reason: news.reason ?? '',
      day: dayOf(session.startsAt), startsAt: session.startsAt, endsAt: session.endsAt, room: rooms.room?.[own] ?? speaker.say('session.no_room'),
      dayBefore: dayOf(was.startsAt), startedAt: was.startsAt, endedAt: was.endsAt, roomBefore: rooms.before?.[own] ?? speaker.say('session.no_room'),
      link: `${this.config.publicUrl}/cohorts/${cohort.code}`,
    };
    await tx.mail({
      to: to.email, name: to.name, language,
      subject: speaker.say(`mail.session_${news.kind}_subject`, said), body: speaker.say(`mail.session_${news.kind}_body`, said),
    });
  }
}

interface RoomSaid { readonly zh: string; readonly en: string }
interface Rooms { readonly room: RoomSaid | null; readonly before: RoomSaid | null }

async function roomOf(tx: Transaction, session: SessionSaid | null): Promise<RoomSaid | null> {
  if (session === null || session.roomId === null) return null;
  const [room] = await tx.rows<RoomSaid>(sql`SELECT name_zh AS "zh", name_en AS "en" FROM room WHERE id = ${session.roomId}`);
  return room ?? null;
}
