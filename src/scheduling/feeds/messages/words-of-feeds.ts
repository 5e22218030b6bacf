import { defineWords } from '../../../platform/index.js';

export const feedWords = defineWords({
  'feed.list_title': { zh: '日历地址', en: 'Calendar addresses' },
  'feed.list_lead': {
    zh: '教室和讲师的课表可以订阅到任何日历；班次的地址在各班的课次页。',
    en: 'The timetable of a room or an instructor, for any calendar to subscribe to. A cohort’s address is on its sessions page.',
  },
  'feed.list_kinds': { zh: '谁的课表', en: 'Whose timetable' },
  'feed.of_room': { zh: '教室', en: 'Rooms' },
  'feed.of_instructor': { zh: '讲师', en: 'Instructors' },
  'feed.search_room': { zh: '编号、名称或地点', en: 'Code, name or place' },
  'feed.search_instructor': { zh: '姓名或邮箱', en: 'Name or e-mail' },
  'feed.in_force': { zh: '地址', en: 'Address' },
  'feed.made_on': { zh: '{day:day}生成', en: 'Made on {day:day}' },
  'feed.none_made': { zh: '还没有', en: 'None yet' },
  'feed.open': { zh: '查看', en: 'Open' },
  'feed.open_to_make': { zh: '生成', en: 'Make one' },
  'feed.count': {
    zh: '共 {count} 项，其中 {made} 项有地址',
    en: { one: '{count} in all, {made} with an address', other: '{count} in all, {made} with an address' },
  },
  'feed.none_room': { zh: '还没有教室', en: 'No rooms yet' },
  'feed.none_instructor': { zh: '还没有讲师', en: 'No instructors yet' },
  'feed.none_text': {
    zh: '管理员登记后会列在这里。',
    en: 'They are listed here once an administrator has added them.',
  },
  'feed.room_title': { zh: '教室的日历地址', en: 'Calendar address of this room' },
  'feed.room_lead': {
    zh: '这间教室的每次课都在里面，调课、取消会自动更新。',
    en: 'It holds every session in this room and follows every change.',
  },
  'feed.instructor_title': { zh: '讲师的日历地址', en: 'Calendar address of this instructor' },
  'feed.instructor_lead': {
    zh: '这位讲师的每次课都在里面；换了地址，讲师自己的订阅也要重新添加。',
    en: 'It holds every session of this instructor. If it is replaced, the instructor has to subscribe anew as well.',
  },
  'feed.copy': { zh: '复制地址', en: 'Copy the address' },
  'feed.copied': { zh: '已复制', en: 'Copied' },
  'feed.room_page': { zh: '教室页面', en: 'The room’s page' },
  'feed.instructor_page': { zh: '讲师页面', en: 'The instructor’s page' },
});
