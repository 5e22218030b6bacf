import { Controller, Get, Param } from '@nestjs/common';
import { type FileAnswer, found, OpenToAll } from '../../../platform/index.js';
import { type DocumentKind, shownTo, showsFiles } from '../../core/index.js';
import { OpenCertificate } from '../actions/open-certificate.js';
import { CertificateFiles, ExternalFile } from './certificate-files.js';

const BRIEFLY = 'public, max-age=300';

/** Downloads of a certificate's documents. */
@Controller('c')
@OpenToAll()
export class CertificateDocumentsController {
  constructor(
    private readonly open: OpenCertificate,
    private readonly files: CertificateFiles,
  ) {}

  @Get(':token.pdf')
  @ExternalFile()
  pdf(@Param('token') token: string): Promise<FileAnswer> {
    return this.document(token, 'pdf');
  }

  @Get(':token.json')
  @ExternalFile()
  json(@Param('token') token: string): Promise<FileAnswer> {
    return this.document(token, 'json');
  }

  @Get(':token.jwt')
  @ExternalFile()
  jwt(@Param('token') token: string): Promise<FileAnswer> {
    return this.document(token, 'jwt');
  }

  @Get(':token.png')
  @ExternalFile()
  png(@Param('token') token: string): Promise<FileAnswer> {
    return this.document(token, 'png');
  }

  /**
   * Files of hidden or altered certificates are answered with 404, like unknown ones.
   */
  private async document(token: string, kind: DocumentKind): Promise<FileAnswer> {
    const { shown } = found(await this.open.execute(token));
    return this.files.file(
      kind,
      found(shown && showsFiles(shownTo({ way: 'address' }, shown.certificate)) ? shown : null),
      BRIEFLY,
    );
  }
}
