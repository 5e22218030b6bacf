import { Inject, Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { CONFIG, type Config, Dictionary, type Language, type Speaker } from '../../../platform/index.js';
import type { Named, SessionRow } from '../../core/index.js';
import type { CalendarPerson } from '../domain/calendar-text.js';
import type { InvitedEvent } from '../domain/invitation.js';

/** The academy as calendars know it, in one language. */
export interface CalendarVoice {
  readonly speaker: Speaker;
  readonly academyName: string;
  readonly prodId: string;
  /** The address that letters come from: an invitation whose organizer is anybody else is not believed. */
  readonly organizer: CalendarPerson;
}

/** Sessions as calendars know them: the same event under the same UID in every feed and every invitation. */
@Injectable()
export class SessionEvents {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly dictionary: Dictionary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  voice(language: Language): CalendarVoice {
    const academy = this.profile.current();
    const academyName = (language === 'en' ? academy?.nameEn : academy?.nameZh) ?? '';
    return {
      speaker: this.dictionary.in(language),
      academyName,
      prodId: `-//${academyName || 'Academy'}//Timetable//${language === 'en' ? 'EN' : 'ZH'}`,
      organizer: { name: academyName || this.config.mailFrom, email: this.config.mailFrom },
    };
  }

  /** A session of a cohort that is not yet confirmed is tentative; a cancelled one stays, as cancelled. */
  event(one: SessionRow, { speaker }: CalendarVoice): InvitedEvent {
    const own = (named: Named | null) => named && (speaker.language === 'en' ? named.en : named.zh);
    return {
      uid: `${one.id}@${new URL(this.config.publicUrl).hostname}`,
      sequence: one.sequence,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      changedAt: one.updatedAt,
      summary: speaker.say('feed.session', { course: own(one.course), cohort: one.cohort, number: one.number }),
      status:
        one.state === 'cancelled'
          ? 'cancelled'
          : one.cohortState === 'tentative' || one.cohortState === 'draft'
            ? 'tentative'
            : 'confirmed',
      location: [own(one.room), own(one.place)].filter(Boolean).join(', ') || null,
      description: one.instructor ? speaker.say('feed.taught_by', { name: own(one.instructor) }) : null,
      url: `${this.config.publicUrl}/cohorts/${encodeURIComponent(one.cohort)}`,
    };
  }
}
