import { Body, Controller, Header, Post } from '@nestjs/common';
import {
  CurrentContext,
  definePage,
  fileOf,
  type FormView,
  formView,
  OpenToAll,
  type Page,
  refuse,
  type Refusal,
  TakesFiles,
  type RequestContext,
  answerAct,
  refused,
  type Refused,
  type SentFile,
} from '../../../platform/index.js';
import type { Verification } from '../../core/index.js';
import { type CertificatePageModel, stepsView, type StepView } from '../../register/index.js';
import { CheckOnPage } from '../actions/check-on-page.js';
import { MakeReceipt } from '../actions/make-receipt.js';
import { VerificationLimits } from '../actions/verification-limits.js';
import { VerifyCertificate } from '../actions/verify-certificate.js';
import { FileForm, VerificationForm } from './verification.form.js';
import { CertificateDisplay } from './certificate-display.js';
import { type VerdictView, verdictView } from './verdict.page.js';
import { verificationPage } from './verification.controller.js';

export interface FileVerdictPage {
  readonly verdict: VerdictView;
  readonly steps: readonly StepView[];
  readonly certificate: CertificatePageModel | null;
  readonly foreign: Verification['foreign'];
  readonly form: string | null;
  readonly fingerprint: string;
  readonly reference: string;
  readonly checkedAt: number;
}

const page = definePage<FileVerdictPage>('certifications/verification/file');

/** Anybody may upload a certificate file. It is checked in memory and not stored. */
@Controller('verify/file')
@OpenToAll()
export class FileVerificationController {
  constructor(
    private readonly verify: VerifyCertificate,
    private readonly limits: VerificationLimits,
    private readonly receipts: MakeReceipt,
    private readonly checks: CheckOnPage,
    private readonly showing: CertificateDisplay,
  ) {}

  @Post()
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  @Header('x-robots-tag', 'noindex')
  async check(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page> {
    const sent = fileOf((body as { file?: unknown } | null)?.file);
    return answerAct(await this.verified(sent, context), {
      done: async (checked) => {
        const kept = await this.checks.keep(context.actor, checked);
        const { reference, at, verification } = await this.receipts.execute('file', kept);
        const certificate = await this.showing.of(verification.certificate?.id ?? null, 'copy', context.translator);
        return page({
          verdict: verdictView(verification, certificate, context.translator),
          steps: stepsView(verification.checks, context.translator),
          certificate,
          foreign: verification.foreign,
          form: verification.file?.form?.toUpperCase() ?? null,
          fingerprint: verification.file?.sha256 ?? '',
          reference,
          checkedAt: at,
        });
      },
      again: (refusals) => failed(context, refusals, sent ? 429 : undefined),
    });
  }

  private async verified(sent: SentFile | null, { actor, ip }: RequestContext): Promise<Verification | Refused> {
    if (!sent) return refused(refuse('fileNeeded', {}, 'file'));
    const tooOften = await this.limits.file(ip);
    return tooOften ? refused(tooOften) : this.verify.byFile(await sent.toBuffer(), actor.id ?? ip);
  }
}

function failed(context: RequestContext, refusals: readonly Refusal[], status?: number): Page {
  const fileForm: FormView<FileForm> = formView(FileForm, context.translator, { refusals });
  return verificationPage({ form: formView(VerificationForm, context.translator), fileForm }, status);
}
