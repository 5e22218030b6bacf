import { createHash } from 'node:crypto';
import type { CertificateFacts } from '../../../../src/certifications/index.js';
import { composeCertificate } from '../../../../src/certifications/documents/paper/compose.js';
import { pdfOf } from '../../../../src/certifications/documents/paper/drawing/pdf.js';
import { svgOf } from '../../../../src/certifications/documents/paper/drawing/svg.js';

const FACTS: CertificateFacts = {
  shape: 1,
  number: 'JNIT-2026-000123-4',
  recipient: { name: '王芳', latinName: 'Wang Fang' },
  achievement: {
    code: 'CLOUD-ADMIN',
    nameZh: '云平台管理员',
    nameEn: 'Cloud administrator',
    criteriaZh: '出勤八成',
    criteriaEn: 'Attendance',
  },
  course: { code: 'AZ-104T00', titleZh: '云平台管理', titleEn: 'Cloud administration', hours: 32 },
  cohort: { code: 'AZ-104T00-2026-03', startsOn: '2026-03-09', endsOn: '2026-03-12' },
  issuer: { nameZh: '济南信息技术学院', nameEn: 'Jinan Institute of Technology' },
  issuedOn: '2026-03-13',
  expiresOn: '2028-03-13',
  wording: {
    headingZh: '结业证书',
    headingEn: 'Certificate of Completion',
    leadZh: '兹证明',
    leadEn: 'This certifies that',
    bodyZh: '完成“云平台管理”课程的学习,特授予',
    bodyEn: 'has completed the course Cloud administration and is awarded',
  },
  signatories: [{ nameZh: '李建国', nameEn: 'Li Jianguo', titleZh: '院长', titleEn: 'Dean' }],
  seal: { textZh: '济南信息技术学院', footZh: '证书专用章' },
  templateVersion: 1,
};

const sha = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

describe('certificates of the first shape', () => {
  it('print for ever as they did on the day of their issue, stamped or not', async () => {
    const days = { zh: String, en: String };
    const plain = composeCertificate({ facts: FACTS, address: 'http://academy.example/c/x', days, stamp: null });
    const stamped = composeCertificate({
      facts: FACTS,
      address: 'http://academy.example/c/x',
      days,
      stamp: { verdict: 'revoked', sinceZh: '2026年5月1日', sinceEn: '1 May 2026' },
    });
    expect([sha(JSON.stringify(plain.parts)), sha(svgOf(plain)), sha(svgOf(stamped))]).toEqual([
      'bbf79c6842130639',
      'a31976fbd601eef5',
      '36210b6b73186f38',
    ]);
    expect((await pdfOf(plain, { author: 'x', at: 0 })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
