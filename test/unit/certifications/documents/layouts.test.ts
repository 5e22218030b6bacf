import { ACHIEVEMENT_LEVELS as IN_COURSES } from '../../../../src/courses/index.js';
import {
  ACHIEVEMENT_LEVELS,
  BORDERS,
  type CertificateFacts,
  FIRST_LAYOUT,
  type Layout,
  PAPER_LANGUAGES,
  PAPER_SHAPES,
} from '../../../../src/certifications/core/domain/facts.js';
import { madeOutFor, makeOut } from '../../../../src/certifications/templates/domain/make-out.js';
import { DEFAULT_TEMPLATE, type TemplateFacts } from '../../../../src/certifications/templates/domain/template.js';
import { composeCertificate, type PaperPictures } from '../../../../src/certifications/documents/paper/compose.js';
import { pdfOf } from '../../../../src/certifications/documents/paper/drawing/pdf.js';
import type { ImageMark, TextMark } from '../../../../src/certifications/documents/paper/drawing/picture.js';
import { svgOf } from '../../../../src/certifications/documents/paper/drawing/svg.js';
import { aRing } from '../../../builders/rings.js';

const [SEAL, SIGNATURE, EMBLEM] = ['a', 'b', 'c'].map((one) => one.repeat(64)) as [string, string, string];
const signatory = (nameZh: string, nameEn: string) => ({
  nameZh,
  nameEn,
  titleZh: '院长',
  titleEn: 'Dean',
  picture: SIGNATURE,
});

function certificate(layout: Layout, { long = false }: { long?: boolean } = {}): CertificateFacts {
  const template: TemplateFacts = {
    ...DEFAULT_TEMPLATE,
    layout,
    signatories: [
      signatory('李建国', 'Li Jianguo'),
      signatory('王秀英', 'Wang Xiuying'),
      signatory('张伟', 'Zhang Wei'),
    ],
    seal: { textZh: '', footZh: '专用章', picture: SEAL },
  };
  const [zh, en] = long
    ? ['很长的名称'.repeat(12), 'a very long name '.repeat(10).trim()]
    : ['云平台管理员', 'Cloud administrator'];
  const common = makeOut({
    template: { ...template, version: 4 },
    issuedOn: '2026-03-13',
    days: { zh: String, en: String },
    shared: {
      achievement: {
        code: 'A',
        nameZh: zh,
        nameEn: en,
        criteriaZh: '',
        criteriaEn: '',
        version: 2,
        level: 'professional',
        picture: EMBLEM,
        skills: Array.from({ length: long ? 12 : 3 }, (_, at) => ({
          nameZh: `第 ${at} 项技能`,
          nameEn: `Skill number ${at}`,
        })),
      },
      course: { code: 'C', titleZh: zh, titleEn: en, hours: 32 },
      cohort: { code: 'C-1', startsOn: '2026-03-09', endsOn: '2026-03-12' },
      issuer: { nameZh: '济南信息技术学院', nameEn: 'Jinan Institute' },
      validMonths: 24,
    },
  });
  return madeOutFor(common, {
    number: 'Y001237000001263000042',
    name: long ? '买买提江·阿布都热合曼·买买提明' : '王芳',
    latinName: 'Wang Fang',
    results: [{ nameZh: '出勤率', nameEn: 'Attendance', value: '96 %' }],
  });
}

const LAYOUTS = PAPER_SHAPES.flatMap((paper) =>
  BORDERS.flatMap((border) => PAPER_LANGUAGES.map((languages): Layout => ({ paper, border, languages }))),
);

