import { Controller, Get, Headers, Param } from '@nestjs/common';
import { CurrentContext, type FileAnswer, found, OpenToAll, type RequestContext } from '../../../platform/index.js';
import { type CertificateForm, showsFiles } from '../../core/index.js';
import { CertificateFiles, coarseClient, ExternalFile, RecordView } from '../../register/index.js';
import { OpenShareLink } from '../actions/open-share-link.js';

interface Fetching {
  readonly context: RequestContext;
  readonly secret: string;
  readonly agent: string | undefined;
}

/**
 * The documents behind a link that shows everything.
 * Each fetch is a look that the holder reads about, and no cache keeps one for when the link has ended.
 */
@Controller('s')
@OpenToAll()
export class SharedFilesController {
  constructor(
    private readonly open: OpenShareLink,
    private readonly looks: RecordView,
    private readonly files: CertificateFiles,
  ) {}

  @Get(':secret.pdf')
  @ExternalFile()
  pdf(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.form('pdf', { context, secret, agent });
  }

  @Get(':secret.json')
  @ExternalFile()
  json(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.form('json', { context, secret, agent });
  }

  @Get(':secret.jwt')
  @ExternalFile()
  jwt(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.form('jwt', { context, secret, agent });
  }

  @Get(':secret.png')
  @ExternalFile()
  png(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.form('png', { context, secret, agent });
  }

  /** Those of a link that has ended, or that shows none, are answered like those of no link. */
  private async form(form: CertificateForm, { context, secret, agent }: Fetching): Promise<FileAnswer> {
    const { link, certificate, events, forms, sight } = found(await this.open.execute(secret));
    const shown = found(showsFiles(sight) ? certificate : null);
    const file = await this.files.of(form, { certificate: shown, events, forms });
    await this.looks.execute(
      context.actor,
      { certificateId: shown.id, way: 'link', shareLinkId: link.id, client: coarseClient(agent ?? '') },
      `${context.ip} ${form}`,
    );
    return file;
  }
}
