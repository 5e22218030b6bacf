import { Injectable } from '@nestjs/common';
import { Clock, type Translator } from '../../../platform/index.js';
import { shownTo, showsFacts, type VerificationVerdict } from '../../core/index.js';
import { type CertificatePageModel, certificateView, OpenCertificates } from '../../register/index.js';
import { type ReceiptNow, receiptNow } from './receipt-now.js';

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

  /** What holds today of an answer that was given before. */
  async now(
    { verdict, certificateId }: { readonly verdict: VerificationVerdict; readonly certificateId: string | null },
    translator: Translator,
  ): Promise<ReceiptNow> {
    const opened = certificateId === null ? null : await this.open.byId(certificateId);
    return receiptNow({ verdict, opened, today: this.clock.today(), translator });
  }
}
