import { Body, Controller, Get, Header, Headers, Post, Query } from '@nestjs/common';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  flash,
  OpenToAll,
  type Page,
  readForm,
  refuse,
  seeOther,
  type SeeOther,
  textOf,
  withoutZeroWidth,
  type RequestContext,
  answerAct,
  answerForm,
  refused,
  type Refusal,
  type Refused,
} from '../../../platform/index.js';
import { coarseClient, RecordView } from '../../register/index.js';
import { CheckOnPage } from '../actions/check-on-page.js';
import { VerificationLimits } from '../actions/verification-limits.js';
import { VerifyCertificate } from '../actions/verify-certificate.js';
import type { VerificationRefusalCode } from '../domain/refusals.js';
import type { Withheld } from '../domain/try-limits.js';
import { FileForm, VerificationForm } from './verification.form.js';

/** Both forms on one page: number and name, or a file. */
export const verificationPage = definePage<{
  readonly form: FormView<VerificationForm>;
  readonly fileForm: FormView<FileForm>;
}>('certifications/verification/new');
/** People may paste a certificate's address instead of its number. */
const ADDRESS = /\/(c|s)\/([\w-]{20,60})/;
/** Or only the token at its end. */
const TOKEN = /^(?=.*[a-z])[\w-]{27}$/;
/** A number that was typed in groups may be as long as a token; only with a number is a name typed as well. */
const GROUPS = /^\w+(?:-\w+){3,}$/;

const WITHHELD_REFUSALS = {
  number: 'tooManyNames',
  name: 'tooManyNumbers',
  misses: 'tooManyMisses',
} as const satisfies Readonly<Record<Withheld, VerificationRefusalCode>>;

const THROTTLES: ReadonlySet<string> = new Set<VerificationRefusalCode>([
  'tooManyVerifications',
  ...Object.values(WITHHELD_REFUSALS),
]);

/** Uses POST: a name must not be part of an address, which logs and browser histories keep. */
@Controller('verify')
@OpenToAll()
export class VerificationController {
  constructor(
    private readonly verify: VerifyCertificate,
    private readonly limits: VerificationLimits,
    private readonly recordLook: RecordView,
    private readonly checks: CheckOnPage,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @Query('number') number: unknown): Page {
    return both(
      formView(VerificationForm, context.translator, { typed: { number: textOf(number).slice(0, 200), name: '' } }),
      context,
    );
  }

  @Post()
  @Header('x-robots-tag', 'noindex')
  async check(
    @CurrentContext() context: RequestContext,
    @Body() body: unknown,
    @Headers('user-agent') agent?: string,
  ): Promise<Page | SeeOther> {
    const typed = body as { number?: unknown; name?: unknown } | null;
    const address = addressIn(pasted(typed?.number), pasted(typed?.name) !== '');
    if (address)
      return answerAct(await this.open(context, address), {
        done: () => seeOther(address),
        again: (refusals) =>
          both(
            formView(VerificationForm, context.translator, {
              typed: { number: textOf(typed?.number).slice(0, 200), name: '' },
              refusals,
            }),
            context,
            refusals,
          ),
      });
    return answerForm(readForm(VerificationForm, body, this.clock.today()), {
      act: (form) => this.find(context, form, agent),
      done: ({ token }) => seeOther(`/c/${token}`, flash('verification.agrees')),
      again: (filling) => both(formView(VerificationForm, context.translator, filling), context, filling.refusals),
    });
  }

  private async find(
    context: RequestContext,
    row: VerificationForm,
    agent?: string,
  ): Promise<{ readonly token: string } | Refused<VerificationRefusalCode>> {
    const result = await this.verify.byNumber(row);
    const tooOften = result.slip ? null : await this.limits.lookUp(context.ip);
    if (tooOften) return refused(tooOften);
    const {
      verification: { slip, certificate, verdict },
      withheld,
      kept,
    } = await this.checks.answer(context.actor, { row, verification: result }, context.ip);
    if (!certificate)
      return refused(
        slip ??
          (withheld
            ? refuse(WITHHELD_REFUSALS[withheld])
            : refuse(verdict === 'couldNotCheck' ? 'certificateUnchecked' : 'certificateNotMatched')),
      );
    if (!kept)
      await this.recordLook.execute(context.actor, {
        certificateId: certificate.id,
        way: 'numberAndName',
        shareLinkId: null,
        client: coarseClient(agent ?? ''),
      });
    return certificate;
  }

  /** Opening an address costs nothing; recording it does, so it is limited like looking up a number. */
  private async open(
    { actor, ip }: RequestContext,
    address: string,
  ): Promise<Refused<VerificationRefusalCode> | { readonly address: string }> {
    const [, way, token = ''] = address.split('/');
    if (way !== 'c' || !(await this.checks.keepsAddresses(actor))) return { address };
    const tooOften = await this.limits.lookUp(ip);
    if (tooOften) return refused(tooOften);
    await this.checks.keepAddress(actor, token);
    return { address };
  }
}

function addressIn(typed: string, hasName: boolean): string | null {
  const address = ADDRESS.exec(typed);
  if (address) return `/${address[1]}/${address[2]}`;
  const isNumber = hasName && GROUPS.test(typed);
  return TOKEN.test(typed) && !isNumber ? `/c/${typed}` : null;
}

const pasted = (sent: unknown): string => withoutZeroWidth(textOf(sent)).trim();

function both(form: FormView<VerificationForm>, context: RequestContext, refusals: readonly Refusal[] = []): Page {
  const isThrottled = refusals.some(({ code }) => THROTTLES.has(code));
  return verificationPage({ form, fileForm: formView(FileForm, context.translator) }, isThrottled ? 429 : undefined);
}
