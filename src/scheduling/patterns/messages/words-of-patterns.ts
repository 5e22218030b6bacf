import { defineWords } from '../../../platform/index.js';

export const patternWords = defineWords({
  'pattern.list_title': { zh: '{cohort} 的排课规律', en: 'Patterns of {cohort}' },
  'pattern.list_heading': { zh: '排课规律', en: 'Patterns' },
  'pattern.lead': {
    zh: '放假通知公布后，或开班日期变了，可以按原来的规律重新排：先看差别，已经上过的课不动。',
    en: 'Lay a pattern out again when holidays are announced or the run’s dates move: you see the difference first, and what was held stays.',
  },
  'pattern.none': { zh: '还没有按规律排过课', en: 'Nothing was laid out by a pattern yet' },
  'pattern.none_text': {
    zh: '按周排课后，这里会留下规律，以后可以重新排。',
    en: 'Once sessions are placed by a weekly pattern, it is kept here, to be laid out again.',
  },
  'pattern.hours': { zh: '{from}–{until}，{where}', en: '{from}–{until}, {where}' },
  'pattern.on_days': { zh: '{days} {said}', en: '{days}, {said}' },
  'pattern.from': { zh: '从 {startDate:day} 起', en: 'From {startDate:day}' },
  'pattern.every_week': { zh: '，每周', en: ', every week' },
  'pattern.every_n_weeks': { zh: '，每 {count} 周', en: ', every {count} weeks' },
  'pattern.by_sessions': { zh: '，共 {count} 次', en: ', {count} sessions' },
  'pattern.by_hours': { zh: '，共 {hours} 小时', en: ', {hours} hours' },
  'pattern.by_date': { zh: '，到 {date:day} 为止', en: ', until {date:day}' },
  'pattern.standing': {
    zh: '{standing} 次课，其中 {ahead} 次还没上',
    en: '{standing} sessions, {ahead} of them ahead',
  },
  'pattern.again': { zh: '重新排', en: 'Lay out again' },
  'pattern.again_title': { zh: '重新排 {cohort}', en: 'Lay {cohort} out again' },
  'pattern.start_date': { zh: '从哪天开始', en: 'Start date' },
  'pattern.start_hint': {
    zh: '开班日期变了就改这里，其余照原来的规律。',
    en: 'Change it when the run’s dates move; everything else stays as it was.',
  },
  'pattern.show_difference': { zh: '看差别', en: 'Show the difference' },
  'pattern.nothing_changes': { zh: '没有差别', en: 'Nothing would change' },
  'pattern.nothing_changes_text': {
    zh: '今后的课都已经在该在的日子上。',
    en: 'Every session ahead already stands where the pattern puts it.',
  },
  'pattern.difference': { zh: '差别', en: 'The difference' },
  'pattern.stays': {
    zh: '{count} 次课不动。',
    en: { one: '{count} session stays where it is.', other: '{count} sessions stay where they are.' },
  },
  'pattern.kind_stays': { zh: '不动', en: 'Stays' },
  'pattern.kind_moves': { zh: '改期', en: 'Moves' },
  'pattern.kind_comes': { zh: '新增', en: 'Is added' },
  'pattern.kind_goes': { zh: '取消', en: 'Is cancelled' },
  'pattern.before': { zh: '原来', en: 'Before' },
  'pattern.after': { zh: '改为', en: 'After' },
  'pattern.to_plan': { zh: '放进调课方案', en: 'Put it into a draft plan' },
  'pattern.to_plan_hint': {
    zh: '方案里会逐条核对冲突、给出办法，发布前看得到要通知多少人。',
    en: 'There each line is judged with its cures, and you see how many people will be told before you publish.',
  },
  'pattern.plan_title': { zh: '重新排 {cohort}', en: '{cohort} laid out again' },
  'pattern.surplus': { zh: '按新的规律不再需要这次课。', en: 'The pattern no longer needs this session.' },
});
