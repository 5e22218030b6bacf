import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  CONFIG,
  type Config,
  MessageCatalog,
  isLanguage,
  type Transaction,
  type MessageValues,
} from '../../platform/index.js';

/** What a trainee is told by mail about an enrolment. Messages: `mail.enrolment_<kind>_subject` and `_body`. */
export type EmailKind =
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

export interface EnrolmentEmail {
  readonly kind: EmailKind;
  readonly enrolmentId: string;
  /** What the words name beyond person, cohort and links. */
  readonly values?: MessageValues;
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
export class EnrolmentEmails {
  constructor(
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts the email into the transaction's outbox; a trainee without an address is told by the coordinator. */
  async send(tx: Transaction, { kind, enrolmentId, values = {} }: EnrolmentEmail): Promise<void> {
    const [person] = await tx.query<Addressee>(sql`
      SELECT COALESCE(a.email, t.email) AS "email", t.name AS "name", a.language AS "language", c.code AS "code",
        v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn"
      FROM enrolment e JOIN trainee t ON t.id = e.trainee_id LEFT JOIN account a ON a.id = t.account_id
      JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
      WHERE e.id = ${enrolmentId}`);
    if (!person?.email) return;
    const language = isLanguage(person.language) ? person.language : 'zh-CN';
    const translator = this.messageCatalog.in(language);
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
      subject: translator.t(`mail.enrolment_${kind}_subject`, said),
      body: translator.t(`mail.enrolment_${kind}_body`, said),
    });
  }
}
