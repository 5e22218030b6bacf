import { refusalMessages } from '../../../platform/index.js';
import type { HitsCode, SessionRefusalCode, TimetableRefusalCode } from '../domain/refusals.js';

export const coreRefusalMessages = refusalMessages<TimetableRefusalCode | SessionRefusalCode | HitsCode>({
  sessionEndsBeforeItStarts: {
    zh: '结束时间（{endsAt:clock}）早于开始时间（{startsAt:clock}），请改结束时间。',
    en: 'It would end at {endsAt:clock}, before it starts at {startsAt:clock}. Choose a later end.',
  },
  sessionCrossesMidnight: {
    zh: '一次课要在当天结束：请在 24:00 前下课，或排成两次课。',
    en: 'A session must end on the day it begins. End it before midnight, or schedule two sessions.',
  },
  sessionIsInThePast: {
    zh: '{startsAt:moment} 已经过去，请选今后的时间。',
    en: '{startsAt:moment} has passed. Choose a time in the future.',
  },
  roomIsTaken: {
    zh: '{roomZh}那时已给 {cohort} 第 {number} 次课（{day:dayShort} {startsAt:clock}–{endsAt:clock}），请换教室或时间。',
    en: '{roomEn} is taken by {cohort}, session {number} ({day:dayShort}, {startsAt:clock}–{endsAt:clock}). Choose another room or time.',
  },
  instructorIsTaken: {
    zh: '{instructorZh}那时在上 {cohort} 第 {number} 次课（{day:dayShort} {startsAt:clock}–{endsAt:clock}），请换讲师或时间。',
    en: '{instructorEn} teaches {cohort}, session {number} then ({day:dayShort}, {startsAt:clock}–{endsAt:clock}). Choose another instructor or time.',
  },
  cohortIsTaken: {
    zh: '{cohort} 那时已有第 {number} 次课（{day:dayShort} {startsAt:clock}–{endsAt:clock}），请换时间。',
    en: '{cohort} already meets then: session {number} ({day:dayShort}, {startsAt:clock}–{endsAt:clock}). Choose another time.',
  },
  roomIsClosed: { zh: '{roomZh}已停用，请换一间。', en: '{roomEn} is closed. Choose another room.' },
  roomIsShutThen: {
    zh: '{roomZh}在 {from:moment} 到 {until:end} 停用（{reason}），请换教室或时间。',
    en: '{roomEn} is closed from {from:moment} to {until:end} ({reason}). Choose another room or time.',
  },
  roomOutsideHours: {
    zh: '{roomZh}在 {startsAt:clock}–{endsAt:clock} 不开放，请换时间或教室。',
    en: '{roomEn} cannot be booked {startsAt:clock}–{endsAt:clock}. Choose another time or room.',
  },
  instructorHasLeft: {
    zh: '{instructorZh}已不再授课，请换一位讲师。',
    en: '{instructorEn} no longer teaches. Choose another instructor.',
  },
  instructorIsAbsent: {
    zh: '{instructorZh}在 {from:moment} 到 {until:end} 不在（{reason}），请换讲师或时间。',
    en: '{instructorEn} is absent from {from:moment} to {until:end} ({reason}). Choose another instructor or time.',
  },
  instructorOutsideHours: {
    zh: '{instructorZh}在 {startsAt:clock}–{endsAt:clock} 不授课，请换时间或讲师。',
    en: '{instructorEn} does not teach {startsAt:clock}–{endsAt:clock}. Choose another time or instructor.',
  },
  instructorTaughtEnoughThatDay: {
    zh: '{instructorZh} {day:dayShort}将上 {hours} 小时课，超过每天 {most} 小时，请换讲师或日期。',
    en: '{instructorEn} would teach {hours} hours on {day:dayShort}, above the limit of {most} hours a day. Choose another instructor or date.',
  },
  instructorTaughtEnoughThatWeek: {
    zh: '{instructorZh} {day:dayShort}那周将上 {hours} 小时课，超过每周 {most} 小时，请换讲师或日期。',
    en: '{instructorEn} would teach {hours} hours in the week of {day:dayShort}, above the limit of {most} hours a week. Choose another instructor or date.',
  },
  poolIsClosed: { zh: '软件授权“{pool}”已停用，请换一项。', en: 'The licence {pool} is closed. Choose another.' },
  poolNotValidOnTheDate: {
    zh: '“{pool}”的授权期（{from} 至 {until}）不含 {date:day}，请先续期，或换日期。',
    en: 'The licence {pool} runs from {from} to {until} and does not cover {date:day}. Renew it first, or choose another date.',
  },
  poolIsShort: {
    zh: '“{pool}”共 {seats} 个授权席位，那时还剩 {left} 个，这里要 {wanted} 个；其余由 {holders} 占用。请换时间，或先增购。',
    en: '{pool} has {seats} seats. At that time {left} are free, but {wanted} are needed; {holders} hold the rest. Choose another time, or buy more seats first.',
  },
  instructorNotQualified: {
    zh: '{instructorZh}没有这门课的授课资格，请换讲师，或先登记资格。',
    en: '{instructorEn} is not qualified for this course. Choose another instructor, or record the qualification first.',
  },
  instructorNotQualifiedOnTheDate: {
    zh: '{instructorZh}的授课资格（{from} 至 {until}）不含 {date:day}，请换讲师或日期。',
    en: '{instructorEn} is qualified from {from} to {until}, which does not cover {date:day}. Choose another instructor or date.',
  },
  roomTooSmall: {
    zh: '{roomZh}只有 {seats} 个座位，本班容量 {needed} 人，请换更大的教室。',
    en: '{roomEn} has {seats} seats, but the cohort has a capacity of {needed}. Choose a larger room.',
  },
  cohortTimetableClosed: {
    zh: '{cohort} 已结业或取消，课表不能再改。',
    en: '{cohort} is completed or cancelled, so its timetable can no longer change.',
  },
  sessionAlreadyBegun: {
    zh: '第 {number} 次课已于 {startsAt:moment} 开始，不能再改。',
    en: 'Session {number} began at {startsAt:moment} and can no longer change.',
  },
  sessionAlreadyHeld: {
    zh: '第 {number} 次课已点名，不能再改。',
    en: 'Attendance of session {number} has been recorded, so it can no longer change.',
  },
  sessionAlreadyCancelled: {
    zh: '第 {number} 次课已取消；需要时请另加一次课。',
    en: 'Session {number} is cancelled. Add another session if you need one.',
  },
  sessionChangedMeanwhile: {
    zh: '你填写期间，有人改了第 {number} 次课。上面是现在的安排；你填的内容还在，确认无误后请再提交一次。',
    en: 'Somebody changed session {number} while you were typing. Its current time and place are shown above; your entries are kept. Check them, then submit again.',
  },
  sessionUnchanged: {
    zh: '第 {number} 次课就在这个时间、地点和讲师，没有要改的。',
    en: 'Session {number} already has this time, room and instructor.',
  },
  sessionNotCancelled: {
    zh: '第 {number} 次课没有取消，不需要恢复。',
    en: 'Session {number} is not cancelled, so there is nothing to restore.',
  },
  roomUnknown: { zh: '没有这间教室，请从列表中选。', en: 'There is no such room. Choose one from the list.' },
  instructorUnknown: {
    zh: '没有这位讲师，请从列表中选。',
    en: 'There is no such instructor. Choose one from the list.',
  },
  instructorTwice: { zh: '同一位讲师选了两次，请去掉一个。', en: 'The same instructor is chosen twice. Remove one.' },
  poolUnknown: { zh: '没有这项软件授权，请从列表中选。', en: 'There is no such licence. Choose one from the list.' },
  overrideNotAllowed: {
    zh: '你没有权限让冲突的课破例照排，请联系管理员。',
    en: 'You do not have permission to override this clash. Ask an administrator.',
  },
  overrideReasonEmpty: {
    zh: '请写明理由，至少 {least} 个字，让日后查看的人能看懂。',
    en: 'Give a reason of at least {least} letters that others will understand later.',
  },
  closedDayNotMeant: {
    zh: '{day:dayShort}是{dayZh}，不上课。请换一天；确实要在这天上课，勾选“就排在这一天”。',
    en: '{day:dayShort} is closed: {dayEn}. Choose another day, or tick “Hold it on that day anyway”.',
  },
  hitsNotSeen: {
    zh: '会影响 {count} 次课，请看过下面的清单再登记。',
    en: {
      one: 'This affects one session. Check it below, then confirm.',
      other: 'This affects {count} sessions. Check them below, then confirm.',
    },
  },
});
