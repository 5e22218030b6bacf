import { Controller, Get, Header, Headers, Param } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FileAnswer,
  found,
  OpenToAll,
  type Page,
  type RequestContext,
  REVALIDATED,
} from '../../../platform/index.js';
import { inOrderOfSteps } from '../../binding/index.js';
import { type Check, shownTo, showsFacts, showsFiles } from '../../core/index.js';
import { Printing } from '../../documents/index.js';
import { OpenCertificate } from '../actions/open-certificate.js';
import type { ShownCertificate } from '../data/shown-certificate.js';
import { certificateChecks } from '../domain/index.js';
import { CertificateFiles } from './certificate-files.js';
import { type CertificatePageModel, certificateView } from './certificate.page.js';
import { hiddenPage } from './hidden-certificate.js';
import { linkedInAddress } from './keeping.js';
import { requestedKind } from './negotiation.js';
import { type StepView, stepsView } from './steps.page.js';

export interface CertificatePage extends CertificatePageModel {
  readonly address: string;
  readonly linkedIn: string;
  readonly checkedAt: number;
  readonly steps: readonly StepView[];
}

interface UncheckedPage {
  readonly steps: readonly StepView[];
  readonly checkedAt: number;
}

const page = definePage<CertificatePage>('certifications/register/certificate/show');
const uncheckedPage = definePage<UncheckedPage>('certifications/register/certificate/unchecked');
const BRIEFLY = 'public, max-age=300';

/**
 * The page that the QR code opens; the address is printed and must work for ever. Whoever has it may see everything
 * that is on the certificate.
 */
@Controller('c')
@OpenToAll()
export class CertificateController {
  constructor(
    private readonly clock: Clock,
    private readonly printing: Printing,
    private readonly files: CertificateFiles,
    private readonly open: OpenCertificate,
  ) {}

  @Get(':token.svg')
  async picture(@Param('token') token: string): Promise<FileAnswer> {
    return this.files.picture(await this.shown(token), REVALIDATED);
  }

  @Get(':token')
  @Header('x-robots-tag', 'noindex')
  @Header('vary', 'accept, cookie, accept-language')
  async show(
    @CurrentContext() context: RequestContext,
    @Param('token') token: string,
    @Headers('accept') accept: string | undefined,
  ): Promise<Page | FileAnswer> {
    const kind = requestedKind(accept);
    if (kind !== 'page') return this.files.file(kind, await this.shown(token), BRIEFLY);
    const opened = found(await this.open.execute(token));
    const checks = certificateChecks(opened, this.clock.today());
    if (!opened.shown) return this.unchecked(checks, context);
    const { certificate, events } = opened.shown;
    const sight = shownTo({ way: 'address' }, certificate);
    if (!showsFacts(sight))
      return hiddenPage(certificate, { events, revoked: sight === 'revocation', at: this.clock.now() });
    const view = certificateView({ certificate, events, today: this.clock.today(), translator: context.translator });
    const steps = stepsView(inOrderOfSteps(checks), context.translator);
    const address = this.printing.addressOf(certificate.token);
    const linkedIn = linkedInAddress({ facts: certificate.facts, address, language: context.language });
    return page({ ...view, address, linkedIn, checkedAt: this.clock.now(), steps });
  }

  /** Shows nothing of the record: which part was altered is unknown here. */
  private unchecked(checks: readonly Check[], { translator }: RequestContext): Page {
    return uncheckedPage({
      steps: stepsView(checks, translator),
      checkedAt: this.clock.now(),
    });
  }

  /**
   * Files of hidden or altered certificates are answered with 404, like unknown ones.
   */
  private async shown(token: string): Promise<ShownCertificate> {
    const { shown } = found(await this.open.execute(token));
    return found(shown && showsFiles(shownTo({ way: 'address' }, shown.certificate)) ? shown : null);
  }
}
