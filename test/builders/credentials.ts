import type { CertificateFacts } from '../../src/certifications/index.js';
import type { CredentialOrigin } from '../../src/certifications/documents/credential/credential.js';
import type { KeyRing, PublicKey } from '../../src/certifications/documents/credential/keys/key-ring.js';
import { LogKey } from '../../src/certifications/documents/credential/keys/key-ring.js';
import { didOf, logNameOf } from '../../src/certifications/documents/credential/did.js';
import {
  type MadeKey,
  makeAssertionKey,
  makeJwtKey,
  makeLogKey,
} from '../../src/certifications/documents/credential/keys/make-keys.js';
import { instantOf } from '../../src/platform/index.js';

export const ISSUED_AT = instantOf('2026-03-02', '09:00');
export const PUBLIC_URL = 'https://academy.example';

/** A certificate with all optional facts. */
export const RICH: CertificateFacts = {
  shape: 2,
  number: 'JN-2026-00001-K',
  recipient: { name: '欧阳晓彤', latinName: 'Ouyang Xiaotong' },
  achievement: {
    code: 'CLOUD-ADMIN',
    nameZh: '云平台管理',
    nameEn: 'Cloud Administration',
    criteriaZh: '出勤八成以上，考核及格',
    criteriaEn: 'Attend four fifths and pass the assessment',
    version: 2,
    skills: [
      { nameZh: '虚拟网络', nameEn: 'Virtual networks' },
      { nameZh: '身份管理', nameEn: 'Identity' },
    ],
    level: 'associate',
    picture: null,
  },
  course: { code: 'AZ-104', titleZh: '云管理员', titleEn: 'Cloud administrator', hours: 48 },
  cohort: { code: 'AZ-104-26-01', startsOn: '2026-01-05', endsOn: '2026-02-27' },
  issuer: { nameZh: '济南信息技术学院', nameEn: 'Jinan IT Academy' },
  issuedOn: '2026-03-02',
  expiresOn: '2029-03-01',
  wording: {
    headingZh: '结业证书',
    headingEn: 'Certificate',
    leadZh: '兹证明',
    leadEn: 'This certifies that',
    bodyZh: '完成课程',
    bodyEn: 'completed the course',
  },
  signatories: [{ nameZh: '周敏', nameEn: 'Zhou Min', titleZh: '院长', titleEn: 'Dean' }],
  seal: { textZh: '济南信息技术学院', footZh: '证书专用章' },
  templateVersion: 1,
  results: [
    { nameZh: '期末考核', nameEn: 'Final assessment', value: '87' },
    { nameZh: '出勤率', nameEn: 'Attendance', value: '96 %' },
  ],
};

/** A certificate with the minimum of facts. */
export const PLAIN: CertificateFacts = {
  ...RICH,
  shape: 1,
  recipient: { name: '李雷', latinName: null },
  expiresOn: null,
  results: [],
  signatories: [],
  achievement: {
    code: 'OFFICE',
    nameZh: '办公基础',
    nameEn: 'Office basics',
    criteriaZh: '结业',
    criteriaEn: 'Completion',
  },
};

export const MAKING: CredentialOrigin = {
  did: didOf(PUBLIC_URL),
  publicUrl: PUBLIC_URL,
  token: 'AbCdEf0123456789_-abcdefghi',
  subjectId: 'urn:uuid:6c4f6a3e-58f4-4b6f-9f0e-2f1f0a3f3c11',
  status: { list: 1, index: 4711 },
  issuedAt: ISSUED_AT,
};

export interface TestIssuer {
  readonly ring: Omit<KeyRing, 'paper'>;
  readonly keys: readonly PublicKey[];
}

/** An issuer whose keys are not stored. */
export function issuerAt(publicUrl: string): TestIssuer {
  const did = didOf(publicUrl);
  const [assertion, jwt, log] = [makeAssertionKey(), makeJwtKey(), makeLogKey(logNameOf(publicUrl))];
  const id = (one: MadeKey): string => `${did}#${one.keyId}`;
  const privateJwk = (one: MadeKey) => ({ ...(one.material as { jwk: object }).jwk, ...one.secret }) as never;
  return {
    ring: {
      did,
      assertion: { id: id(assertion), publicKeyMultibase: assertion.keyId, privateJwk: privateJwk(assertion) },
      jwt: { id: id(jwt), publicJwk: (jwt.material as { jwk: never }).jwk, privateJwk: privateJwk(jwt) },
      log: new LogKey(logNameOf(publicUrl), privateJwk(log)),
    },
    keys: [assertion, jwt, log].map((one) => ({
      did,
      kind: one.kind,
      id: id(one),
      material: one.material,
      state: 'active',
      createdAt: ISSUED_AT,
      retiredAt: null,
      compromisedAt: null,
    })),
  };
}
