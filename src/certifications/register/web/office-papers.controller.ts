import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { type FileAnswer, IdParam } from '../../../platform/index.js';
import { Papers } from './papers.js';

/** The office's copies of a certificate, hidden by its holder or not. */
@Controller('office/certificates/:id')
@Requires('certificate.manage')
export class OfficePapersController {
  constructor(private readonly papers: Papers) {}

  @Get('paper.pdf')
  paper(@IdParam() id: string): Promise<FileAnswer> {
    return this.papers.of('pdf', id);
  }

  @Get('picture.svg')
  picture(@IdParam() id: string): Promise<FileAnswer> {
    return this.papers.picture(id);
  }
}
