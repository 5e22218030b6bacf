import type { OpenSpan } from '../../../../src/scheduling/core/domain/availability.js';
import type { Weekday } from '../../../../src/platform/clock.js';
import { CAST } from './cast.js';
import { aName, type PersonName } from './names.js';
import { SeededRandom } from './seeded-random.js';

export interface DemoInstructor extends PersonName {
  readonly email: string;
  readonly phone: string;
  readonly bioZh: string;
  readonly bioEn: string;
  /** Codes of the courses that the instructor may teach. */
  readonly teaches: readonly string[];
  /** Empty: any time. */
  readonly hours: readonly OpenSpan[];
  readonly mostMinutesPerDay: number | null;
  readonly mostMinutesPerWeek: number | null;
}

interface Profile {
  readonly years: number;
  readonly zh: string;
  readonly en: string;
  readonly teaches: string;
}

/** Twenty-four backgrounds of instructors; the first is the cast's instructor. */
const PROFILES: readonly Profile[] = [
  {
    years: 14,
    zh: '云平台架构与迁移',
    en: 'cloud architecture and migration',
    teaches: 'AZ-900T00 AZ-104T00 AZ-305T00 AZ-700T00',
  },
  {
    years: 11,
    zh: '数据中心运维',
    en: 'data centre operations',
    teaches: 'AZ-900T00 AZ-104T00 AZ-800T00 AZ-801T00 AZ-140T00',
  },
  { years: 9, zh: '云网络与专线接入', en: 'cloud networks', teaches: 'AZ-104T00 AZ-700T00 AZ-900T00 AZ-305T00' },
  { years: 12, zh: '攻防演练与应急响应', en: 'incident response', teaches: 'SC-900T00 SC-200T00 AZ-500T00' },
  { years: 8, zh: '身份治理', en: 'identity governance', teaches: 'SC-900T00 SC-300T00 AZ-500T00 SC-200T00' },
  { years: 10, zh: '企业办公平台管理', en: 'collaboration platforms', teaches: 'MS-900T01 MS-102T00 MS-700T00' },
  { years: 7, zh: '大规模终端部署', en: 'large device fleets', teaches: 'MD-102T00 MS-102T00 MS-900T01 AZ-140T00' },
  {
    years: 13,
    zh: '服务器虚拟化与容灾',
    en: 'virtualisation and recovery',
    teaches: 'AZ-800T00 AZ-801T00 MD-102T00 SC-300T00 MS-700T00',
  },
  { years: 9, zh: '云原生应用开发', en: 'cloud-native development', teaches: 'AZ-204T00 AZ-400T00 PL-400T00' },
  { years: 10, zh: '持续交付与平台工程', en: 'continuous delivery', teaches: 'AZ-400T00 AZ-204T00 SWD-201' },
  { years: 15, zh: 'Java 企业系统', en: 'Java enterprise systems', teaches: 'SWD-101 SWD-110 SWD-201' },
  { years: 8, zh: 'Java 与前端联调', en: 'Java services and their interfaces', teaches: 'SWD-101 AZ-204T00 PL-900T00' },
  { years: 11, zh: '测试体系与自动化', en: 'test automation', teaches: 'SWD-110 SWD-201 PL-900T00' },
  { years: 6, zh: '低代码落地', en: 'low-code delivery', teaches: 'PL-900T00 PL-400T00 PL-300T00 SWD-110' },
  { years: 16, zh: '外包项目群管理', en: 'outsourced programmes', teaches: 'OUT-201 OUT-110 SWD-201 OUT-101' },
  { years: 12, zh: '对日开发一线管理', en: 'delivery for Japanese clients', teaches: 'OUT-202 OUT-110 OUT-201' },
  {
    years: 10,
    zh: '商务英语与客户沟通',
    en: 'business English and client communication',
    teaches: 'OUT-101 OUT-110 OUT-202',
  },
  { years: 12, zh: '数据库性能与高可用', en: 'database performance', teaches: 'DP-900T00 DP-300T00 DP-700T00' },
  { years: 8, zh: '湖仓与实时数据', en: 'lakehouses and streams', teaches: 'DP-900T00 DP-600T00 DP-700T00 DP-300T00' },
  { years: 7, zh: '经营分析与可视化', en: 'business analysis', teaches: 'PL-300T00 DP-600T00 DAT-101 DP-900T00' },
  { years: 9, zh: '机器学习与生成式应用', en: 'machine learning', teaches: 'AI-900T00 AI-050T00 DP-100T01 DAT-101' },
  {
    years: 5,
    zh: '智能客服与知识检索',
    en: 'retrieval and assistants',
    teaches: 'AI-900T00 AI-050T00 DP-100T01 DAT-101',
  },
  {
    years: 14,
    zh: '软件著作权与专利代理',
    en: 'copyright and patents',
    teaches: 'IPR-101 IPR-201 IPR-301 IPR-210 GEN-101 GEN-201',
  },
  {
    years: 11,
    zh: '软件资产管理与正版化',
    en: 'software asset management',
    teaches: 'GEN-101 GEN-201 IPR-101 IPR-201 IPR-210 IPR-301',
  },
];

/** All instructors, the cast's first; every course has at least two. */
export const INSTRUCTORS: readonly DemoInstructor[] = instructors();

function instructors(): DemoInstructor[] {
  const random = new SeededRandom('instructors of the academy');
  const taken = new Set<string>();
  return PROFILES.map((profile, at) => {
    const person = at === 0 ? CAST.instructor : oneOfAKind(random, taken);
    taken.add(person.latinName);
    return {
      name: person.name,
      latinName: person.latinName,
      email: at === 0 ? CAST.instructor.email : `${person.latinName.toLowerCase().replace(' ', '.')}@academy.example`,
      phone: `0531-66${String(random.whole(100_000, 999_999))}`,
      bioZh: `从事${profile.zh}${profile.years} 年,为软件园企业授课,以真实项目为例。`,
      bioEn: `${profile.years} years in ${profile.en}; teaches from real projects of companies in the park.`,
      teaches: profile.teaches.split(' '),
      ...limitsOf(at),
    };
  });
}

function oneOfAKind(random: SeededRandom, taken: ReadonlySet<string>): PersonName {
  const person = aName(random);
  return taken.has(person.latinName) ? oneOfAKind(random, taken) : person;
}

/**
 * Most teach eight hours a day and thirty a week; every sixth is a freelancer without limits, every fifth does not
 * teach on Friday evenings or Sundays.
 */
function limitsOf(at: number): Pick<DemoInstructor, 'hours' | 'mostMinutesPerDay' | 'mostMinutesPerWeek'> {
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6];
  const hours =
    at % 5 === 3
      ? weekdays.map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: (weekday === 5 ? 18 : 22) * 60 }))
      : [];
  return {
    hours,
    ...(at % 6 === 5
      ? { mostMinutesPerDay: null, mostMinutesPerWeek: null }
      : { mostMinutesPerDay: 480, mostMinutesPerWeek: 1800 }),
  };
}
