import { Controller, Get, Param } from '@nestjs/common';
import { type FileAnswer, found, OpenToAll, Reads } from '../../platform/index.js';
import { CheckRegister } from '../actions/binding/check-register.js';
import { certificateByToken, eventsOf } from '../data/certificates.js';
import type { CertificateForm } from '../domain/forms.js';
import { isInOrder } from '../domain/register-check.js';
import { shownTo, showsFiles } from '../domain/visibility.js';
import { CertificateFiles, FileForStrangers } from './certificate-files.js';

const BRIEFLY = 'public, max-age=300';

/** A certificate's documents for machines, wallets and those who keep them. */
@Controller('c')
@OpenToAll()
export class CertificateFormsController {
  constructor(private readonly reads: Reads, private readonly files: CertificateFiles, private readonly register: CheckRegister) {}

  @Get(':token.pdf')
  @FileForStrangers()
  pdf(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'pdf');
  }

  @Get(':token.json')
  @FileForStrangers()
  json(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'json');
  }

  @Get(':token.jwt')
  @FileForStrangers()
  jwt(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'jwt');
  }

  @Get(':token.png')
  @FileForStrangers()
  png(@Param('token') token: string): Promise<FileAnswer> {
    return this.form(token, 'png');
  }

  /** The files of a hidden certificate, and of one whose record is not as it was issued, are answered like those of none. */
  private async form(token: string, form: CertificateForm): Promise<FileAnswer> {
    const ask = this.reads.all.bind(this.reads);
    const certificate = found(await certificateByToken(ask, token));
    const isShown = showsFiles(shownTo({ way: 'address' }, certificate)) && isInOrder(await this.register.of(certificate.id));
    const shown = found(isShown ? certificate : null);
    return this.files.of(form, { certificate: shown, events: await eventsOf(ask, shown.id) }, BRIEFLY);
  }
}
