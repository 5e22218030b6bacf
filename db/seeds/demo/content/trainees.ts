import type { Education } from '../../../../src/trainees/domain/education.js';
import { daysAfter } from '../../../../src/platform/clock.js';
import { EMPLOYERS } from './employers.js';
import { aName, type PersonName } from './names.js';
import { SeededRandom } from './seeded-random.js';

export const TRAINEE_COUNT = 2000;

/** The share of trainees who have signed up themselves. */
const WITH_ACCOUNT = 0.03;

export interface DemoTrainee extends PersonName {
  /** From 1; the cast's trainee has none of these. */
  readonly number: number;
  readonly email: string | null;
  readonly phone: string;
  readonly workplace: string | null;
  readonly education: Education;
  readonly bornOn: string;
  readonly hasAccount: boolean;
}

const SCHOOLS = [
  '泉城理工学院计算机学院',
  '历山大学软件学院',
  '千佛山职业技术学院',
  '大明湖信息工程学校',
  '华山科技职业学院',
];
const EDUCATIONS: readonly (readonly [Education, number])[] = [
  ['secondary', 6],
  ['college', 34],
  ['bachelor', 50],
  ['master', 9],
  ['doctor', 1],
];

/** Two thousand people, minus the one of the cast: students of the city, staff of the park, and people between jobs. */
export function demoTrainees(today: string): DemoTrainee[] {
  const random = new SeededRandom('trainees of the academy');
  return Array.from({ length: TRAINEE_COUNT - 1 }, (_, at) => aTrainee(at + 1, today, random));
}

function aTrainee(number: number, today: string, random: SeededRandom): DemoTrainee {
  const person = aName(random);
  const hasAccount = random.chance(WITH_ACCOUNT);
  const works = random.chance(0.58);
  const age = works ? random.whole(22, 46) : random.whole(19, 27);
  return {
    ...person,
    number,
    hasAccount,
    email: hasAccount || random.chance(0.12) ? `${mailName(person.latinName)}.${number}@mail.example` : null,
    phone: `1${random.pick(['35', '38', '39', '50', '53', '58', '66', '78', '86', '89'])}${String(random.whole(0, 9999)).padStart(4, '0')}${String(number).padStart(4, '0')}`,
    workplace: works ? random.pick(EMPLOYERS).name : random.chance(0.75) ? random.pick(SCHOOLS) : null,
    education: random.weighted(EDUCATIONS),
    bornOn: daysAfter(today, -Math.floor(age * 365.25) - random.whole(0, 364)),
  };
}

function mailName(latinName: string): string {
  return latinName.toLowerCase().replace(' ', '.');
}
