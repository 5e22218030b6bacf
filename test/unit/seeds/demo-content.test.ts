import { unprintableIn } from '../../../src/certifications/documents/paper/drawing/fonts.js';
import { creditCheckOf } from '../../../src/employers/domain/credit-code.js';
import { ACHIEVEMENTS } from '../../../db/seeds/demo/content/achievements.js';
import { CAST } from '../../../db/seeds/demo/content/cast.js';
import { COURSES } from '../../../db/seeds/demo/content/courses.js';
import { EMPLOYERS } from '../../../db/seeds/demo/content/employers.js';
import { INSTRUCTORS } from '../../../db/seeds/demo/content/instructors.js';
import { ROOMS } from '../../../db/seeds/demo/content/rooms.js';
import { demoTargets } from '../../../db/seeds/demo/content/targets.js';
import { TRACKS } from '../../../db/seeds/demo/content/tracks.js';
import { demoTrainees } from '../../../db/seeds/demo/content/trainees.js';

const REAL_LENGTHS = {
  'AZ-900T00': 1,
  'AZ-104T00': 4,
  'AZ-204T00': 5,
  'AZ-305T00': 4,
  'AZ-400T00': 4,
  'AZ-500T00': 4,
  'DP-300T00': 4,
  'AI-900T00': 1,
  'SC-900T00': 1,
  'SC-200T00': 4,
  'PL-900T00': 1,
  'MS-102T00': 5,
  'MD-102T00': 5,
};

const allDifferent = (texts: readonly unknown[]) => expect(new Set(texts).size).toBe(texts.length);

describe('the demo academy', () => {
  it('offers four tracks and at least thirty courses with unique codes', () => {
    expect(TRACKS).toHaveLength(4);
    expect(COURSES.length).toBeGreaterThanOrEqual(30);
    allDifferent(COURSES.map(({ code }) => code));
    allDifferent(COURSES.map(({ titleZh }) => titleZh));
    for (const { code } of TRACKS) expect(COURSES.some(({ track }) => track === code)).toBe(true);
  });

  it.each(Object.entries(REAL_LENGTHS))('teaches %s in its real length of %i days', (code, days) => {
    expect(COURSES.find((course) => course.code === code)).toMatchObject({ days, hours: days * 6 });
  });

  it('has as many outcomes in English as in Chinese, at least three per course', () => {
    for (const { outcomesZh, outcomesEn } of COURSES) {
      expect(outcomesZh.length).toBeGreaterThanOrEqual(3);
      expect(outcomesEn).toHaveLength(outcomesZh.length);
    }
  });

  it('requires only achievements that some course leads to, and never in a cycle', () => {
    const known = new Map(ACHIEVEMENTS.map(({ code }) => [code, COURSES.filter(({ leadsTo }) => leadsTo === code)]));
    const depth = (code: string, seen: readonly string[]): number => {
      expect(seen).not.toContain(code);
      const from = known.get(code) ?? [];
      expect(from.length).toBeGreaterThan(0);
      return Math.max(0, ...from.flatMap(({ requires }) => requires.map((next) => depth(next, [...seen, code]))));
    };
    for (const { requires, leadsTo } of COURSES)
      for (const code of [...requires, ...(leadsTo ? [leadsTo] : [])]) depth(code, []);
  });

  it('has twelve rooms and labs, and twenty-four instructors of whom at least two teach each course', () => {
    expect(ROOMS).toHaveLength(12);
    expect(INSTRUCTORS).toHaveLength(24);
    allDifferent(ROOMS.map(({ code }) => code));
    allDifferent(INSTRUCTORS.map(({ email }) => email));
    for (const { code } of COURSES)
      expect(INSTRUCTORS.filter(({ teaches }) => teaches.includes(code)).length).toBeGreaterThanOrEqual(2);
    for (const { teaches } of INSTRUCTORS)
      for (const code of teaches) expect(COURSES.map((course) => course.code)).toContain(code);
  });

  it('has forty employers, each with a valid credit code of its own', () => {
    expect(EMPLOYERS).toHaveLength(40);
    allDifferent(EMPLOYERS.map(({ name }) => name));
    allDifferent(EMPLOYERS.map(({ creditCode }) => creditCode));
    for (const { creditCode } of EMPLOYERS)
      expect(creditCode).toBe(creditCode.slice(0, 17) + creditCheckOf(creditCode));
  });

  it('sets targets for three years by track and kind', () => {
    const targets = demoTargets('2026-11-24');
    expect(new Set(targets.map(({ year }) => year))).toEqual(new Set([2025, 2026, 2027]));
    expect(targets).toHaveLength(3 * 4 * 3);
  });

  it('has one account of the cast for each role, at addresses that exist nowhere', () => {
    for (const [role, member] of Object.entries(CAST)) {
      expect(member.role).toBe(role);
      expect(member.email).toMatch(/\.example$/);
    }
  });
});

describe('the trainees of the demo', () => {
  const trainees = demoTrainees('2026-11-24');

  it('are two thousand including the one of the cast, the same on every run', () => {
    expect(trainees).toHaveLength(1999);
    expect(demoTrainees('2026-11-24')).toEqual(trainees);
  });

  it('share some names, as people do, but no email and no telephone', () => {
    expect(new Set(trainees.map(({ name }) => name)).size).toBeLessThan(trainees.length);
    allDifferent(trainees.flatMap(({ email }) => email ?? []));
    allDifferent(trainees.map(({ phone }) => phone));
  });

  it('have names of two to four characters, including rare and double surnames, which the certificate can all print', () => {
    for (const { name, latinName } of trainees) {
      expect([...name].length).toBeGreaterThanOrEqual(2);
      expect([...name].length).toBeLessThanOrEqual(4);
      expect(latinName).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    }
    const everything = [...trainees, ...INSTRUCTORS, ...Object.values(CAST)].map(({ name }) => name).join('');
    expect(unprintableIn(everything)).toEqual([]);
    expect(everything).toMatch(/欧阳|诸葛/);
    expect(everything).toMatch(/[喆翀昉彧垚犇]/);
  });
});
