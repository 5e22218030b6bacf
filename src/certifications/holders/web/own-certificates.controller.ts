import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type Page,
  ReadDatabase,
  type RequestContext,
} from '../../../platform/index.js';
import { certificatesOfAccount } from '../../core/index.js';
import { Printing } from '../../documents/index.js';
import { type CertificatePageModel, certificateView, OpenCertificates } from '../../register/index.js';

export interface OwnCertificatesPage {
  readonly certificates: readonly (CertificatePageModel & {
    readonly id: string;
    readonly hidden: boolean;
    readonly address: string;
  })[];
  /** Ids of certificates with altered records. */
  readonly unchecked: readonly string[];
}

const page = definePage<OwnCertificatesPage>('certifications/holders/own/index');

@Controller('my/certificates')
@Requires('trainee.self')
export class OwnCertificatesController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly printing: Printing,
    private readonly open: OpenCertificates,
  ) {}

  @Get()
  async list(@CurrentContext() { actor, translator }: RequestContext): Promise<Page> {
    const ids = await certificatesOfAccount(this.reads.query, actor.id ?? '');
    const opened = await this.open.execute(ids);
    const own = ids.flatMap((id) => opened.get(id)?.shown ?? []);
    const today = this.clock.today();
    return page({
      unchecked: ids.filter((id) => !opened.get(id)?.shown),
      certificates: own.map(({ certificate, events }) => ({
        ...certificateView({ certificate, events, today, translator }),
        id: certificate.id,
        hidden: certificate.hidden,
        address: this.printing.addressOf(certificate.token),
      })),
    });
  }
}
