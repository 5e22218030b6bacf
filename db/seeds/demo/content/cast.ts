import type { Role } from '../../../../src/accounts/domain/roles.js';

/** One password for the whole cast, valid in the demo only. */
export const CAST_PASSWORD = 'baotu-spring-72';

export interface CastMember {
  readonly role: Role;
  readonly name: string;
  readonly latinName: string;
  readonly email: string;
}

/** The academy of the demo, as its administrator would have entered it. */
export const ACADEMY = {
  nameZh: '济南信息技术学院',
  nameEn: 'IT Academy of Jinan',
  placeZh: '济南市高新区软件园培训楼',
  placeEn: 'Training building, Software Park, Jinan',
} as const;

/** One account for each role, named in the README and used by the demo's data. */
export const CAST = {
  administrator: { role: 'administrator', name: '秦泉', latinName: 'Qin Quan', email: 'qin.quan@academy.example' },
  coordinator: {
    role: 'coordinator',
    name: '孟晓棠',
    latinName: 'Meng Xiaotang',
    email: 'meng.xiaotang@academy.example',
  },
  instructor: { role: 'instructor', name: '欧阳翀', latinName: 'Ouyang Chong', email: 'ouyang.chong@academy.example' },
  trainee: { role: 'trainee', name: '亓昉', latinName: 'Qi Fang', email: 'qi.fang@mail.example' },
  employer: { role: 'employer', name: '逄立宁', latinName: 'Pang Lining', email: 'pang.lining@quanyong.example' },
} as const satisfies Record<Role, CastMember>;

/** The signatories of the academy's certificates. */
export const SIGNATORIES = [
  { nameZh: '秦泉', nameEn: 'Qin Quan', titleZh: '院长', titleEn: 'Director' },
  { nameZh: '孟晓棠', nameEn: 'Meng Xiaotang', titleZh: '教务主任', titleEn: 'Head of Training' },
] as const;
