import type { Told } from './make-out.js';

/** Nobody's certificate, for looking at a template. */
export const SAMPLE: { readonly recipient: { readonly name: string; readonly latinName: string }; readonly told: Omit<Told, 'issuer'> } = {
  recipient: { name: '样例学员', latinName: 'Sample Trainee' },
  told: {
    achievement: { code: 'SAMPLE', nameZh: '认证项目样例', nameEn: 'Sample Achievement', criteriaZh: '', criteriaEn: '' },
    course: { code: 'SAMPLE-100', titleZh: '课程样例', titleEn: 'A Sample Course', hours: 32 },
    cohort: { code: 'SAMPLE-100-2026-03', startsOn: '2026-03-09', endsOn: '2026-03-12' },
    validMonths: 24,
  },
};
