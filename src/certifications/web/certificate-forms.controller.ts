import { Controller, Get, Header, Param } from '@nestjs/common';
import { type FileAnswer, found, OpenToAll, Reads } from '../../platform/index.js';
import { certificateByToken } from '../data/certificates.js';
import type { CertificateForm } from '../domain/forms.js';
import { shownTo, showsFiles } from '../domain/visibility.js';
import { CertificateFiles } from './certificate-files.js';

const BRIEFLY = 'public, max-age=300';

/** A certificate's documents for machines, wallets and those who keep them; any page may fetch them. */
@Controller('c')
@OpenToAll()
export class CertificateFormsController {
  constructor(private readonly reads: Reads, private readonly files: CertificateFiles) {}

  @Get(':token.json')
  @Header('access-control-allow-origin', '*')
  json(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'json');
  }

  @Get(':token.jwt')
  @Header('access-control-allow-origin', '*')
  jwt(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'jwt');
  }

  @Get(':token.png')
  @Header('access-control-allow-origin', '*')
  png(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'png');
  }

  /** The files of a hidden certificate are answered like those of none. */
  private async form(token: string, form: CertificateForm): Promise<FileAnswer> {
    const certificate = found(await certificateByToken((query) => this.reads.all(query), token));
    return this.files.form(found(showsFiles(shownTo({ way: 'address' }, certificate)) ? certificate.id : null), form, BRIEFLY);
  }
}
