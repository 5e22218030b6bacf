import type { AssessmentKind } from '../../../../src/attendance/domain/marks.js';
import type { Examined } from './course.js';

export interface DemoAssessment {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: AssessmentKind;
  readonly weight: number;
  readonly passScore: number;
  readonly fullScore: number;
}

const exam = (weight: number): DemoAssessment => ({
  nameZh: '结业笔试',
  nameEn: 'Written examination',
  kind: 'exam',
  weight,
  passScore: 60,
  fullScore: 100,
});
const quiz: DemoAssessment = {
  nameZh: '随堂测验',
  nameEn: 'Quiz',
  kind: 'exam',
  weight: 100,
  passScore: 12,
  fullScore: 20,
};
const lab: DemoAssessment = {
  nameZh: '上机实操',
  nameEn: 'Practical in the lab',
  kind: 'practical',
  weight: 50,
  passScore: 60,
  fullScore: 100,
};
const project: DemoAssessment = {
  nameZh: '项目答辩',
  nameEn: 'Project and its defence',
  kind: 'project',
  weight: 60,
  passScore: 60,
  fullScore: 100,
};
const study: DemoAssessment = {
  nameZh: '案例作业',
  nameEn: 'Case study',
  kind: 'project',
  weight: 100,
  passScore: 60,
  fullScore: 100,
};

/** The assessments of each kind of course. */
export const ASSESSMENTS: Readonly<Record<Examined, readonly DemoAssessment[]>> = {
  quiz: [quiz],
  examAndLab: [exam(50), lab],
  examAndProject: [exam(40), project],
  caseStudy: [study],
};
