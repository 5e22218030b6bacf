import type { CertificateFacts } from '../../core/index.js';

/** Address of LinkedIn's form for adding a certification, filled in. */
export function linkedInAddress({
  facts,
  address,
  language,
}: {
  readonly facts: CertificateFacts;
  readonly address: string;
  readonly language: string;
}): string {
  const english = language === 'en';
  const [year = '', month = ''] = facts.issuedOn.split('-');
  const [untilYear, untilMonth] = facts.expiresOn?.split('-') ?? [];
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: english ? facts.achievement.nameEn : facts.achievement.nameZh,
    organizationName: english ? facts.issuer.nameEn : facts.issuer.nameZh,
    issueYear: year,
    issueMonth: String(Number(month)),
    ...(untilYear && untilMonth ? { expirationYear: untilYear, expirationMonth: String(Number(untilMonth)) } : {}),
    certId: facts.number,
    certUrl: address,
  });
  return `https://www.linkedin.com/profile/add?${query.toString()}`;
}
