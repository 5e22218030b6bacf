import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  type QueryFunction,
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
  answerForm,
} from '../../platform/index.js';
import { MakeKey } from '../actions/make-key.js';
import { RevokeKey } from '../actions/revoke-key.js';
import { keysOf } from '../data/key-queries.js';
import { KeyForm, type KeysFormState, keysView, type KeysView } from './keys.page.js';
import { ownEmployer } from './own-employer.js';

type EmployerName = { readonly id: string; readonly name: string };

const keysPage = definePage<KeysView & { readonly employer: EmployerName }>('employers/own-keys/index');
const revocationPage = definePage<{
  readonly employer: EmployerName;
  readonly key: { readonly id: string; readonly name: string; readonly start: string };
}>('employers/own-keys/revocation');
const BASE = '/employer/keys';

/** The keys of the actor's own employer. */
@Controller('employer/keys')
@Requires('employer.self')
export class OwnKeysController {
  private readonly query: QueryFunction;

  constructor(
    private readonly makeKey: MakeKey,
    private readonly revokeKey: RevokeKey,
    reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  @Get()
  async list(@CurrentContext() context: RequestContext): Promise<Page> {
    return this.page(context, await ownEmployer(this.query, context));
  }

  @Post()
  async make(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const employer = await ownEmployer(this.query, context);
    return answerForm(readForm(KeyForm, body, this.clock.today()), {
      act: (form) => this.makeKey.execute(context.actor, { employerId: employer.id, ...form }),
      done: async ({ key }, { name }) => (await this.page(context, employer, { made: { name, key } })).withStatus(201),
      again: (typed) => this.page(context, employer, { typed }),
    });
  }

  @Get(':key/revocation')
  async confirm(@CurrentContext() context: RequestContext, @IdParam('key') keyId: string): Promise<Page> {
    const employer = await ownEmployer(this.query, context);
    return revocationPage({
      employer,
      key: found((await keysOf(this.query, employer.id)).find((key) => key.id === keyId && key.revokedAt === null)),
    });
  }

  @Post(':key/revocation')
  async revoke(@CurrentContext() context: RequestContext, @IdParam('key') keyId: string): Promise<SeeOther> {
    const employer = await ownEmployer(this.query, context);
    await this.revokeKey.execute(context.actor, employer.id, keyId);
    return seeOther(BASE, flash('employer_key.revoked_now'));
  }

  private async page({ translator }: RequestContext, employer: EmployerName, filling?: KeysFormState): Promise<Page> {
    return keysPage({
      ...keysView(translator, { keys: await keysOf(this.query, employer.id), base: BASE }, filling),
      employer,
    });
  }
}
