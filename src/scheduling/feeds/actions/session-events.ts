import { Inject, Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { CONFIG, type Config, MessageCatalog, type Language, type Translator } from '../../../platform/index.js';
import type { BilingualName, SessionRow } from '../../core/index.js';
import type { CalendarPerson } from '../domain/calendar-text.js';
import type { InvitedEvent } from '../domain/invitation.js';

/** Data of the academy for calendars, in one language. */
export interface CalendarVoice {
  readonly translator: Translator;
  readonly academyName: string;
  readonly prodId: string;
  /** The sender address of emails: calendars ignore invitations from any other organizer. */
  readonly organizer: CalendarPerson;
}

/** A session has the same UID in every feed and invitation. */
@Injectable()
export class SessionEvents {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  voice(language: Language): CalendarVoice {
    const academy = this.profile.current();
    const academyName = (language === 'en' ? academy?.nameEn : academy?.nameZh) ?? '';
    return {
      translator: this.messageCatalog.in(language),
      academyName,
      prodId: `-//${academyName || 'Academy'}//Timetable//${language === 'en' ? 'EN' : 'ZH'}`,
      organizer: { name: academyName || this.config.mailFrom, email: this.config.mailFrom },
    };
  }

  /** Sessions of unconfirmed cohorts are TENTATIVE; cancelled sessions stay as CANCELLED. */
  event(one: SessionRow, { translator }: CalendarVoice): InvitedEvent {
    const own = (named: BilingualName | null) => named && (translator.language === 'en' ? named.en : named.zh);
    return {
      uid: `${one.id}@${new URL(this.config.publicUrl).hostname}`,
      sequence: one.sequence,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      changedAt: one.updatedAt,
      summary: translator.t('feed.session', { course: own(one.course), cohort: one.cohort, number: one.number }),
      status:
        one.state === 'cancelled'
          ? 'cancelled'
          : one.cohortState === 'tentative' || one.cohortState === 'draft'
            ? 'tentative'
            : 'confirmed',
      location: [own(one.room), own(one.place)].filter(Boolean).join(', ') || null,
      description: one.instructor ? translator.t('feed.taught_by', { name: own(one.instructor) }) : null,
      url: `${this.config.publicUrl}/cohorts/${encodeURIComponent(one.cohort)}`,
    };
  }
}
