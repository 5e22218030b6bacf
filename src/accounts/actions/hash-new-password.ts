import { Injectable } from '@nestjs/common';
import { refuse, refused, type Refused } from '../../platform/index.js';
import { isGuessable } from '../domain/guessable-passwords.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AcademyProfile } from './academy-profile.js';
import { hashPassword } from './passwords.js';

export interface NewPassword {
  readonly password: string;
  /** The form field of the refusal. */
  readonly field: string;
  /** Names and addresses of the owner. */
  readonly owner: readonly (string | null)[];
}

/** The hash of a password that somebody chooses, unless it is too easy to guess. Slow: not inside a transaction. */
@Injectable()
export class HashNewPassword {
  constructor(private readonly profile: AcademyProfile) {}

  async execute({ password, field, owner }: NewPassword): Promise<string | Refused<AccountRefusalCode>> {
    const academy = this.profile.current();
    const known = [...owner, academy?.nameZh, academy?.nameEn, academy?.placeEn].filter(
      (text) => typeof text === 'string',
    );
    if (await isGuessable(password, known)) return refused(refuse('passwordGuessable', {}, field));
    return hashPassword(password);
  }
}
