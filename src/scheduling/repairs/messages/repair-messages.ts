import { defineMessages } from '../../../platform/index.js';

/** The pages on which the timetable is repaired. */
export const repairPageMessages = defineMessages({
  'repair.because_roomIsTaken': {
    zh: '{roomZh}同时给了 {cohort} 第 {number} 次课',
    en: '{roomEn} is also given to {cohort}, session {number}',
  },
  'repair.because_instructorIsTaken': {
    zh: '{instructorZh}同时要上 {cohort} 第 {number} 次课',
    en: '{instructorEn} also teaches {cohort}, session {number}',
  },
  'repair.because_cohortIsTaken': {
    zh: '本班同时有第 {number} 次课',
    en: 'The cohort also meets for session {number}',
  },
  'repair.because_roomIsClosed': { zh: '{roomZh}已停用', en: '{roomEn} is out of use' },
  'repair.because_roomIsShutThen': { zh: '{roomZh}那时停用：{reason}', en: '{roomEn} is shut then: {reason}' },
  'repair.because_roomOutsideHours': { zh: '不在{roomZh}的开放时间内', en: 'Outside the hours of {roomEn}' },
  'repair.because_roomTooSmall': {
    zh: '{roomZh}只有 {seats} 个座位，需要 {needed} 个',
    en: '{roomEn} has {seats} seats; {needed} are needed',
  },
  'repair.because_instructorHasLeft': { zh: '{instructorZh}已不再授课', en: '{instructorEn} no longer teaches' },
  'repair.because_instructorIsAbsent': {
    zh: '{instructorZh}那时不在：{reason}',
    en: '{instructorEn} is away: {reason}',
  },
  'repair.because_instructorOutsideHours': {
    zh: '不在{instructorZh}的授课时间内',
    en: 'Outside the hours of {instructorEn}',
  },
  'repair.because_instructorNotQualified': {
    zh: '{instructorZh}没有这门课的授课资格',
    en: '{instructorEn} holds no qualification for the course',
  },
  'repair.because_instructorNotQualifiedOnTheDate': {
    zh: '{instructorZh}的授课资格不含这一天',
    en: '{instructorEn} is not qualified on that day',
  },
  'repair.because_poolIsClosed': { zh: '{pool} 已停用', en: '{pool} is out of use' },
  'repair.because_poolNotValidOnTheDate': { zh: '{pool} 那天已过期或还没生效', en: '{pool} is not valid on that day' },
  'repair.because_poolIsShort': { zh: '{pool} 席位不够，还剩 {left} 个', en: '{pool} is short: {left} seats left' },
  'repair.title': { zh: '修复课表', en: 'Repair the timetable' },
  'repair.lead': {
    zh: '放假、停课、教室停用、讲师请假或资格到期之后，找出今后受影响的课，给出改动最少、没有冲突的安排。',
    en: 'After a holiday, a closure, a shut room, an absence or a licence that runs out: what is affected ahead, and the fewest moves without a clash.',
  },
  'repair.start': { zh: '查看受影响的课', en: 'See affected sessions' },
  'repair.from': { zh: '从', en: 'From' },
  'repair.until': { zh: '到', en: 'Until' },
  'repair.room': { zh: '教室', en: 'Room' },
  'repair.instructor': { zh: '讲师', en: 'Instructor' },
  'repair.beyond': { zh: '可晚于班次结束日', en: 'May end later by' },
  'repair.beyond_none': { zh: '不可以', en: 'Not at all' },
  'repair.beyond_weeks': { zh: '{count} 周以内', en: { one: '{count} week', other: '{count} weeks' } },
  'repair.bad_day': {
    zh: '“{found}”不是日期，请写成 2026-2-15。',
    en: '“{found}” is no date. Write one such as 2026-2-15.',
  },
  'repair.reversed': {
    zh: '结束日早于开始日，请改日期。',
    en: 'The last day lies before the first. Change one of them.',
  },
  'repair.affected': { zh: '受影响的课', en: 'Affected sessions' },
  'repair.affected_note': { zh: '全院今后共 {count} 次', en: '{count} in the whole academy' },
  'repair.moves': { zh: '要改动', en: 'Moves proposed' },
  'repair.unplaced': { zh: '排不下', en: 'Without a place' },
  'repair.told': { zh: '将通知', en: 'People to be told' },
  'repair.none': { zh: '今后没有受影响的课', en: 'Nothing ahead is affected' },
  'repair.none_text': {
    zh: '没有课落在假期或停课日上，教室、讲师和许可都没有问题。',
    en: 'No session stands on a holiday or closure, and rooms, instructors and licences are in order.',
  },
  'repair.calendar': { zh: '查看校历', en: 'See the calendar' },
  'repair.proposal': { zh: '建议的调整', en: 'Proposed changes' },
  'repair.why': { zh: '原因', en: 'Why' },
  'repair.how': { zh: '办法', en: 'How' },
  'repair.kind_instructor': { zh: '换讲师', en: 'Other instructor' },
  'repair.kind_room': { zh: '换教室', en: 'Other room' },
  'repair.kind_roomAndInstructor': { zh: '换教室和讲师', en: 'Other room and instructor' },
  'repair.kind_makeUpWorkday': { zh: '调休日补课', en: 'Make-up workday' },
  'repair.kind_otherDay': { zh: '另选一天', en: 'Another day' },
  'repair.kind_otherTime': { zh: '当天换时间', en: 'Another time that day' },
  'repair.days_later': { zh: '晚 {count} 天', en: { one: '{count} day later', other: '{count} days later' } },
  'repair.days_earlier': { zh: '早 {count} 天', en: { one: '{count} day earlier', other: '{count} days earlier' } },
  'repair.disturbs': { zh: '涉及 {count} 人', en: { one: '{count} person', other: '{count} people' } },
  'repair.beyond_end': { zh: '晚于结束日 {date:day}', en: 'After the end, {date:day}' },
  'repair.nowhere': { zh: '排不下的课', en: 'Sessions without a place' },
  'repair.nowhere_lead': {
    zh: '它们留在原处，不进方案。',
    en: 'They stay where they are and do not go into the plan.',
  },
  'repair.no_place_why': { zh: '为什么排不下', en: 'Why there is no place' },
  'repair.let_later': {
    zh: '允许晚 {count} 周结束，再算一次',
    en: { one: 'Allow {count} week more and propose again', other: 'Allow {count} weeks more and propose again' },
  },
  'repair.by_hand': { zh: '手动调整', en: 'Move by hand' },
  'repair.settled': {
    zh: '另有 {count} 次课在别的课移走后可以原样保留。',
    en: {
      one: '{count} more session may stay as it is once the others have moved.',
      other: '{count} more sessions may stay as they are once the others have moved.',
    },
  },
  'repair.take': { zh: '放进调课方案', en: 'Take into a plan' },
  'repair.take_lead': {
    zh: '放进方案后可以逐条修改，再一次发布；在那之前课表不变，也不通知任何人。',
    en: 'In a plan each line can be edited and all are published at once. Until then the timetable stays as it is and nobody is told.',
  },
  'repair.plan_title': { zh: '{name}课表修复', en: 'Repair: {name}' },
  'repair.plan_title_plain': { zh: '{day:day} 课表修复', en: 'Repair of {day:day}' },
});
