import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { type FileAnswer, IdParam } from '../../../platform/index.js';
import { OwnDocuments } from './own-documents.js';

/** Certificate documents for the office, whether hidden or not. */
@Controller('office/certificates/:id')
@Requires('certificate.manage')
export class OfficeDocumentsController {
  constructor(private readonly papers: OwnDocuments) {}

  @Get('paper.pdf')
  paper(@IdParam() id: string): Promise<FileAnswer> {
    return this.papers.file('pdf', id);
  }

  @Get('picture.svg')
  picture(@IdParam() id: string): Promise<FileAnswer> {
    return this.papers.picture(id);
  }
}
