import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import {
  CurrentContext,
  dayOf,
  definePage,
  found,
  OpenToAll,
  type Page,
  seeOther,
  type SeeOther,
  textOf,
  TooMany,
  type RequestContext,
} from '../../../platform/index.js';
import { keptUntil } from '../../core/index.js';
import { type CertificatePageModel, stepsView, type StepView } from '../../register/index.js';
import { CheckOnPage } from '../actions/check-on-page.js';
import { MakeReceipt } from '../actions/make-receipt.js';
import { OpenReceipt } from '../actions/open-receipt.js';
import { VerificationLimits } from '../actions/verification-limits.js';
import { VerifyCertificate } from '../actions/verify-certificate.js';
import { CertificateDisplay } from './certificate-display.js';
import { type VerdictView, verdictView } from './verdict.page.js';

export interface ReceiptPage {
  readonly reference: string;
  readonly at: number;
  /** The answer that was given then. */
  readonly verdict: VerdictView;
  /** What holds now; `null` where the answer was about no certificate. */
  readonly now: VerdictView | null;
  readonly lookedUpAt: number;
  readonly steps: readonly StepView[];
  readonly certificate: CertificatePageModel | null;
  /** Nothing may be shown of the certificate, and `now` does not say why. */
  readonly hidden: boolean;
  readonly fingerprint: string | null;
  /** Name, size and root hash of the log, from its checkpoint. */
  readonly checkpoint: string | null;
  /** A day. */
  readonly keptUntil: string;
}

const page = definePage<ReceiptPage>('certifications/verification/receipt');

const newReceiptPage = definePage<{ readonly token: string; readonly certificate: CertificatePageModel }>(
  'certifications/verification/receipt-new',
);

/** A stored verdict, to print and to look up again. */
@Controller('verify/receipts')
@OpenToAll()
export class ReceiptController {
  constructor(
    private readonly open: OpenReceipt,
    private readonly verify: VerifyCertificate,
    private readonly limits: VerificationLimits,
    private readonly receipts: MakeReceipt,
    private readonly checks: CheckOnPage,
    private readonly showing: CertificateDisplay,
  ) {}

  /** A separate page, so that the certificate's page needs neither form nor cookie. */
  @Get('new')
  @Header('x-robots-tag', 'noindex')
  async newReceipt(@CurrentContext() context: RequestContext, @Query('token') token: unknown): Promise<Page> {
    const { certificate } = await this.verify.byToken(textOf(token));
    return newReceiptPage({
      token: textOf(token),
      certificate: found(await this.showing.of(certificate?.id ?? null, 'address', context.translator)),
    });
  }

  @Post()
  async make(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<SeeOther> {
    const tooOften = await this.limits.lookUp(context.ip);
    if (tooOften) throw new TooMany(Number(tooOften.data.minutes) * 60);
    const verification = await this.verify.byToken(textOf((body as { token?: unknown } | null)?.token));
    found(verification.certificate);
    const { reference } = await this.receipts.execute('page', await this.checks.keep(context.actor, verification));
    return seeOther(`/verify/receipts/${reference}`);
  }

  @Get(':reference')
  @Header('x-robots-tag', 'noindex')
  async show(@CurrentContext() context: RequestContext, @Param('reference') typed: string): Promise<Page> {
    const { reference, at, verdict, checks, certificateId, fingerprint, checkpoint } = found(
      await this.open.execute(typed),
    );
    const { translator, at: lookedUpAt } = context;
    const { now, certificate, hidden } = await this.showing.now({ verdict, certificateId }, translator);
    return page({
      reference,
      at,
      verdict: verdictView({ verdict, checks }, null, translator),
      now,
      lookedUpAt,
      steps: stepsView(checks, translator),
      certificate,
      hidden,
      fingerprint,
      checkpoint: checkpoint?.split('\n\n')[0]?.trim() ?? null,
      keptUntil: dayOf(keptUntil('receipts', at)),
    });
  }
}
