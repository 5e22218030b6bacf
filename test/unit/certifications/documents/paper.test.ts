import type { CertificateFacts } from '../../../../src/certifications/index.js';
import { composeCertificate } from '../../../../src/certifications/documents/paper/compose.js';
import { unprintableIn, widthOf } from '../../../../src/certifications/documents/paper/drawing/fonts.js';
import { unprintableNames } from '../../../../src/certifications/documents/paper/printable.js';
import { balancedLines, fittingSize } from '../../../../src/certifications/documents/paper/drawing/typesetting.js';

describe('what the paper can draw', () => {
  it('every usual name, in Chinese and in Latin letters', () => {
    expect(
      ['王芳', '欧阳娜娜', '买买提江·阿布都热合曼', '喆', '昇', 'Wang Fang', "O'Connor-Lü"].flatMap(unprintableIn),
    ).toEqual([]);
  });

  it.each([
    ['𠮷野', '𠮷'],
    ['王\u200B芳', '\u200B'],
    ['王😀', '😀'],
    ['ئالىم', 'ئ'],
    ['王\u202E', '\u202E'],
    ['\uE000', '\uE000'],
  ])('not %j, and says which character', (name, character) => {
    expect(unprintableNames({ name, latinName: null })).toContain(character);
  });
});

describe('the whole paper', () => {
  it('leaves the signatures their room, however long titles and wording are', () => {
    const [zh, en] = ['很长的课程名称'.repeat(34), 'a very long course title '.repeat(16)];
    const facts: CertificateFacts = {
      shape: 1,
      number: 'JNIT-2026-000123-4',
      recipient: { name: '王芳', latinName: 'Wang Fang' },
      achievement: {
        code: 'A',
        nameZh: '认'.repeat(60),
        nameEn: 'Achievement '.repeat(16),
        criteriaZh: '',
        criteriaEn: '',
      },
      course: { code: 'C', titleZh: zh, titleEn: en, hours: 8 },
      cohort: { code: 'C', startsOn: '2026-03-09', endsOn: '2026-03-12' },
      issuer: { nameZh: '学院', nameEn: 'Academy' },
      issuedOn: '2026-03-13',
      expiresOn: null,
      wording: {
        headingZh: '结业证书',
        headingEn: 'Certificate',
        leadZh: '兹证明',
        leadEn: 'This certifies that',
        bodyZh: zh,
        bodyEn: en,
      },
      signatories: [{ nameZh: '李建国', nameEn: 'Li Jianguo', titleZh: '院长', titleEn: 'Dean' }],
      seal: { textZh: '学院', footZh: '专用章' },
      templateVersion: 1,
    };
    const { parts } = composeCertificate({
      facts,
      address: 'http://academy.example/c/x',
      days: { zh: String, en: String },
      stamp: null,
    });
    const texts = parts.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'));
    const achievement = texts.find(({ text }) => text === facts.achievement.nameEn)!;
    const signature = texts.find(({ text }) => text === '李建国')!;
    expect(achievement.y).toBeLessThan(signature.y - signature.size);
    expect(texts.filter(({ size }) => size <= 0)).toEqual([]);
  });
});

describe('setting lines', () => {
  const sentence =
    '于 2026年3月9日至2026年3月12日完成\u201CMicrosoft Azure 管理员\u201D课程\uFF08AZ-104T00\uFF0C32 学时\uFF09的学习\uFF0C考勤与考核均合格\uFF0C特授予';

  it('loses nothing, keeps to the width, and evens the lines out', () => {
    const lines = balancedLines(sentence, 'regular', { width: 400, size: 12.5 });
    expect(lines.join('').replaceAll(' ', '')).toBe(sentence.replaceAll(' ', ''));
    const widths = lines.map((line) => widthOf(line, 'regular', 12.5));
    expect(Math.max(...widths)).toBeLessThanOrEqual(400);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.6);
  });

  it('tears no word, no date and no bracket from what it belongs to', () => {
    for (const width of [120, 160, 200, 260, 320, 500]) {
      for (const line of balancedLines(sentence, 'regular', { width, size: 12.5 })) {
        expect(line).not.toMatch(/^[\uFF0C\u3002\uFF09\u201D]/);
        expect(line).not.toMatch(/[\uFF08\u201C]$/);
        expect(line).not.toMatch(/管理$|^员|课$|^程|合$|^格|Micro$|\d年\d?$|^月/);
      }
    }
  });

  it('shrinks a long name to its room, and refuses one that would be too small', () => {
    const room = { width: 600, most: 46, least: 17 };
    expect(fittingSize('王芳', 'bold', room)).toBe(46);
    expect(fittingSize('买买提江·阿布都热合曼·买买提明', 'bold', room)).toBeLessThan(46);
    expect(fittingSize('很'.repeat(60), 'bold', room)).toBeNull();
  });
});
