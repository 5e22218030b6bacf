import { Inject, Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import {
  A_MINUTE,
  isRefused,
  Keys,
  LOGGER,
  refuse,
  refused,
  type Refused,
  SYSTEM,
  Throttle,
  UnitOfWork,
} from '../../platform/index.js';
import { Academy } from '../data/academy.entity.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AcademyProfile } from './academy-profile.js';
import { openAccount } from './open-account.js';
import { HashNewPassword } from './passwords.js';

export interface Founding {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly administratorName: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
}

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 10;
const TRIES = { name: 'setup-code', most: 10, within: 15 * A_MINUTE };

/** The first start: whoever can read the server's log names the academy and becomes its administrator. */
@Injectable()
export class FoundAcademy {
  private readonly code: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profile: AcademyProfile,
    private readonly throttle: Throttle,
    private readonly hashNewPassword: HashNewPassword,
    @Inject(LOGGER) private readonly log: Logger,
    keys: Keys,
  ) {
    this.code = codeOf(keys.of('set-up code'));
  }

  /**
   * Prints the code if there is no academy yet. All processes with the same master key print the same code, so that any
   * of them accepts it; it is worthless once there is an academy.
   */
  async announce(publicUrl: string): Promise<string | null> {
    if (await this.profile.refresh()) return null;
    this.log.warn(
      { setupCode: this.code, page: `${publicUrl}/setup` },
      'no academy yet: open the page and type the set-up code',
    );
    return this.code;
  }

  async execute(founding: Founding, ip: string): Promise<true | Refused<AccountRefusalCode>> {
    const wait = await this.throttle.hit(TRIES, ip);
    if (wait > 0) return refused(refuse('tooManySignIns', { minutes: Math.ceil(wait / 60) }));
    if (!this.isTheCode(founding.code)) return refused(refuse('wrongSetupCode', {}, 'code'));
    const { password, email, administratorName, nameZh, nameEn } = founding;
    const passwordHash = await this.hashNewPassword.execute({
      password,
      field: 'password',
      owner: [administratorName, email, nameZh, nameEn],
    });
    if (isRefused(passwordHash)) return passwordHash;
    const outcome = await this.unitOfWork.run(SYSTEM, async (tx) => {
      if (await tx.of(Academy).existsBy({ id: 1 })) return refused<AccountRefusalCode>(refuse('academyStands'));
      await tx.of(Academy).insert({
        id: 1,
        nameZh: founding.nameZh,
        nameEn: founding.nameEn,
        placeZh: '',
        placeEn: '',
        contactEmail: founding.email,
        contactPhone: null,
        logo: null,
        logoType: null,
        createdAt: tx.now,
      });
      await openAccount(tx, {
        email: founding.email,
        name: founding.administratorName,
        passwordHash,
        language: founding.language,
        roles: ['administrator'],
        emailVerified: true,
      });
      await tx.audit('academy.founded', { type: 'academy', id: '1', label: founding.nameZh });
      return true as const;
    });
    await this.profile.refresh();
    return outcome;
  }

  private isTheCode(typed: string): boolean {
    const [given, expected] = [Buffer.from(typed.trim().toUpperCase()), Buffer.from(this.code)];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

/** @param secret hex; two bytes per letter make the distribution nearly even */
function codeOf(secret: string): string {
  const bytes = Buffer.from(secret, 'hex');
  return Array.from({ length: CODE_LENGTH }, (_, at) => LETTERS[bytes.readUInt16BE(2 * at) % LETTERS.length]).join('');
}
