import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  MessageCatalog,
  isLanguage,
  type Transaction,
  type MessageValues,
} from '../../../platform/index.js';
import type { CertificateFacts } from '../../core/index.js';
import { type Addressee, addresseeOf } from '../data/addressee.js';

/** Messages: `mail.certificate_<kind>_subject` and `_body`. */
export type CertificateEmail = 'issued' | 'revoked' | 'replaced' | 'renewed' | 'expiring' | 'renewal_declined';

interface EmailInput {
  readonly traineeId: string;
  /** The address that the credential names, as it was shown; by default the one on record. */
  readonly email?: string | null;
  readonly token: string;
  readonly facts: CertificateFacts;
  /** Values that are message keys, translated into the reader's language. */
  readonly spoken?: Readonly<Record<string, string>>;
  readonly values?: MessageValues;
}

@Injectable()
export class CertificateEmails {
  constructor(
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Adds the email to the outbox in the transaction and returns whether there was one; the office contacts trainees
   * without an address.
   */
  async send(tx: Transaction, kind: CertificateEmail, { traineeId, email, ...rest }: EmailInput): Promise<boolean> {
    const person = await addresseeOf(tx.query, traineeId);
    if (!person) return false;
    return this.sendTo(tx, kind, { person: email === undefined ? person : { ...person, email }, ...rest });
  }

  async sendTo(
    tx: Transaction,
    kind: CertificateEmail,
    {
      person,
      token,
      facts,
      spoken = {},
      values = {},
    }: Omit<EmailInput, 'traineeId' | 'email'> & { readonly person: Addressee },
  ): Promise<boolean> {
    if (!person.email) return false;
    const language = isLanguage(person.language) ? person.language : 'zh-CN';
    const translator = this.messageCatalog.in(language);
    const parameters = {
      name: person.name,
      number: facts.number,
      link: `${this.config.publicUrl}/c/${token}`,
      achievement: language === 'en' ? facts.achievement.nameEn : facts.achievement.nameZh,
      ...values,
      ...Object.fromEntries(Object.entries(spoken).map(([name, key]) => [name, translator.t(key, values)])),
    };
    await tx.mail({
      to: person.email,
      accountId: person.accountId,
      name: person.name,
      language,
      subject: translator.t(`mail.certificate_${kind}_subject`, parameters),
      body: translator.t(`mail.certificate_${kind}_body`, parameters),
    });
    return true;
  }
}
