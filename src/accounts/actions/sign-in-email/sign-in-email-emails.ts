import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Transaction } from '../../../platform/index.js';
import { maskedEmail } from '../../domain/sign-in-email.js';
import { AcademyProfile } from '../academy-profile.js';
import { AccountEmails, type Addressee } from '../account-emails.js';

/** Emails about a new sign-in email, to the address before and to the new one. */
@Injectable()
export class SignInEmailEmails {
  constructor(
    private readonly emails: AccountEmails,
    private readonly profile: AcademyProfile,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** To the new address, whose reader may be anybody if it was mistyped: without name or earlier address. */
  async link(
    tx: Transaction,
    { language }: Pick<Addressee, 'language'>,
    { to, token }: { readonly to: string; readonly token: string },
  ): Promise<void> {
    await this.emails.write(
      tx,
      { email: to, name: '', language },
      { kind: 'emailChange', path: `/email-change/${token}` },
    );
  }

  /** To the owner of an address that somebody wants for another account. */
  async taken(tx: Transaction, { email, language }: Addressee): Promise<void> {
    const reset = `${this.config.publicUrl}/password-reset`;
    await this.emails.write(
      tx,
      { email, name: '', language },
      { kind: 'emailChangeTaken', path: '/sign-in', values: { reset } },
    );
  }

  /** To the present address: a new password ends the request. */
  async asked(tx: Transaction, account: Addressee, to: string): Promise<void> {
    const values = { masked: maskedEmail(to) };
    await this.emails.write(tx, account, { kind: 'emailChangeAsked', path: '/password-reset', values });
  }

  /** To the address before: no link mailed to it works any more, so only the academy can help. */
  async changed(tx: Transaction, account: Addressee, to: string): Promise<void> {
    await this.emails.write(tx, account, { kind: 'emailChanged', path: '/', values: this.toTheAddressBefore(to) });
  }

  /** To the address before, and to the new one with a link that proves it: to be invited, or to verify. */
  async corrected(
    tx: Transaction,
    account: Addressee & { readonly passwordHash: string | null },
    to: string,
  ): Promise<void> {
    await this.emails.write(tx, account, { kind: 'emailCorrected', path: '/', values: this.toTheAddressBefore(to) });
    const owner = { ...account, email: to };
    if (account.passwordHash === null) return this.emails.invitation(tx, owner);
    await this.emails.correctedEmail(tx, owner);
  }

  private toTheAddressBefore(to: string): { masked: string; contact: string } {
    const { contactEmail = null, contactPhone = null } = this.profile.current() ?? {};
    const contact = [contactEmail, contactPhone].filter((one) => one !== null).join('\n');
    return { masked: maskedEmail(to), contact: contact || this.config.publicUrl };
  }
}
