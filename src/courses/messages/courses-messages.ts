import { defineMessages, refusalMessages } from '../../platform/index.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import { achievementMessages } from './achievement-messages.js';
import { courseAuditMessages } from './audit-messages.js';
import { courseActMessages } from './course-act-messages.js';
import { courseFormMessages } from './form-messages.js';
import { pictureMessages } from './picture-messages.js';

export const courseMessages = {
  ...courseAuditMessages,
  ...refusalMessages<CourseRefusalCode>({
    trackCodeTaken: {
      zh: '代码 {code} 已被另一个方向使用，请换一个。',
      en: 'Another track has the code {code}. Choose a different one.',
    },
    trackKeepsCourses: {
      zh: '这个方向还有 {count} 门在用的课程。请先把它们停用，或移到别的方向。',
      en: {
        one: 'One course of this track is still taught. Retire it or move it to another track first.',
        other: '{count} courses of this track are still taught. Retire them or move them to another track first.',
      },
    },
    trackUnknown: { zh: '请从列出的方向中选择。', en: 'Choose one of the tracks listed.' },
    trackIsRetired: {
      zh: '“{track}”已停用，请选择在用的方向。',
      en: 'The track “{track}” is retired. Choose one in use.',
    },
    courseCodeTaken: {
      zh: '课程 {code} 已经存在，请换一个代码，或去修改那门课程。',
      en: 'Course {code} already exists. Choose a different code, or change that course.',
    },
    courseIsRetired: { zh: '这门课程已停用，请先恢复它。', en: 'This course is retired. Bring it back first.' },
    achievementIsRetired: {
      zh: '认证项目 {code} 已停用，请选择在用的项目，或先恢复它。',
      en: 'The achievement {code} is retired. Choose one in use, or bring it back first.',
    },
    achievementPictureUnknown: {
      zh: '图片没有收到，请重新上传。',
      en: 'The picture was not received. Upload it again.',
    },
    achievementUnchanged: {
      zh: '没有改动，仍是第 {version} 版。',
      en: 'Nothing has changed. It stays at version {version}.',
    },
    achievementKeepsCourses: {
      zh: '还有 {count} 门在用的课程通向它：{codes}。请先让它们通向别的认证项目，或停用这些课程。',
      en: {
        one: 'A course in use leads to it: {codes}. Let that course lead to another achievement first, or retire it.',
        other: '{count} courses in use lead to it: {codes}. Let them lead to other achievements first, or retire them.',
      },
    },
    achievementUnknown: {
      zh: '请从列出的认证项目中选择，或新建一个。',
      en: 'Choose one of the achievements listed, or create a new one.',
    },
    achievementCodeTaken: {
      zh: '认证项目 {code} 已经存在：请在列表中选择它，或换一个代码。',
      en: 'Achievement {code} already exists. Choose it from the list, or use a different code.',
    },
    achievementAsksItself: {
      zh: '{course} 通向的认证项目不能同时是它的先修要求，请去掉其中一项。',
      en: '{course} cannot require the achievement that it leads to. Remove one of the two.',
    },
    prerequisiteUnknown: {
      zh: '有一项先修要求已不存在，请重新选择。',
      en: 'One of the prerequisites no longer exists. Choose again.',
    },
    prerequisiteCircle: {
      zh: '先修要求形成了循环：{path}。请去掉其中一项。',
      en: 'These prerequisites form a circle: {path}. Remove one of them.',
    },
  }),
  ...courseFormMessages,
  ...courseActMessages,
  ...pictureMessages,
  ...achievementMessages,
  ...defineMessages({
    'track.list_title': { zh: '方向', en: 'Tracks' },
    'track.list_lead': {
      zh: '课程按方向归类，成果也按方向统计。',
      en: 'Courses belong to tracks, and results are counted by track.',
    },
    'track.new': { zh: '新建方向', en: 'New track' },
    'track.new_title': { zh: '新建方向', en: 'New track' },
    'track.edit_title': { zh: '修改方向', en: 'Change track' },
    'track.name_zh': { zh: '中文名称', en: 'Name in Chinese' },
    'track.name_en': { zh: '英文名称', en: 'Name in English' },
    'track.name': { zh: '方向', en: 'Track' },
    'track.code': { zh: '代码', en: 'Code' },
    'track.code_hint': {
      zh: '简短好记，会出现在网址里，例如 CLOUD。',
      en: 'Short and easy to remember, for example CLOUD. It appears in addresses.',
    },
    'track.summary_zh': { zh: '一句话介绍（中文）', en: 'Short description in Chinese' },
    'track.summary_en': { zh: '一句话介绍（英文）', en: 'Short description in English' },
    'track.position': { zh: '排列次序', en: 'Position in the list' },
    'track.position_hint': {
      zh: '数字小的排在前面；留空则排在最后。',
      en: 'Lower numbers come first. Leave it empty to come last.',
    },
    'track.courses': { zh: '在用课程', en: 'Courses in use' },
    'track.running': { zh: '进行中的班次', en: 'Cohorts under way' },
    'track.act_new': { zh: '建立方向', en: 'Create the track' },
    'track.act_save': { zh: '保存修改', en: 'Save changes' },
    'track.edit': { zh: '修改', en: 'Change' },
    'track.retire': { zh: '停用', en: 'Retire' },
    'track.bring_back': { zh: '恢复', en: 'Bring back' },
    'track.retired_list': { zh: '已停用的方向', en: 'Retired tracks' },
    'track.none': { zh: '还没有方向', en: 'No tracks yet' },
    'track.none_text': {
      zh: '先建立一个方向，例如“云计算”，再往里面放课程。',
      en: 'Start with a track such as “Cloud computing”, then add courses to it.',
    },
    'track.retire_title': { zh: '停用方向“{name}”？', en: 'Retire the track “{name}”?' },
    'track.retire_text': {
      zh: '停用后，新课程不能再放进这个方向；已有的班次、证书和统计都保留。随时可以恢复。',
      en: 'No new course can be added to it. Its cohorts, certificates and figures stay. You can bring it back at any time.',
    },
    'track.cannot_retire': { zh: '现在还不能停用这个方向', en: 'This track cannot be retired yet' },
    'track.see_courses': { zh: '查看这个方向的课程', en: 'See the courses of this track' },
    'track.opened': { zh: '方向“{name}”已建立。', en: 'Track “{name}” is created.' },
    'track.changed': { zh: '方向“{name}”已保存。', en: 'The track “{name}” is saved.' },
    'track.retired': { zh: '方向“{name}”已停用。', en: 'The track “{name}” is retired.' },
    'track.broughtBack': { zh: '方向“{name}”已恢复使用。', en: 'The track “{name}” is in use again.' },
    'course.list_title': { zh: '课程', en: 'Courses' },
    'course.new': { zh: '新建课程', en: 'New course' },
    'course.count': { zh: '共 {count} 门课程', en: { one: '{count} course', other: '{count} courses' } },
    'course.sort': { zh: '排序', en: 'Sort by' },
    'course.sort_code': { zh: '代码', en: 'Code' },
    'course.sort_title': { zh: '名称', en: 'Title' },
    'course.sort_hours': { zh: '学时', en: 'Hours' },
    'course.sort_cohorts': { zh: '班次数', en: 'Cohorts' },
    'course.name': { zh: '课程', en: 'Course' },
    'course.cohorts': { zh: '班次', en: 'Cohorts' },
    'course.running_count': { zh: '{count} 个进行中', en: '{count} under way' },
    'course.only_retired': { zh: '只看已停用的', en: 'Retired only' },
    'course.state_retired': { zh: '已停用', en: 'Retired' },
    'course.none': { zh: '还没有课程', en: 'No courses yet' },
    'course.none_text': {
      zh: '建立第一门课程，然后就可以为它安排班次。',
      en: 'Create the first course, then plan cohorts of it.',
    },
    'course.plan_cohort': { zh: '安排班次', en: 'Plan a cohort' },
    'course.public_page': { zh: '看公开页面', en: 'See the public page' },
    'course.edit': { zh: '修改', en: 'Change' },
    'course.retire': { zh: '停用', en: 'Retire' },
    'course.bring_back': { zh: '恢复使用', en: 'Bring back' },
    'course.is_retired': { zh: '这门课程已停用', en: 'This course is retired' },
    'course.is_retired_text': {
      zh: '自 {at:moment} 起不在课程目录中，也不能安排新的班次。',
      en: 'Since {at:moment} it has not been in the catalogue, and no new cohorts can be planned.',
    },
    'course.length': { zh: '时长', en: 'Length' },
    'course.length_value': {
      zh: '{count} 天，{hours} 学时',
      en: { one: '{count} day, {hours} hours', other: '{count} days, {hours} hours' },
    },
    'course.validity': { zh: '证书有效期', en: 'Validity of the certificate' },
    'course.validity_months': { zh: '{count} 个月', en: { one: '{count} month', other: '{count} months' } },
    'course.validity_until': { zh: '到 {day:day}', en: 'Until {day:day}' },
    'course.validity_ever': { zh: '长期有效', en: 'No expiry' },
    'course.asks_nothing': { zh: '无', en: 'None' },
    'course.leads_nowhere': { zh: '没有设定', en: 'None set' },
    'course.version': { zh: '第 {number} 版', en: 'Version {number}' },
    'course.current_version': { zh: '现行版本：第 {number} 版', en: 'Current version: {number}' },
    'course.frozen_since': {
      zh: '{at:moment} 起已有公开班次使用，内容不再改动。',
      en: 'Published cohorts have used it since {at:moment}; it no longer changes.',
    },
    'course.not_frozen': {
      zh: '还没有公开的班次使用，可以直接修改。',
      en: 'No published cohort uses it yet, so it can still be changed.',
    },
    'course.earlier': { zh: '以前的版本', en: 'Earlier versions' },
    'course.version_line': {
      zh: '{hours} 学时 · {count} 个班次',
      en: { one: '{hours} hours · {count} cohort', other: '{hours} hours · {count} cohorts' },
    },
    'course.made_at': { zh: '{at:moment} 建立', en: 'Created {at:moment}' },
    'course.no_outcomes': {
      zh: '还没有写学习成果。学员报名前最想知道学完能做什么。',
      en: 'No outcomes yet. Before they enrol, people want to know what they will be able to do.',
    },
    'course.no_cohorts': { zh: '还没有班次', en: 'No cohorts yet' },
    'course.no_cohorts_text': {
      zh: '安排一个班次后，学员就能在公开页面上报名。',
      en: 'Once a cohort is planned and published, trainees can enrol.',
    },
    'course.dates': { zh: '日期', en: 'Dates' },
    'course.seats': { zh: '人数', en: 'Seats' },
    'course.state': { zh: '状态', en: 'State' },
    'course.retire_title': { zh: '停用课程 {code}？', en: 'Retire the course {code}?' },
    'course.retire_leaves': {
      zh: '课程从公开目录中消失，不能再安排新的班次。',
      en: 'It leaves the public catalogue, and no new cohort can be planned.',
    },
    'course.retire_running': {
      zh: '{count} 个进行中的班次照常进行（{seated} 人），包括报名、考勤和颁发证书。',
      en: {
        one: 'One cohort under way continues ({seated} people), with enrolment, attendance and certificates.',
        other: '{count} cohorts under way continue ({seated} people), with enrolment, attendance and certificates.',
      },
    },
    'course.retire_drafts': {
      zh: '{count} 个草稿班次会保留，需要的话请逐个取消。',
      en: {
        one: 'One draft cohort stays. Cancel it if you do not need it.',
        other: '{count} draft cohorts stay. Cancel those you do not need.',
      },
    },
    'course.retire_keeps': {
      zh: '以前的版本、成绩和证书都保留，证书照样可以核验。',
      en: 'Earlier versions, results and certificates stay, and certificates can still be verified.',
    },
    'course.retire_back': {
      zh: '没有人会收到通知。随时可以恢复使用。',
      en: 'Nobody is notified. You can bring it back at any time.',
    },
    'course.retire_act': { zh: '停用课程', en: 'Retire the course' },
    'course.designed': {
      zh: '课程 {code} 已建立。接下来可以安排班次。',
      en: 'Course {code} is created. Next, plan a cohort.',
    },
    'course.changed_keep': {
      zh: '已保存。课程内容没有变，仍是第 {version} 版。',
      en: 'Saved. The syllabus is the same, still version {version}.',
    },
    'course.changed_amend': { zh: '已保存，第 {version} 版已更新。', en: 'Saved. Version {version} is up to date.' },
    'course.changed_next': {
      zh: '已保存为第 {version} 版。已公开的班次仍按它们的版本授课。',
      en: 'Saved as version {version}. Published cohorts keep the version they have.',
    },
    'course.retired': { zh: '课程 {code} 已停用。', en: 'The course {code} is retired.' },
    'course.broughtBack': { zh: '课程 {code} 已恢复使用。', en: 'The course {code} is in use again.' },
  }),
};
