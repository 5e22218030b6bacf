import { Injectable } from '@nestjs/common';
import { authenticatorAddress, base32, ReadDatabase, type RequestContext } from '../../../platform/index.js';
import { AcademyProfile } from '../../actions/academy-profile.js';
import { AuthenticatorSecret } from '../../actions/second-factor/authenticator-secret.js';
import { authenticatorToConfirm } from '../../data/second-factor/factors.js';
import { type QrCode, qrCode } from './qr-code.js';

/** What an authenticator app reads, or a person types into it. */
export interface EnrolmentCode {
  readonly qr: QrCode;
  /** In groups of four. */
  readonly secret: string;
  /** Opens the app on the same phone. */
  readonly address: string;
  readonly academy: string;
  readonly email: string;
}

@Injectable()
export class AuthenticatorPages {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly secret: AuthenticatorSecret,
    private readonly profile: AcademyProfile,
  ) {}

  async enrolment({ actor, at, language }: RequestContext): Promise<EnrolmentCode | null> {
    const app = await authenticatorToConfirm(this.reads.query, actor.id!, at);
    const secret = app && this.secret.open(app.secret, app.id);
    if (!secret) return null;
    const { nameZh = '', nameEn = '' } = this.profile.current() ?? {};
    const [academy, email] = [language === 'en' ? nameEn : nameZh, actor.email ?? actor.name];
    const address = authenticatorAddress({ secret, academy, email });
    const groups = base32(secret).replace(/.{4}(?=.)/g, '$& ');
    return { qr: qrCode(address), secret: groups, address, academy, email };
  }
}
