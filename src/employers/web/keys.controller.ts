import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  definePage,
  found,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
} from '../../platform/index.js';
import { MakeKey } from '../actions/make-key.js';
import { RevokeKey } from '../actions/revoke-key.js';
import type { EmployerRow } from '../data/employer-queries.js';
import { keysOf } from '../data/key-queries.js';
import { AccessPages } from './access.page.js';
import { KeyForm } from './keys.page.js';

const revocationPage = definePage<{
  readonly employer: EmployerRow;
  readonly key: { readonly id: string; readonly name: string; readonly start: string };
}>('employers/access/revocation');

/** The keys of an employer's programs. */
@Controller('office/employers/:id/keys')
@Requires('employer.manage')
export class KeysController {
  constructor(
    private readonly pages: AccessPages,
    private readonly makeKey: MakeKey,
    private readonly revokeKey: RevokeKey,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Post()
  async make(@CurrentContext() context: RequestContext, @IdParam() id: string, @Body() body: unknown): Promise<Page> {
    const employer = await this.pages.employer(id);
    return answerForm(readForm(KeyForm, body, this.clock.today()), {
      act: (form) => this.makeKey.execute(context.actor, { employerId: employer.id, ...form }),
      done: async ({ key }, { name }) =>
        (await this.pages.show(context, employer, { keys: { made: { name, key } } })).withStatus(201),
      again: (filling) => this.pages.show(context, employer, { keys: { typed: filling } }),
    });
  }

  @Get(':key/revocation')
  async show(@IdParam() id: string, @IdParam('key') keyId: string): Promise<Page> {
    const employer = await this.pages.employer(id);
    const keys = await keysOf(this.reads.query, employer.id);
    return revocationPage({ employer, key: found(keys.find((key) => key.id === keyId && key.revokedAt === null)) });
  }

  @Post(':key/revocation')
  async revoke(
    @CurrentContext() { actor }: RequestContext,
    @IdParam() id: string,
    @IdParam('key') keyId: string,
  ): Promise<SeeOther> {
    const employer = await this.pages.employer(id);
    await this.revokeKey.execute(actor, employer.id, keyId);
    return seeOther(`/office/employers/${employer.id}/access`, flash('employer_key.revoked_now'));
  }
}
