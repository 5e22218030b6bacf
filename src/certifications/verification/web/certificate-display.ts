import { Injectable } from '@nestjs/common';
import { Clock, type Translator } from '../../../platform/index.js';
import { shownTo, showsFacts } from '../../core/index.js';
import { type CertificatePageModel, certificateView, OpenCertificates } from '../../register/index.js';

/** A certificate as a verifier may see it today. */
@Injectable()
export class CertificateDisplay {
  constructor(
    private readonly clock: Clock,
    private readonly open: OpenCertificates,
  ) {}

  /**
   * `null` if there is none, if it is hidden on this way, or if its record was altered.
   */
  async of(id: string | null, way: 'address' | 'copy', translator: Translator): Promise<CertificatePageModel | null> {
    const shown = id === null ? null : (await this.open.byId(id))?.shown;
    if (!shown || !showsFacts(shownTo({ way }, shown.certificate))) return null;
    return certificateView({ ...shown, today: this.clock.today(), translator });
  }
}
