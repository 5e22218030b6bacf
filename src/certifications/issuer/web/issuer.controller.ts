import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  CurrentContext,
  definePage,
  FileAnswer,
  found,
  OpenToAll,
  type Page,
  type RequestContext,
} from '../../../platform/index.js';
import { KEY_KINDS, type KeyKind } from '../../core/index.js';
import { didDocument } from '../../documents/index.js';
import { GenuineKeys } from '../actions/genuine-keys.js';
import { IssuerKeys } from '../actions/issuer-keys.js';
import { StatusLists } from '../actions/status-lists.js';
import { type KeyView, keyView } from './key.page.js';

export interface IssuerPage {
  readonly did: string;
  readonly didUrl: string;
  readonly logUrl: string;
  readonly groups: readonly { readonly kind: KeyKind; readonly heading: string; readonly keys: readonly KeyView[] }[];
}

const page = definePage<IssuerPage>('certifications/issuer/show');
const MINUTES = 'public, max-age=300';
const PEM = /^(x509-[0-9a-f]{32})\.pem$/;

/** Issuer data for people and machines; open to any origin. */
@Controller()
@OpenToAll()
export class IssuerController {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly genuine: GenuineKeys,
    private readonly lists: StatusLists,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('.well-known/did.json')
  @Header('access-control-allow-origin', '*')
  async document(): Promise<FileAnswer> {
    await this.keys.present();
    return new FileAnswer(
      JSON.stringify(didDocument(this.keys.did, await this.genuine.publicKeys())),
      'application/did+json',
      { cache: MINUTES },
    );
  }

  @Get('status/:list')
  @Header('access-control-allow-origin', '*')
  async status(@Param('list') list: string): Promise<FileAnswer> {
    const text = /^[1-9]\d{0,6}$/.test(list) ? await this.lists.text(Number(list)) : null;
    return new FileAnswer(found(text), 'application/ld+json', { cache: MINUTES });
  }

  @Get('issuer')
  async show(@CurrentContext() { translator }: RequestContext): Promise<Page> {
    const { did } = this.keys;
    const keys = (await this.genuine.rows()).reverse().map((key) => keyView(key, { did, translator }));
    const groups = KEY_KINDS.map((kind) => ({
      kind,
      heading: translator.t(`issuer.kind_${kind}`),
      keys: keys.filter((key) => key.kind === kind),
    }));
    const { publicUrl } = this.config;
    return page({
      did,
      didUrl: `${publicUrl}/.well-known/did.json`,
      logUrl: `${publicUrl}/log/checkpoint`,
      groups: groups.filter((group) => group.keys.length > 0),
    });
  }

  @Get('issuer/roots/:file')
  async root(@Param('file') file: string): Promise<FileAnswer> {
    const keyId = PEM.exec(file)?.[1];
    const key = found((await this.genuine.rows()).find((one) => one.kind === 'paperRoot' && one.keyId === keyId));
    return new FileAnswer(
      'certificatePem' in key.material ? key.material.certificatePem : '',
      'application/x-pem-file',
      { name: file, cache: MINUTES },
    );
  }
}
