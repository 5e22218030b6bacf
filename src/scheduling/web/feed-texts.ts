import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AcademyProfile } from '../../accounts/index.js';
import { Clock, CONFIG, type Config, Dictionary, type Language, monthsAfter, instantOf } from '../../platform/index.js';
import type { FeedOf } from '../actions/calendar-feeds.js';
import { COHORT_AUDIENCE, type CohortAudience } from '../actions/cohort-audience.js';
import type { SessionRow, SessionsWanted } from '../data/timetable-queries.js';
import { TimetableReader } from '../data/timetable-reader.js';
import type { Named } from '../domain/placed-session.js';
import { type CalendarEvent, calendarText } from '../domain/calendar-text.js';

const MONTHS_BACK = 6;

/** Whose sessions a feed shows, written as iCalendar. Cancelled sessions stay, as cancelled. */
@Injectable()
export class FeedTexts {
  constructor(
    private readonly reader: TimetableReader,
    private readonly profile: AcademyProfile,
    private readonly dictionary: Dictionary,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(COHORT_AUDIENCE) private readonly audience: CohortAudience,
  ) {}

  async of(feed: FeedOf, visited: Language): Promise<string> {
    const speaker = this.dictionary.in(await this.languageOf(feed, visited));
    const own = (named: Named | null) => named && (speaker.language === 'en' ? named.en : named.zh);
    const academy = this.profile.current();
    const academyName = (speaker.language === 'en' ? academy?.nameEn : academy?.nameZh) ?? '';
    const sessions = await this.reader.sessions({ ...(await this.wanted(feed)), from: instantOf(monthsAfter(this.clock.today(), -MONTHS_BACK), '00:00'), withCancelled: true });
    const published = feed.kind === 'trainee' ? sessions.filter((one) => one.cohortState !== 'draft') : sessions;
    const host = new URL(this.config.publicUrl).hostname;
    const event = (one: SessionRow): CalendarEvent => ({
      uid: `${one.id}@${host}`, sequence: one.sequence, startsAt: one.startsAt, endsAt: one.endsAt, changedAt: one.updatedAt,
      summary: speaker.say('feed.session', { course: own(one.course), cohort: one.cohort, number: one.number }),
      status: one.state === 'cancelled' ? 'cancelled' : one.cohortState === 'tentative' || one.cohortState === 'draft' ? 'tentative' : 'confirmed',
      location: [own(one.room), own(one.place)].filter(Boolean).join(', ') || null,
      description: one.instructor ? speaker.say('feed.taught_by', { name: own(one.instructor) }) : null,
      url: `${this.config.publicUrl}/cohorts/${encodeURIComponent(one.cohort)}`,
    });
    return calendarText({
      name: `${speaker.say('feed.name')} · ${academyName}`, prodId: `-//${academyName || 'Academy'}//Timetable//${speaker.language === 'en' ? 'EN' : 'ZH'}`,
      now: this.clock.now(), events: published.map(event),
    });
  }

  private async wanted({ kind, ownerId }: FeedOf): Promise<SessionsWanted> {
    switch (kind) {
      case 'cohort': return { cohortIds: [ownerId] };
      case 'room': return { roomId: ownerId };
      case 'instructor': return { instructorId: ownerId };
      case 'trainee': return { cohortIds: await this.audience.cohortsOf(this.reader.ask, ownerId) };
    }
  }

  /** A calendar program speaks no language of its own that counts: the owner's account does. */
  private async languageOf({ kind, ownerId }: FeedOf, visited: Language): Promise<Language> {
    if (kind === 'cohort' || kind === 'room') return visited;
    const [account] = await this.reader.ask<{ language: Language }>(kind === 'trainee'
      ? sql`SELECT language AS "language" FROM account WHERE id = ${ownerId}`
      : sql`SELECT a.language AS "language" FROM instructor i JOIN account a ON a.id = i.account_id WHERE i.id = ${ownerId}`);
    return account?.language ?? visited;
  }
}
