import { Controller, Get } from '@nestjs/common';
import { CurrentContext, definePage, type Page, ReadDatabase, type RequestContext } from '../../../platform/index.js';
import { factorsOf } from '../../data/second-factor/factors.js';
import { RECOVERY_CODES } from '../../domain/recovery-codes.js';
import { Requires } from '../requires.js';

export interface SecurityPage {
  /** When the authenticator app was added; `null`: there is none. */
  readonly authenticatorSince: number | null;
  readonly recoveryCodesLeft: number;
  readonly recoveryCodes: number;
}

const page = definePage<SecurityPage>('accounts/second-factor/security');

/** How one's own account is protected. */
@Controller('my/account/security')
@Requires('account.own')
export class SecurityController {
  constructor(private readonly reads: ReadDatabase) {}

  @Get()
  async show(@CurrentContext() { actor }: RequestContext): Promise<Page> {
    return page({ ...(await factorsOf(this.reads.query, actor.id!)), recoveryCodes: RECOVERY_CODES });
  }
}
