import { refusalMessages } from '../../../platform/index.js';
import type { HitsCode } from '../../core/index.js';
import type {
  AvailabilityRefusalCode,
  InstructorRefusalCode,
  LicencePoolRefusalCode,
  RoomRefusalCode,
} from '../domain/refusals.js';

export const resourceRefusalMessages = refusalMessages<
  Exclude<RoomRefusalCode | InstructorRefusalCode | AvailabilityRefusalCode | LicencePoolRefusalCode, HitsCode>
>({
  roomCodeTaken: {
    zh: '编号 {code} 已用于另一间，请换一个。',
    en: 'Another room has the code {code}. Choose a different one.',
  },
  roomStillBooked: {
    zh: '这里还有 {count} 次课（最晚到 {last:moment}），先把它们移走再停用。',
    en: {
      one: 'A session is still scheduled here (until {last:moment}). Move it first.',
      other: '{count} sessions are still scheduled here (until {last:moment}). Move them first.',
    },
  },
  roomSeatsBelowCohort: {
    zh: '{cohort} 还要在这里上课，需要 {needed} 个座位；请先给它换教室。',
    en: '{cohort} still has sessions here and needs {needed} seats. Move it to another room first.',
  },
  instructorStillBooked: {
    zh: '还有 {count} 次课由这位讲师上（最晚到 {last:moment}），先安排别人代课。',
    en: {
      one: 'This instructor still has a session ahead (until {last:moment}). Assign another instructor first.',
      other: 'This instructor still has {count} sessions ahead (until {last:moment}). Assign another instructor first.',
    },
  },
  instructorAccountUnknown: {
    zh: '没有使用 {email} 且角色为讲师的账户，请先在“账户与角色”里建立。',
    en: 'There is no account with {email} and the instructor role. Create it under Accounts and roles first.',
  },
  instructorAccountUnverified: {
    zh: '{email} 从未验证过。请先在“账户与角色”里打开它，发出邀请。',
    en: '{email} was never verified. Open it under Accounts and roles and send the invitation first.',
  },
  instructorAccountTaken: {
    zh: '账户 {email} 已属于讲师{name}。',
    en: 'The account {email} belongs to the instructor {name}.',
  },
  qualificationReversed: {
    zh: '资格的截止日（{validUntil:day}）早于起始日（{validFrom:day}），请改日期。',
    en: 'The qualification would end ({validUntil:day}) before it begins ({validFrom:day}). Change a date.',
  },
  qualificationTwice: {
    zh: '这段时间已有 {course} 的授课资格。',
    en: 'A qualification for {course} already exists in this time.',
  },
  qualificationStillNeeded: {
    zh: '{cohort} 第 {number} 次课（{startsAt:moment}）还需要这项资格，先换讲师。',
    en: '{cohort}, session {number} ({startsAt:moment}) still needs this qualification. Assign another instructor to that session first.',
  },
  qualificationCourseUnknown: {
    zh: '没有这门课程，请从列表中选。',
    en: 'There is no such course. Choose one from the list.',
  },
  unavailabilityReversed: {
    zh: '结束（{endsAt:end}）早于开始（{startsAt:moment}），请改时间。',
    en: 'It would end ({endsAt:end}) before it begins ({startsAt:moment}). Choose a later end.',
  },
  unavailabilityTooLong: {
    zh: '一次最多登记 {most} 天；更久请停用教室，或把讲师改为不再授课。',
    en: 'At most {most} days at once. For longer, close the room, or mark the instructor as no longer teaching.',
  },
  unavailabilityTwice: {
    zh: '{startsAt:moment} 至 {endsAt:end} 已登记过（{reason}），请避开或先撤销它。',
    en: '{startsAt:moment} to {endsAt:end} is already recorded ({reason}). Choose another time, or lift that one first.',
  },
  poolTwice: {
    zh: '{product} 在协议 {agreement} 下这段时间已经登记过，请改那一项。',
    en: '{product} is already recorded under {agreement} for this time. Change that licence instead.',
  },
  poolTermReversed: {
    zh: '截止日（{until:day}）早于起始日（{from:day}），请改日期。',
    en: 'The term would end ({until:day}) before it begins ({from:day}). Change a date.',
  },
  poolSeatsStillNeeded: {
    zh: '{startsAt:moment} 要同时用 {needed} 席（{sessions}），先减少那些课的席位。',
    en: '{needed} seats are needed at once at {startsAt:moment} ({sessions}). Lower the seats of those sessions first.',
  },
  poolTermStillNeeded: {
    zh: '还有 {count} 次课在这个期限之外要用它（{sessions}，最晚 {last:day}），先改那些课。',
    en: {
      one: 'One session ahead uses it outside this term ({sessions}, on {last:day}). Change that session first.',
      other:
        '{count} sessions ahead use it outside this term ({sessions}, the last on {last:day}). Change those sessions first.',
    },
  },
  poolStillNeeded: {
    zh: '还有 {count} 次课要用它（{sessions}，最晚到 {last:moment}），先给那些课换别的授权。',
    en: {
      one: 'A session ahead uses it ({sessions}, until {last:moment}). Give it another licence first.',
      other: '{count} sessions ahead use it ({sessions}, until {last:moment}). Give them another licence first.',
    },
  },
});
