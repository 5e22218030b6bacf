import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  fileOf,
  type FormView,
  formView,
  flash,
  type Page,
  PasswordField,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textOf,
  TextField,
  TakesFiles,
  type RequestContext,
  answerAct,
} from '../../../platform/index.js';
import { ImportIssuerKey } from '../actions/import-issuer-key.js';
import { IssuerKeys } from '../actions/issuer-keys.js';
import { allIssuerKeys } from '../data/issuer-keys.js';
import { type KeyView, keyView } from './key.page.js';

export interface IssuerKeysPage {
  readonly did: string;
  readonly keys: readonly KeyView[];
}

export class Pkcs12Form {
  @TextField({ max: 200 }) file!: string;
  @PasswordField() password!: string;
}

const page = definePage<IssuerKeysPage>('certifications/issuer/issuer-keys/index');
const importPage = definePage<{ readonly form: FormView<Pkcs12Form> }>('certifications/issuer/issuer-keys/import');

/** Signing keys, and import of a PDF signer. */
@Controller('office/issuer-keys')
@Requires('issuerKey.manage')
export class IssuerKeysController {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly importIssuerKey: ImportIssuerKey,
    private readonly reads: ReadDatabase,
  ) {}

  @Get()
  async list(@CurrentContext() { translator }: RequestContext): Promise<Page> {
    await this.keys.present();
    const { did } = this.keys;
    const keys = (await allIssuerKeys(this.reads.query)).map((key) => keyView(key, { did, translator }));
    return page({
      did,
      keys: [...keys.filter(({ isActive }) => isActive), ...keys.filter(({ isActive }) => !isActive).reverse()],
    });
  }

  @Get('import')
  choose(@CurrentContext() { translator }: RequestContext): Page {
    return importPage({ form: formView(Pkcs12Form, translator) });
  }

  @Post('import')
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async import(
    @CurrentContext() { actor, translator }: RequestContext,
    @Body() body: { file?: unknown; password?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const file = fileOf(body?.file);
    const outcome = await this.importIssuerKey.execute(actor, {
      bytes: file ? await file.toBuffer() : null,
      password: textOf(body?.password),
    });
    return answerAct(outcome, {
      done: ({ trusted }) =>
        seeOther(
          '/office/issuer-keys',
          trusted ? flash('issuer_keys.imported') : flash('issuer_keys.imported_untrusted', {}, 'warning'),
        ),
      again: (refusals) => importPage({ form: formView(Pkcs12Form, translator, { refusals }) }),
    });
  }
}
