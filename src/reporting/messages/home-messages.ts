import { defineMessages } from '../../platform/index.js';

export const homeMessages = defineMessages({
  'home.title': { zh: '首页', en: 'Home' },
  'home.lead': {
    zh: '学一门用得上的技术，拿一张可以核验的证书。',
    en: 'Learn a skill that employers need. Earn a certificate that anyone can verify.',
  },
  'home.find': { zh: '找课程', en: 'Find a course' },
  'home.verify': { zh: '核验证书', en: 'Verify a certificate' },
  'home.next': { zh: '即将开班', en: 'Starting soon' },
  'home.all_courses': { zh: '全部课程', en: 'All courses' },
  'home.hours': { zh: '{count} 学时', en: { one: '{count} hour', other: '{count} hours' } },
  'home.enrol_by': { zh: '{at:moment} 截止报名', en: 'Enrol by {at:moment}' },
  'home.seats_left': { zh: '还有 {count} 个名额', en: { one: '{count} seat left', other: '{count} seats left' } },
  'home.delivery.onsite': { zh: '线下授课', en: 'On site' },
  'home.delivery.online': { zh: '线上授课', en: 'Online' },
  'home.delivery.hybrid': { zh: '线上线下结合', en: 'On site and online' },
  'home.no_runs': { zh: '近期的班次都已满员或尚未开放', en: 'No cohort has free seats at the moment' },
  'home.no_runs_text': {
    zh: '先在课程目录里看看：满员的班次可以候补，名额一空出来就通知你。',
    en: 'Have a look at the courses. You can join the waitlist of a full cohort, and we will notify you when a seat becomes free.',
  },
  'home.tracks': { zh: '学什么', en: 'What you can learn' },
  'home.courses': { zh: '{count} 门课程', en: { one: '{count} course', other: '{count} courses' } },
  'home.about': { zh: '关于学院', en: 'About the academy' },
  'home.about_who': {
    zh: '我们为在职的人、刚毕业的人和软件企业开办信息技术培训。每门课写清楚学完能做什么，每个班次写清楚哪天上课、在哪间教室、还剩几个名额。',
    en: 'We train people at work, graduates and software companies in information technology. Every course says what you will be able to do. Every cohort says when it meets, in which room, and how many seats are left.',
  },
  'home.about_how': {
    zh: '报名一步完成。满员时可以候补；有人退班，名额会为候补的下一位保留一段时间。',
    en: 'Enrolling takes one step. When a cohort is full you can join the waitlist, and a freed seat is held for the next person.',
  },
  'home.about_certificate': {
    zh: '出勤与考核都达到要求才能结业。证书带有编号和二维码，用人单位不需要账户，随时可以核验。',
    en: 'Completion requires attendance and passed assessments. Each certificate has a number and a QR code, so employers can verify it at any time without an account.',
  },
  'home.so_far': {
    zh: '到今天，{trained} 人次在这里结业，{certified} 张证书可以在线核验。',
    en: '{trained} completions so far, and {certified} certificates that can be verified online.',
  },
  'home.contact': { zh: '联系我们', en: 'Contact' },
});
