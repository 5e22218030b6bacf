import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  type Email,
  MessageCatalog,
  isLanguage,
  type Transaction,
  type MessageValues,
} from '../../platform/index.js';
import { type Addressee, addresseesOf } from '../data/addressee.js';

/** Kinds of emails about an enrolment, with the messages `mail.enrolment_<kind>_subject` and `_body`. */
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
  /** Message values besides person, cohort and links. */
  readonly values?: MessageValues;
}

@Injectable()
export class EnrolmentEmails {
  constructor(
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Adds the email to the outbox. Does nothing for a trainee without an email address. */
  send(tx: Transaction, email: EnrolmentEmail): Promise<void> {
    return this.sendEach(tx, [email]);
  }

  /** As `send`, for many at once. */
  async sendEach(tx: Transaction, emails: readonly EnrolmentEmail[]): Promise<void> {
    const addressees = await addresseesOf(
      tx.query,
      emails.map(({ enrolmentId }) => enrolmentId),
    );
    await tx.mailEach(
      emails.flatMap((email) => {
        const addressee = addressees.get(email.enrolmentId);
        return addressee?.email ? [this.written(email, { ...addressee, email: addressee.email })] : [];
      }),
    );
  }

  private written(
    { kind, enrolmentId, values = {} }: EnrolmentEmail,
    addressee: Addressee & { readonly email: string },
  ): Email {
    const language = isLanguage(addressee.language) ? addressee.language : 'zh-CN';
    const translator = this.messageCatalog.in(language);
    const messageValues = {
      name: addressee.name,
      cohort: addressee.code,
      course: language === 'en' ? addressee.titleEn : addressee.titleZh,
      startsOn: addressee.startsOn,
      link: `${this.config.publicUrl}/enrolments/${enrolmentId}`,
      cohortLink: `${this.config.publicUrl}/cohorts/${addressee.code}`,
      ...values,
    };
    return {
      to: addressee.email,
      accountId: addressee.accountId,
      name: addressee.name,
      language,
      subject: translator.t(`mail.enrolment_${kind}_subject`, messageValues),
      body: translator.t(`mail.enrolment_${kind}_body`, messageValues),
    };
  }
}