describe('a paper of any layout', () => {
  let pictures: PaperPictures;
  beforeAll(async () => {
    const bytes = await aRing('#b3262e');
    pictures = new Map(
      [SEAL, SIGNATURE, EMBLEM].map((key) => [key, { type: 'image/png' as const, bytes, width: 120, height: 120 }]),
    );
  });
  const composed = (facts: CertificateFacts) =>
    composeCertificate({
      facts,
      address: 'http://academy.example/c/x',
      days: { zh: String, en: String },
      stamp: null,
      pictures,
    });
  const marksOf = (facts: CertificateFacts) => composed(facts).parts.flatMap(({ marks }) => marks);

  it.each(LAYOUTS)('%j keeps within its sheet and crowds nothing, however long what it says', (layout) => {
    for (const long of [false, true]) {
      const facts = certificate(layout, { long });
      const { paper, parts } = composed(facts);
      const texts = parts.flatMap(({ marks }) => marks.filter((mark): mark is TextMark => mark.kind === 'text'));
      expect(
        texts.every(
          ({ x, y, size }) => x > 50 && x < paper!.width - 50 && y > 60 && y < paper!.height - 50 && size > 2,
        ),
      ).toBe(true);
      const name = layout.languages === 'en' ? 'Li Jianguo' : '李建国';
      const signature = texts.find(({ text }) => text === name)!;
      const result = texts.find(
        ({ text }) => text === (layout.languages === 'zh' ? '出勤率 96 %' : 'Attendance 96 %'),
      )!;
      expect(result.y).toBeLessThan(signature.y - signature.size - 30);
    }
  });

  it.each(LAYOUTS.filter(({ border }) => border === 'frame'))('%j speaks only its languages', (layout) => {
    const words = marksOf(certificate(layout))
      .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
      .join(' ');
    expect([words.includes('结业证书'), words.includes('Certificate of Completion')]).toEqual([
      layout.languages !== 'en',
      layout.languages !== 'zh',
    ]);
    expect(words.includes('高级')).toBe(layout.languages !== 'en');
    expect(words).toContain(layout.languages === 'zh' ? '王芳' : 'Wang Fang');
  });

  it('prints its pictures instead of the drawn seal, each with a text for screen readers', () => {
    const { parts } = composed(certificate(FIRST_LAYOUT));
    const images = parts.filter(({ marks }) => marks.some((mark) => mark.kind === 'image'));
    expect(images).toHaveLength(5);
    expect(images.every(({ role }) => role.tag === 'Figure' && role.alt !== '')).toBe(true);
    expect(parts.flatMap(({ marks }) => marks).some((mark) => mark.kind === 'text' && mark.text === '专用章')).toBe(
      false,
    );
  });

  it('fits a picture into its box without stretching it', async () => {
    const wide = new Map([
      ...pictures,
      [
        SIGNATURE,
        {
          type: 'image/png' as const,
          bytes: await aRing('#14213d', { width: 300, height: 60 }),
          width: 300,
          height: 60,
        },
      ],
    ]);
    const { parts } = composeCertificate({
      facts: certificate(FIRST_LAYOUT),
      address: 'x',
      days: { zh: String, en: String },
      stamp: null,
      pictures: wide,
    });
    const signed = parts
      .flatMap(({ marks }) => marks)
      .filter((mark): mark is ImageMark => mark.kind === 'image' && mark.key === SIGNATURE);
    for (const { width, height } of signed) expect(width / height).toBeCloseTo(5, 5);
  });

  it('has every picture in the PDF once, its ground seen through, and in the SVG as bytes', async () => {
    const picture = composed(certificate({ ...FIRST_LAYOUT, paper: 'portrait' }));
    const pdf = (await pdfOf(picture, { author: 'x', at: 0 })).toString('latin1');
    expect([
      pdf.match(/\/Subtype \/Image/g)?.length,
      pdf.match(/\/SMask/g)?.length,
      /MediaBox \[0 0 595\.28 841\.89\]/.test(pdf),
    ]).toEqual([6, 3, true]);
    expect(svgOf(picture).match(/<image /g)).toHaveLength(5);
  });

  it('stands the same with the same facts: the same bytes', async () => {
    const facts = certificate(FIRST_LAYOUT);
    const twice = [
      await pdfOf(composed(facts), { author: 'x', at: 0 }),
      await pdfOf(composed(facts), { author: 'x', at: 0 }),
    ];
    expect(twice[0]!.equals(twice[1]!)).toBe(true);
  });
});

describe('levels', () => {
  it('are the same for courses and for certificates', () => {
    expect([...ACHIEVEMENT_LEVELS]).toEqual([...IN_COURSES]);
  });
});

describe('making out', () => {
  it('gives all certificates one last day where the achievement says so', () => {
    const shared = {
      achievement: { code: 'A', nameZh: '甲', nameEn: 'A', criteriaZh: '', criteriaEn: '' },
      course: { code: 'C', titleZh: '课', titleEn: 'C', hours: 8 },
      cohort: { code: 'C', startsOn: '2026-03-09', endsOn: '2026-03-09' },
      issuer: { nameZh: '院', nameEn: 'Academy' },
      validMonths: null,
    };
    const expiry = (validUntil: string | null) =>
      makeOut({
        template: { ...DEFAULT_TEMPLATE, version: 1 },
        shared: { ...shared, validUntil },
        issuedOn: '2026-03-13',
        days: { zh: String, en: String },
      }).expiresOn;
    expect([expiry('2027-12-31'), expiry(null)]).toEqual(['2027-12-31', null]);
  });
});
