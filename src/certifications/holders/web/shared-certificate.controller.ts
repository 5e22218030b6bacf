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
} from '../../../platform/index.js';
import { registerChecks } from '../../binding/index.js';
import { showsFacts, showsFiles } from '../../core/index.js';
import {
  CertificateFiles,
  type CertificatePageModel,
  certificateView,
  coarseClient,
  RecordView,
  stepsView,
  type StepView,
} from '../../register/index.js';
import { OpenShareLink } from '../actions/open-share-link.js';

export interface SharedPage extends CertificatePageModel {
  readonly secret: string;
  readonly expiresAt: number;
  readonly checkedAt: number;
  readonly withFacts: boolean;
  readonly withFiles: boolean;
}

export interface EndedPage {
  readonly state: 'expired' | 'revoked';
  readonly expiresAt: number;
}

const shared = definePage<SharedPage>('certifications/holders/share/show');
const ended = definePage<EndedPage>('certifications/holders/share/ended');
const unchecked = definePage<{ readonly steps: readonly StepView[]; readonly checkedAt: number }>(
  'certifications/register/certificate/unchecked',
);
const GONE = 410;

/** The page that an open share link shows. */
@Controller('s')
@OpenToAll()
export class SharedCertificateController {
  constructor(
    private readonly open: OpenShareLink,
    private readonly looks: RecordView,
    private readonly files: CertificateFiles,
    private readonly clock: Clock,
  ) {}

  /** Part of the page, so not a view of its own; 404 if the link has ended or shows no files. */
  @Get(':secret.svg')
  async picture(@Param('secret') secret: string): Promise<FileAnswer> {
    const { certificate, events, sight } = found(await this.open.execute(secret));
    return this.files.picture({ certificate: found(showsFiles(sight) ? certificate : null), events });
  }

  @Get(':secret')
  @Header('x-robots-tag', 'noindex')
  @Header('referrer-policy', 'no-referrer')
  async show(
    @CurrentContext() context: RequestContext,
    @Param('secret') secret: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<Page> {
    const { link, state, certificate, events, sight, answer } = found(await this.open.execute(secret));
    if (answer && !certificate)
      return unchecked({
        steps: stepsView(registerChecks(answer), context.translator),
        checkedAt: this.clock.now(),
      });
    if (!certificate || state !== 'open')
      return ended({ state: state === 'revoked' ? 'revoked' : 'expired', expiresAt: link.expiresAt }, GONE);
    await this.looks.execute(
      context.actor,
      { certificateId: certificate.id, way: 'link', shareLinkId: link.id, client: coarseClient(agent ?? '') },
      `${context.ip} page`,
    );
    const withFacts = showsFacts(sight);
    const view = certificateView({
      // With its number and the name here, anybody would find the new certificate.
      certificate: withFacts ? certificate : { ...certificate, replacedBy: null },
      events,
      today: this.clock.today(),
      translator: context.translator,
    });
    return shared({
      ...view,
      secret,
      expiresAt: link.expiresAt,
      checkedAt: this.clock.now(),
      withFacts,
      withFiles: showsFiles(sight),
    });
  }
}
