import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  LongTextField,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
  answerAct,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { DeclareKeyCompromised } from '../actions/declare-key-compromised.js';
import { IssuerKeys } from '../actions/issuer-keys.js';
import { RotateIssuerKey } from '../actions/rotate-issuer-key.js';
import { allIssuerKeys, certificatesSealedBy } from '../data/issuer-keys.js';
import { type KeyView, keyView } from './key.page.js';

export class CompromiseForm {
  @LongTextField({ max: 500 }) note!: string;
}

export interface RotationPage {
  readonly key: KeyView;
  /** The name on the certificates of a new root; `null` for other keys. */
  readonly name: string | null;
  readonly blockers: readonly string[];
}

export interface CompromisePage {
  readonly key: KeyView;
  /** As on the rotation page. */
  readonly name: string | null;
  readonly count: number;
  readonly form: FormView<CompromiseForm>;
}

const rotationPage = definePage<RotationPage>('certifications/issuer/issuer-keys/rotation');
const compromisePage = definePage<CompromisePage>('certifications/issuer/issuer-keys/compromise');

@Controller('office/issuer-keys/:id')
@Requires('issuerKey.manage')
export class KeyChangeController {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly rotateIssuerKey: RotateIssuerKey,
    private readonly declareKeyCompromised: DeclareKeyCompromised,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get('rotation')
  async askToRotate(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return rotationPage({ ...(await this.shown(context, id)), blockers: [] });
  }

  @Post('rotation')
  async rotate(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return answerAct(await this.rotateIssuerKey.execute(context.actor, id, seenName(body)), {
      done: () => seeOther('/office/issuer-keys', flash('issuer_keys.rotated')),
      again: async (refusals) =>
        rotationPage({ ...(await this.shown(context, id)), blockers: refusalTexts(context.translator, refusals) }),
    });
  }

  @Get('compromise')
  async askAboutCompromise(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return compromisePage(await this.compromise(context, id));
  }

  @Post('compromise')
  async declare(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(CompromiseForm, body, this.clock.today()), {
      act: ({ note }) => this.declareKeyCompromised.execute(context.actor, { id, note, seenName: seenName(body) }),
      done: () => seeOther('/office/issuer-keys', flash('issuer_keys.compromised')),
      again: async (filling) => compromisePage(await this.compromise(context, id, filling)),
    });
  }

  private async compromise(context: RequestContext, id: string, filling: FormState = {}): Promise<CompromisePage> {
    const { key, name } = await this.shown(context, id);
    return {
      key,
      name,
      count: await certificatesSealedBy(this.reads.query, key),
      form: formView(CompromiseForm, context.translator, filling),
    };
  }

  private async shown(
    { translator }: RequestContext,
    id: string,
  ): Promise<{ readonly key: KeyView; readonly name: string | null }> {
    const row = found((await allIssuerKeys(this.reads.query)).find((one) => one.id === id));
    return {
      key: keyView(row, { did: this.keys.did, translator }),
      name: row.kind === 'paperRoot' ? this.keys.nameOfNewRoot() : null,
    };
  }
}

function seenName(body: unknown): string | null {
  const name = (body as { readonly name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : null;
}
