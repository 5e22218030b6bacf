import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  MessageCatalog,
  type MessageValues,
  isLanguage,
  type Transaction,
} from '../../platform/index.js';
import type { Account } from '../data/account.entity.js';
import { issueToken } from '../data/account-tokens.js';
import { type MailboxProof, mailboxMayResetPassword } from '../domain/sign-in-email.js';

export type Addressee = Pick<Account, 'id' | 'email' | 'name' | 'language'>;
type Owner = Addressee & MailboxProof;

export interface AccountEmail {
  readonly kind: string;
  readonly path: string;
  readonly values?: MessageValues;
}

/** Emails to the owner of an account. Most have a link that proves control of the mailbox. */
@Injectable()
export class AccountEmails {
  constructor(
    private readonly messageCatalog: MessageCatalog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param next path of this site to continue to once the email is verified */
  async verification(tx: Transaction, account: Owner, next: string | null = null): Promise<void> {
    if (!mailboxMayResetPassword(account)) return this.correctedEmail(tx, account);
    const token = await issueToken(tx, account.id, 'emailVerification');
    await this.write(tx, account, {
      kind: 'verification',
      path: `/email-verification/${token}${next ? `?next=${encodeURIComponent(next)}` : ''}`,
    });
  }

  /** To a corrected address, whose reader may be anybody if it was mistyped: without name. */
  async correctedEmail(tx: Transaction, account: Addressee): Promise<void> {
    const path = `/email-verification/${await issueToken(tx, account.id, 'emailVerification')}`;
    await this.write(tx, { ...account, name: '' }, { kind: 'emailCorrectedNew', path });
  }

  /** A corrected mailbox that nobody has proven gets a link that needs the password. */
  async passwordReset(tx: Transaction, account: Owner): Promise<void> {
    if (!mailboxMayResetPassword(account)) return this.correctedEmail(tx, account);
    await this.write(tx, account, {
      kind: 'reset',
      path: `/password-reset/${await issueToken(tx, account.id, 'passwordReset')}`,
    });
  }

  async invitation(tx: Transaction, account: Addressee): Promise<void> {
    await this.write(tx, account, {
      kind: 'invitation',
      path: `/password-reset/${await issueToken(tx, account.id, 'invitation')}`,
    });
  }

  /** For an owner who did not do it: the page on which a reset is requested. */
  async passwordChanged(tx: Transaction, account: Addressee): Promise<void> {
    await this.write(tx, account, { kind: 'passwordChanged', path: '/password-reset' });
  }

  /** Any other email to a person: the messages `mail.<kind>_subject` and `_body`, with a path of this site as link. */
  async write(
    tx: Transaction,
    { email, name, language: stored }: Omit<Addressee, 'id'>,
    { kind, path, values = {} }: AccountEmail,
  ): Promise<void> {
    const language = isLanguage(stored) ? stored : 'zh-CN';
    const translator = this.messageCatalog.in(language);
    const link = `${this.config.publicUrl}${path}`;
    await tx.mail({
      to: email,
      name,
      language,
      subject: translator.t(`mail.${kind}_subject`),
      body: translator.t(`mail.${kind}_body`, { name, link, at: tx.now, ...values }),
    });
  }
}
