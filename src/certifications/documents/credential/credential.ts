import type { AchievementLevel, CertificateFacts, PictureKey } from '../../core/domain/index.js';
import { dayBegins, dayEnds, secondsOf } from './instants.js';
import { identities, levelOf, resultsOf } from './subject.js';

/** What a credential needs beside the certificate's facts. */
export interface CredentialOrigin {
  readonly did: string;
  /** No trailing slash. */
  readonly publicUrl: string;
  /** The certificate's address is the credential's id. */
  readonly token: string;
  /** `urn:uuid:…`, random for each certificate. */
  readonly subjectId: string;
  /** Where its bit stands; the list is served at `/status/<list>`. */
  readonly status: { readonly list: number; readonly index: number };
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  /** Where a picture can be seen; left out: the credential names none. */
  readonly pictureUrl?: (picture: string) => string;
}

/** A credential before (or after) it is signed: plain JSON. */
export type Credential = Readonly<Record<string, unknown>>;

export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const;
const SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
};

/**
 * The Open Badges 3.0 credential of a certificate, unsigned:
 * the same facts as on its paper, both languages in each text.
 */
export function credentialOf(facts: CertificateFacts, making: CredentialOrigin): Credential {
  const { did, publicUrl, token, status } = making;
  const id = `${publicUrl}/c/${token}`;
  const list = statusListUrl(publicUrl, status.list);
  return {
    '@context': [...CONTEXTS],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: both(facts.achievement.nameZh, facts.achievement.nameEn),
    description: both(facts.wording.headingZh, facts.wording.headingEn),
    issuer: {
      id: did,
      type: ['Profile'],
      name: both(facts.issuer.nameZh, facts.issuer.nameEn),
      url: publicUrl,
      ...officialOf(facts),
    },
    validFrom: secondsOf(making.issuedAt),
    awardedDate: dayBegins(facts.issuedOn),
    ...(facts.expiresOn === null ? {} : { validUntil: dayEnds(facts.expiresOn) }),
    credentialSubject: subjectOf(facts, { ...making, id }),
    evidence: [evidenceOf(facts)],
    credentialStatus: {
      id: `${list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: list,
    },
    credentialSchema: [SCHEMA],
  };
}

export function statusListUrl(publicUrl: string, list: number): string {
  return `${publicUrl}/status/${list}`;
}

function subjectOf(facts: CertificateFacts, making: CredentialOrigin & { readonly id: string }): object {
  const { achievement, cohort, course } = facts;
  const { results, descriptions } = resultsOf(facts, making.id);
  return {
    id: making.subjectId,
    type: ['AchievementSubject'],
    identifier: identities(facts),
    licenseNumber: facts.number,
    term: cohort.code,
    activityStartDate: dayBegins(cohort.startsOn),
    activityEndDate: dayEnds(cohort.endsOn),
    narrative: both(facts.wording.bodyZh, facts.wording.bodyEn),
    ...(results.length > 0 ? { result: results } : {}),
    achievement: {
      id: `${making.publicUrl}/achievements/${encodeURIComponent(achievement.code)}`,
      type: ['Achievement'],
      achievementType: 'Certificate',
      name: both(achievement.nameZh, achievement.nameEn),
      description: both(course.titleZh, course.titleEn),
      humanCode: achievement.code,
      criteria: { narrative: both(achievement.criteriaZh, achievement.criteriaEn) },
      ...versionOf(achievement.version),
      ...pictureOf(achievement.picture, making.pictureUrl),
      ...tagsOf(facts),
      ...(descriptions.length > 0 ? { resultDescription: descriptions } : {}),
    },
  };
}

/** The course that was attended is the evidence: what it was, how long, when and in which run. */
function evidenceOf({ course, cohort }: CertificateFacts): object {
  return {
    type: ['Evidence'],
    genre: 'Course',
    name: both(course.titleZh, course.titleEn),
    description: `${course.code} · ${cohort.code}`,
    narrative: both(
      `${course.hours} 学时，${cohort.startsOn} 至 ${cohort.endsOn}`,
      `${course.hours} hours, ${cohort.startsOn} to ${cohort.endsOn}`,
    ),
  };
}

function officialOf({ signatories }: CertificateFacts): object {
  if (signatories.length === 0) return {};
  return {
    official: signatories
      .map((one) => both(`${one.nameZh}（${one.titleZh}）`, `${one.nameEn} (${one.titleEn})`))
      .join('; '),
  };
}

function tagsOf({ achievement }: CertificateFacts): object {
  const skills = (achievement.skills ?? []).map(({ nameZh, nameEn }) => both(nameZh, nameEn));
  const level: AchievementLevel[] = levelOf(achievement);
  const tag = [...skills, ...level];
  return tag.length > 0 ? { tag } : {};
}

function versionOf(version: number | undefined): object {
  return version === undefined ? {} : { version: String(version) };
}

function pictureOf(picture: PictureKey | undefined, urlOf: CredentialOrigin['pictureUrl']): object {
  return picture && urlOf ? { image: { id: urlOf(picture), type: 'Image' } } : {};
}

function both(zh: string, en: string): string {
  return zh === en || en === '' ? zh : `${zh} / ${en}`;
}
