import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  CONFIG,
  type Config,
  Dictionary,
  isLanguage,
  type Transaction,
  type WordValues,
} from '../../platform/index.js';

/** What a trainee is told by mail about an enrolment. Words: `mail.enrolment_<kind>_subject` and `_body`. */
export type LetterKind =
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'lapsed'
  | 'withdrawn'
  | 'transferred'
  | 'cancelled'
  | 'restoredConfirmed'
  | 'restoredWaitlisted'
  | 'restoredOffered';

export interface EnrolmentLetter {
  readonly kind: LetterKind;
  readonly enrolmentId: string;
  /** What the words name beyond person, cohort and links. */
  readonly values?: WordValues;
}

interface Addressee {
  readonly email: string | null;
  readonly name: string;
  readonly language: string | null;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
}

@Injectable()
export class EnrolmentLetters {
  constructor(
    private readonly dictionary: Dictionary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts the letter into the unit's outbox; a trainee without an address is told by the coordinator. */
  async send(tx: Transaction, { kind, enrolmentId, values = {} }: EnrolmentLetter): Promise<void> {
    const [person] = await tx.query<Addressee>(sql`
      SELECT COALESCE(a.email, t.email) AS "email", t.name AS "name", a.language AS "language", c.code AS "code",
        v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn"
      FROM enrolment e JOIN trainee t ON t.id = e.trainee_id LEFT JOIN account a ON a.id = t.account_id
      JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
      WHERE e.id = ${enrolmentId}`);
    if (!person?.email) return;
    const language = isLanguage(person.language) ? person.language : 'zh-CN';
    const speaker = this.dictionary.in(language);
    const said = {
      name: person.name,
      cohort: person.code,
      course: language === 'en' ? person.titleEn : person.titleZh,
      startsOn: person.startsOn,
      link: `${this.config.publicUrl}/enrolments/${enrolmentId}`,
      cohortLink: `${this.config.publicUrl}/cohorts/${person.code}`,
      ...values,
    };
    await tx.mail({
      to: person.email,
      name: person.name,
      language,
      subject: speaker.say(`mail.enrolment_${kind}_subject`, said),
      body: speaker.say(`mail.enrolment_${kind}_body`, said),
    });
  }
}
