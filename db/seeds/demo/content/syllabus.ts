import type { PlacedCourse } from './course.js';

/** The topic of each day: the outcomes in order, distributed over the days, and the exam at the end. */
export function syllabusOf({ days, outcomesZh, outcomesEn }: PlacedCourse): {
  readonly syllabusZh: string;
  readonly syllabusEn: string;
} {
  const dayFor = (at: number, all: number) => Math.min(days, Math.floor((at * days) / all) + 1);
  const zh = outcomesZh.map((outcome, at) => `第 ${dayFor(at, outcomesZh.length)} 天:${outcome}`);
  const en = outcomesEn.map((outcome, at) => `Day ${dayFor(at, outcomesEn.length)}: ${outcome}`);
  return {
    syllabusZh: [...zh, `第 ${days} 天:结业考核与讲评`].join('\n'),
    syllabusEn: [...en, `Day ${days}: assessment and review`].join('\n'),
  };
}
