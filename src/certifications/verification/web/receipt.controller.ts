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
import { Showing } from './showing.js';
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
  /** The log's name, size and root, as its checkpoint says them. */
  readonly checkpoint: string | null;
  /** A day. */
  readonly keptUntil: string;
}

const page = definePage<ReceiptPage>('certifications/verification/receipt');

const askPage = definePage<{ readonly token: string; readonly certificate: CertificatePageModel }>(
  'certifications/verification/receipt-new',
);

/** What was told, to print and to look up again. */
@Controller('verify/receipts')
@OpenToAll()
export class ReceiptController {
  constructor(
    private readonly open: OpenReceipt,
    private readonly verify: VerifyCertificate,
    private readonly limits: VerificationLimits,
    private readonly receipts: MakeReceipt,
    private readonly checks: CheckOnPage,
    private readonly showing: Showing,
  ) {}

  /** A step of its own, so that the certificate's page needs neither form nor cookie. */
  @Get('new')
  @Header('x-robots-tag', 'noindex')
  async ask(@CurrentContext() context: RequestContext, @Query('token') token: unknown): Promise<Page> {
    const { certificate } = await this.verify.byToken(textOf(token));
    return askPage({
      token: textOf(token),
      certificate: found(await this.showing.of(certificate?.id ?? null, 'address', context.translator)),
    });
  }

  @Post()
  async make(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<SeeOther> {
    const tooOften = await this.limits.lookUp(context.ip);
    if (tooOften) throw new TooMany(Number(tooOften.data.minutes) * 60);
    const looked = await this.verify.byToken(textOf((body as { token?: unknown } | null)?.token));
    found(looked.certificate);
    const { reference } = await this.receipts.execute('page', await this.checks.keep(context.actor, looked));
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
