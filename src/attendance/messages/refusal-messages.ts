import { refusalMessages } from '../../platform/index.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';

export const attendanceRefusalMessages = refusalMessages<AttendanceRefusalCode>({
  registerNotYetOpen: {
    zh: '这次课还没到点名时间，{opensAt:moment} 起可以点名。',
    en: 'This session has not started. Its register opens on {opensAt:moment}.',
  },
  registerOfCancelledSession: {
    zh: '这次课已取消，无需点名。',
    en: 'This session was cancelled and needs no register.',
  },
  registerClosed: {
    zh: '{cohort} 已结业或已取消，点名册不能再修改。',
    en: '{cohort} has been completed or cancelled. Its registers can no longer be changed.',
  },
  registerNobodyExpected: {
    zh: '这次课没有应到学员。请先在名单里确认名额。',
    en: 'No trainees were expected at this session. Confirm seats in the roster first.',
  },
  registerChangedMeanwhile: {
    zh: '打开本页后，你改动的 {count} 人已有他人点名，所以什么都没有保存。请核对标出的学员，然后再保存一次，届时以页面上的选择为准。',
    en: {
      one: 'The mark of one person whom you changed has been changed since you opened this page, so nothing was saved. Check that person, then save again: what you see then is recorded.',
      other:
        'The marks of {count} people whom you changed have been changed since you opened this page, so nothing was saved. Check these people, then save again: what you see then is recorded.',
    },
  },
  assessmentPassAboveFull: {
    zh: '及格分不能超过满分 {full}。',
    en: 'The pass score cannot be higher than the full score of {full}.',
  },
  assessmentHasResults: {
    zh: '“{name}”已有成绩，不能删除。',
    en: '“{name}” already has results and cannot be removed.',
  },
  assessmentTooMany: { zh: '一个班次最多 {most} 项考核。', en: 'A cohort can have at most {most} assessments.' },
  resultsClosed: {
    zh: '{cohort} 已结业或已取消，成绩不能再修改。',
    en: '{cohort} has been completed or cancelled. Its results can no longer be changed.',
  },
  resultsChangedMeanwhile: {
    zh: '打开本页后，你改动的成绩中有 {count} 项已被他人改动，所以什么都没有保存。请核对标出的成绩，然后再保存一次，届时以格子里的分数为准。',
    en: {
      one: 'One result that you changed has been changed since you opened this page, so nothing was saved. Check the marked cell, then save again: what you see then is recorded.',
      other:
        '{count} results that you changed have been changed since you opened this page, so nothing was saved. Check the marked cells, then save again: what you see then is recorded.',
    },
  },
  scoreChangedMeanwhile: {
    zh: '现在是 {now}，由 {by} 于 {at:moment} 录入；你填的是 {typed}。',
    en: 'Now {now}, entered meanwhile by {by} on {at:moment}; you typed {typed}.',
  },
  scoreNotWhole: { zh: '请填 0 到 {full} 的整数。', en: 'Enter a whole number from 0 to {full}.' },
  scoreAboveFull: { zh: '不能超过满分 {full}。', en: 'The score cannot be higher than the full score of {full}.' },
  completionNotConfirmed: {
    zh: '只有已确认开班的班次可以结业，{cohort} 不是。请先确认开班。',
    en: 'Only confirmed cohorts can be completed, and {cohort} is not. Confirm it first.',
  },
  completionSessionsAhead: {
    zh: '还有 {count} 次课没上完，最后一次 {lastEnd:moment} 结束。',
    en: {
      one: 'One session has not ended yet. It ends on {lastEnd:moment}.',
      other: '{count} sessions have not ended yet. The last one ends on {lastEnd:moment}.',
    },
  },
  completionRegistersMissing: {
    zh: '第 {numbers} 次课的点名册还有空缺，请补全。',
    en: {
      one: 'The register of session {numbers} is incomplete. Fill it in.',
      other: 'The registers of sessions {numbers} are incomplete. Fill them in.',
    },
  },
  completionResultsMissing: {
    zh: '“{names}”还没有任何成绩，请录入或删除这项考核。',
    en: '“{names}” has no results. Record them, or remove the assessment.',
  },
  completionNobody: {
    zh: '没有已确认的学员。如果班次没有开，请取消班次。',
    en: 'No trainee has a confirmed seat. If the cohort did not run, cancel it.',
  },
  completionChangedMeanwhile: {
    zh: '打开本页后，学员、出勤、成绩或及格分有变动，所以没有办理结业。下面是最新情况，请核对后再办理。',
    en: 'Trainees, attendance, results or pass scores have changed since you opened this page, so the cohort was not completed. Check the updated list below, then complete it.',
  },
});
