import { Controller, Get, Header, Headers, Param } from '@nestjs/common';
import { Clock, CurrentVisit, definePage, type FileAnswer, found, OpenToAll, type Page, Reads, type Visit } from '../../platform/index.js';
import { certificateByToken, type CertificateRow, type EventRow, eventsOf } from '../data/certificates.js';
import { shownTo, showsFacts, showsFiles } from '../domain/visibility.js';
import { Printing } from '../paper/printing.js';
import { ok, standingOn } from '../domain/verdict.js';
import { CertificateFiles } from './certificate-files.js';
import { linkedInAddress } from './keeping.js';
import { formAsked } from './negotiation.js';
import { hiddenPage } from './hidden-certificate.js';
import { type CertificateView, certificateView } from './certificate-view.js';
import { type StepView, stepsView } from './steps-view.js';

interface CertificatePage extends CertificateView {
  readonly address: string;
  readonly linkedIn: string;
  readonly checkedAt: number;
  readonly steps: readonly StepView[];
}

const page = definePage<CertificatePage>('certifications/certificate/show');
const BRIEFLY = 'public, max-age=300';

/** What the QR code opens: printed on paper for ever. Whoever holds the address may see everything that the paper says. */
@Controller('c')
@OpenToAll()
export class CertificateController {
  constructor(private readonly reads: Reads, private readonly clock: Clock, private readonly printing: Printing, private readonly files: CertificateFiles) {}

  @Get(':token.svg')
  async picture(@Param('token') token: string): Promise<FileAnswer> {
    return this.files.picture(await this.shown(token), BRIEFLY);
  }

  @Get(':token')
  @Header('x-robots-tag', 'noindex')
  @Header('vary', 'accept, cookie, accept-language')
  async show(@CurrentVisit() visit: Visit, @Param('token') token: string, @Headers('accept') accept: string | undefined): Promise<Page | FileAnswer> {
    const form = formAsked(accept);
    if (form !== 'page') return this.files.of(form, await this.shown(token), BRIEFLY);
    const { certificate, events } = await this.known(token);
    const sight = shownTo({ way: 'address' }, certificate);
    if (!showsFacts(sight)) return hiddenPage(certificate, { events, revoked: sight === 'revocation', at: this.clock.now() });
    const view = certificateView({ certificate, events, today: this.clock.today(), speaker: visit.speaker });
    const steps = stepsView([ok('register'), ...standingOn(this.clock.today(), certificate)], visit.speaker);
    const address = this.printing.addressOf(certificate.token);
    const linkedIn = linkedInAddress({ facts: certificate.facts, address, language: visit.language });
    return page({ ...view, address, linkedIn, checkedAt: this.clock.now(), steps });
  }

  /** The files of a hidden certificate are answered like those of none. */
  private async shown(token: string): Promise<{ certificate: CertificateRow; events: EventRow[] }> {
    const known = await this.known(token);
    return found(showsFiles(shownTo({ way: 'address' }, known.certificate)) ? known : null);
  }

  private async known(token: string): Promise<{ certificate: CertificateRow; events: EventRow[] }> {
    const certificate = found(await certificateByToken((query) => this.reads.all(query), token));
    return { certificate, events: await eventsOf((query) => this.reads.all(query), certificate.id) };
  }
}
