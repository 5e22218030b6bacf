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

interface Told {
  readonly traineeId: string;
  readonly token: string;
  readonly facts: CertificateFacts;
  /** Names of values and the words' keys that are said for them in the reader's language. */
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
   * Puts the email into the transaction's outbox; a trainee without an address is told by the office.
   * Returns whether one was written.
   */
  async send(tx: Transaction, kind: CertificateEmail, { traineeId, ...told }: Told): Promise<boolean> {
    const person = await addresseeOf(tx.query, traineeId);
    return person ? this.sendTo(tx, kind, { person, ...told }) : false;
  }

  async sendTo(
    tx: Transaction,
    kind: CertificateEmail,
    { person, token, facts, spoken = {}, values = {} }: Omit<Told, 'traineeId'> & { readonly person: Addressee },
  ): Promise<boolean> {
    if (!person.email) return false;
    const language = isLanguage(person.language) ? person.language : 'zh-CN';
    const translator = this.messageCatalog.in(language);
    const said = {
      name: person.name,
      number: facts.number,
      link: `${this.config.publicUrl}/c/${token}`,
      achievement: language === 'en' ? facts.achievement.nameEn : facts.achievement.nameZh,
      ...values,
      ...Object.fromEntries(Object.entries(spoken).map(([name, key]) => [name, translator.t(key, values)])),
    };
    await tx.mail({
      to: person.email,
      name: person.name,
      language,
      subject: translator.t(`mail.certificate_${kind}_subject`, said),
      body: translator.t(`mail.certificate_${kind}_body`, said),
    });
    return true;
  }
}
