import type { PrintedResult } from '../../core/domain/index.js';
import type { SharedFacts } from './make-out.js';

/** Sample data for previewing a template. */
export const SAMPLE: {
  readonly results: readonly PrintedResult[];
  readonly recipient: { readonly name: string; readonly latinName: string };
  readonly shared: Omit<SharedFacts, 'issuer'>;
} = {
  results: [
    { nameZh: '出勤率', nameEn: 'Attendance', value: '96 %' },
    { nameZh: '实操考核', nameEn: 'Practical assessment', value: '87' },
  ],
  recipient: { name: '样例学员', latinName: 'Sample Trainee' },
  shared: {
    achievement: {
      code: 'SAMPLE',
      nameZh: '认证项目样例',
      nameEn: 'Sample Achievement',
      criteriaZh: '',
      criteriaEn: '',
      version: 1,
      level: 'associate',
      picture: null,
      skills: [
        { nameZh: '技能一', nameEn: 'Skill one' },
        { nameZh: '技能二', nameEn: 'Skill two' },
        { nameZh: '技能三', nameEn: 'Skill three' },
      ],
    },
    course: { code: 'SAMPLE-100', titleZh: '课程样例', titleEn: 'A Sample Course', hours: 32 },
    cohort: { code: 'SAMPLE-100-2026-03', startsOn: '2026-03-09', endsOn: '2026-03-12' },
    validMonths: 24,
  },
};
