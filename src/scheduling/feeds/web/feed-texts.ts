import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Language, monthsAfter, instantOf } from '../../../platform/index.js';
import { COHORT_AUDIENCE, type CohortAudience, type SessionFilter, TimetableReader } from '../../core/index.js';
import { SessionEvents } from '../actions/session-events.js';
import type { FeedOf } from '../data/calendar-feed.entity.js';
import { languageOfAccount, languageOfInstructor } from '../data/owner-language.js';
import { calendarText } from '../domain/calendar-text.js';

const MONTHS_BACK = 6;

/** Writes a feed as iCalendar. Cancelled sessions stay as CANCELLED. */
@Injectable()
export class FeedTexts {
  constructor(
    private readonly reader: TimetableReader,
    private readonly events: SessionEvents,
    private readonly clock: Clock,
    @Inject(COHORT_AUDIENCE) private readonly audience: CohortAudience,
  ) {}

  async of(feed: FeedOf, visited: Language): Promise<string> {
    const voice = this.events.voice(await this.languageOf(feed, visited));
    const sessions = await this.reader.sessions({
      ...(await this.filterOf(feed)),
      from: instantOf(monthsAfter(this.clock.today(), -MONTHS_BACK), '00:00'),
      withCancelled: true,
    });
    const published = feed.kind === 'trainee' ? sessions.filter((one) => one.cohortState !== 'draft') : sessions;
    return calendarText({
      name: `${voice.translator.t('feed.name')} · ${voice.academyName}`,
      prodId: voice.prodId,
      now: this.clock.now(),
      events: published.map((one) => this.events.event(one, voice)),
    });
  }

  private async filterOf({ kind, ownerId }: FeedOf): Promise<SessionFilter> {
    switch (kind) {
      case 'cohort':
        return { cohortIds: [ownerId] };
      case 'room':
        return { roomId: ownerId };
      case 'instructor':
        return { instructorId: ownerId };
      case 'trainee':
        return { cohortIds: await this.audience.cohortsOf(this.reader.query, ownerId) };
    }
  }

  /** Uses the language of the owner's account, not that of the calendar program. */
  private async languageOf({ kind, ownerId }: FeedOf, visited: Language): Promise<Language> {
    if (kind === 'cohort' || kind === 'room') return visited;
    const languageOfOwner = kind === 'trainee' ? languageOfAccount : languageOfInstructor;
    return (await languageOfOwner(this.reader.query, ownerId)) ?? visited;
  }
}
