import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  MessageCatalog,
  isLanguage,
  type Transaction,
  type MessageValues,
} from '../../platform/index.js';
import { addresseeOf } from '../data/addressee.js';

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

@Injectable()
export class EnrolmentEmails {
  constructor(
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts the email into the transaction's outbox; a trainee without an address is told by the coordinator. */
  async send(tx: Transaction, { kind, enrolmentId, values = {} }: EnrolmentEmail): Promise<void> {
    const person = await addresseeOf(tx.query, enrolmentId);
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
