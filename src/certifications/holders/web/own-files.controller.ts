import { Controller, Get, Param } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentVisit, type FileAnswer, found, ReadDatabase, type Visit } from '../../../platform/index.js';
import { type CertificateForm, ownCertificate } from '../../core/index.js';
import { Papers } from '../../register/index.js';

/** The holder's own copies, hidden from others or not. */
@Controller('my/certificates/:id')
@Requires('trainee.self')
export class OwnFilesController {
  constructor(
    private readonly papers: Papers,
    private readonly reads: ReadDatabase,
  ) {}

  @Get('paper.pdf')
  pdf(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<FileAnswer> {
    return this.form('pdf', visit, id);
  }

  @Get('credential.json')
  json(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<FileAnswer> {
    return this.form('json', visit, id);
  }

  @Get('credential.jwt')
  jwt(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<FileAnswer> {
    return this.form('jwt', visit, id);
  }

  @Get('badge.png')
  png(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<FileAnswer> {
    return this.form('png', visit, id);
  }

  @Get('picture.svg')
  async picture(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<FileAnswer> {
    return this.papers.picture(await this.own(visit, id));
  }

  private async form(form: CertificateForm, visit: Visit, id: string): Promise<FileAnswer> {
    return this.papers.of(form, await this.own(visit, id));
  }

  private async own({ actor }: Visit, id: string): Promise<string> {
    return found((await ownCertificate(this.reads.query, id, actor.id)) ? id : null);
  }
}
