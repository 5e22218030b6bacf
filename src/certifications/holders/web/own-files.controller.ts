import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  type FileAnswer,
  found,
  ReadDatabase,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { type DocumentKind, ownCertificate } from '../../core/index.js';
import { OwnDocuments } from '../../register/index.js';

/** The holder's own files, even if hidden from others. */
@Controller('my/certificates/:id')
@Requires('trainee.self')
export class OwnFilesController {
  constructor(
    private readonly papers: OwnDocuments,
    private readonly reads: ReadDatabase,
  ) {}

  @Get('paper.pdf')
  pdf(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<FileAnswer> {
    return this.file('pdf', context, id);
  }

  @Get('credential.json')
  json(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<FileAnswer> {
    return this.file('json', context, id);
  }

  @Get('credential.jwt')
  jwt(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<FileAnswer> {
    return this.file('jwt', context, id);
  }

  @Get('badge.png')
  png(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<FileAnswer> {
    return this.file('png', context, id);
  }

  @Get('picture.svg')
  async picture(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<FileAnswer> {
    return this.papers.picture(await this.own(context, id));
  }

  private async file(kind: DocumentKind, context: RequestContext, id: string): Promise<FileAnswer> {
    return this.papers.file(kind, await this.own(context, id));
  }

  private async own({ actor }: RequestContext, id: string): Promise<string> {
    return found((await ownCertificate(this.reads.query, id, actor.id)) ? id : null);
  }
}
