import { Controller, Get, Headers, Param } from '@nestjs/common';
import { CurrentContext, type FileAnswer, found, OpenToAll, type RequestContext } from '../../../platform/index.js';
import { type DocumentKind, showsFiles } from '../../core/index.js';
import { CertificateFiles, coarseClient, ExternalFile, RecordView } from '../../register/index.js';
import { OpenShareLink } from '../actions/open-share-link.js';

interface SharedFileRequest {
  readonly context: RequestContext;
  readonly secret: string;
  readonly agent: string | undefined;
}

/**
 * Documents behind a link that shows everything. Each download is a view in the access history; caching is forbidden,
 * so that nothing remains available after the link has ended.
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
    return this.file('pdf', { context, secret, agent });
  }

  @Get(':secret.json')
  @ExternalFile()
  json(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.file('json', { context, secret, agent });
  }

  @Get(':secret.jwt')
  @ExternalFile()
  jwt(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.file('jwt', { context, secret, agent });
  }

  @Get(':secret.png')
  @ExternalFile()
  png(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<FileAnswer> {
    return this.file('png', { context, secret, agent });
  }

  /** 404 if the link has ended or shows no files, as for an unknown link. */
  private async file(kind: DocumentKind, { context, secret, agent }: SharedFileRequest): Promise<FileAnswer> {
    const { link, certificate, events, forms, sight } = found(await this.open.execute(secret));
    const shown = found(showsFiles(sight) ? certificate : null);
    const file = await this.files.file(kind, { certificate: shown, events, forms });
    await this.looks.execute(
      context.actor,
      { certificateId: shown.id, way: 'link', shareLinkId: link.id, client: coarseClient(agent ?? '') },
      `${context.ip} ${kind}`,
    );
    return file;
  }
}
