import { Module, type OnModuleInit } from '@nestjs/common';
import { CohortsModule } from '../cohorts/index.js';
import { CoursesModule } from '../courses/index.js';
import { EmployersModule } from '../employers/index.js';
import { AN_HOUR, Ticker } from '../platform/index.js';
import { bindingProviders, BindOutcomes } from './binding/index.js';
import { documentProviders, Printing } from './documents/index.js';
import { holderControllers, holderProviders } from './holders/index.js';
import { integrityProviders } from './integrity/index.js';
import { issuerControllers, IssuerKeys, issuerProviders } from './issuer/index.js';
import { IssueCertificates, issuingControllers, issuingProviders, SignCertificates } from './issuing/index.js';
import {
  lifecycleControllers,
  lifecycleProviders,
  ReissueCertificate,
  RemindOfExpiry,
  RenewCertificate,
  RevokeCertificate,
} from './lifecycle/index.js';
import { logControllers, logProviders } from './log/index.js';
import {
  CertificatesOfTrainees,
  PrerequisitesByCertificates,
  registerControllers,
  registerProviders,
} from './register/index.js';
import { CertifiedAchievements, templateControllers, templateProviders } from './templates/index.js';
import { verificationControllers, verificationProviders, VerifyCertificate } from './verification/index.js';
import { webhookControllers, webhookProviders } from './webhooks/index.js';

/** Certificates: issued once, frozen, revoked or replaced in the open, verified by strangers. */
@Module({
  imports: [CohortsModule, CoursesModule, EmployersModule],
  controllers: [
    ...logControllers,
    ...templateControllers,
    ...issuerControllers,
    ...registerControllers,
    ...issuingControllers,
    ...lifecycleControllers,
    ...holderControllers,
    ...webhookControllers,
    ...verificationControllers,
  ],
  providers: [
    ...logProviders,
    ...bindingProviders,
    ...documentProviders,
    ...templateProviders,
    ...issuerProviders,
    ...registerProviders,
    ...issuingProviders,
    ...lifecycleProviders,
    ...holderProviders,
    ...webhookProviders,
    ...verificationProviders,
    ...integrityProviders,
  ],
  exports: [
    BindOutcomes,
    SignCertificates,
    IssuerKeys,
    VerifyCertificate,
    Printing,
    IssueCertificates,
    RevokeCertificate,
    ReissueCertificate,
    CertifiedAchievements,
    CertificatesOfTrainees,
    PrerequisitesByCertificates,
    RenewCertificate,
  ],
})
export class CertificationsModule implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly remind: RemindOfExpiry,
  ) {}

  onModuleInit(): void {
    const { remind } = this;
    this.ticker.every({
      name: 'expiry-reminders',
      every: AN_HOUR,
      due: () => remind.isDue(),
      work: (turn) => remind.execute(turn),
    });
  }
}
