import { Injectable } from '@nestjs/common';
import { Clock, Reads, type Speaker } from '../../../platform/index.js';
import { CheckRegister, isInOrder } from '../../binding/index.js';
import { certificateById, eventsOf, shownTo, showsFacts } from '../../core/index.js';
import { type CertificatePageModel, certificateView } from '../../register/index.js';

/** A certificate as a verifier may see it today. */
@Injectable()
export class Showing {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly register: CheckRegister,
  ) {}

  /**
   * `null` for none, for one that is hidden from those who come this way, and for one whose
   * record is not as it was issued.
   */
  async of(id: string | null, way: 'address' | 'copy', speaker: Speaker): Promise<CertificatePageModel | null> {
    const certificate = id === null ? null : await certificateById((query) => this.reads.all(query), id);
    if (!certificate || !showsFacts(shownTo({ way }, certificate))) return null;
    if (!isInOrder(await this.register.of(certificate.id))) return null;
    const events = await eventsOf((query) => this.reads.all(query), certificate.id);
    return certificateView({ certificate, events, today: this.clock.today(), speaker });
  }
}
