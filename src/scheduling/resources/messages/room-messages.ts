import { defineMessages } from '../../../platform/index.js';

/** The pages of rooms. */
export const roomMessages = defineMessages({
  'room.named': { zh: '{code} {name}（{seats} 座）', en: '{code} {name} ({seats} seats)' },
  'room.list_title': { zh: '教室与实训室', en: 'Rooms and labs' },
  'room.count': { zh: '{count} 间', en: { one: '{count} room', other: '{count} rooms' } },
  'room.new': { zh: '添加教室', en: 'Add a room' },
  'room.form_title': { zh: '教室资料', en: 'Room' },
  'room.name': { zh: '名称', en: 'Name' },
  'room.kind_label': { zh: '类型', en: 'Kind' },
  'room.kind.room': { zh: '教室', en: 'Room' },
  'room.kind.lab': { zh: '实训室', en: 'Lab' },
  'room.seats': { zh: '座位', en: 'Seats' },
  'room.seats_unit': { zh: '个', en: 'seats' },
  'room.place': { zh: '位置', en: 'Place' },
  'room.closed_too': { zh: '也看停用的', en: 'Closed ones too' },
  'room.is_closed': { zh: '已停用', en: 'Closed' },
  'room.none': { zh: '还没有教室', en: 'No rooms yet' },
  'room.all_closed': { zh: '教室都已停用', en: 'All rooms are closed' },
  'room.all_closed_text': {
    zh: '停用的教室不能排课。可以恢复使用，或添加新的教室。',
    en: 'Closed rooms take no sessions. Reopen one, or add another.',
  },
  'room.show_closed': { zh: '查看停用的教室', en: 'Show the closed rooms' },
  'room.none_text': {
    zh: '先添加教室和实训室，排课时才能选。',
    en: 'Add rooms and labs, so that sessions can meet in them.',
  },
  'room.change': { zh: '修改资料', en: 'Change' },
  'room.close': { zh: '停用', en: 'Close the room' },
  'room.reopen': { zh: '恢复使用', en: 'Reopen' },
  'room.closed_text': {
    zh: '这间已停用，不能再排课；以前的记录都在。',
    en: 'This room takes no new sessions. Its past is saved.',
  },
  'room.code': { zh: '编号', en: 'Code' },
  'room.code_hint': { zh: '例如 A301、LAB-2。', en: 'Such as A301 or LAB-2.' },
  'room.name_zh': { zh: '中文名称', en: 'Name in Chinese' },
  'room.name_en': { zh: '英文名称', en: 'Name in English' },
  'room.place_zh': { zh: '位置（中文）', en: 'Place in Chinese' },
  'room.place_en': { zh: '位置（英文）', en: 'Place in English' },
  'room.place_hint': {
    zh: '楼、层、门牌，学员照着能找到。',
    en: 'Building, floor and door: what a trainee needs to find it.',
  },
  'room.save': { zh: '保存教室', en: 'Save the room' },
  'room.add': { zh: '添加教室', en: 'Add the room' },
  'room.added': { zh: '已添加 {code}。', en: '{code} is added.' },
  'room.changed_too_close': {
    zh: '{code} 已保存。有 {count} 次课前后离得太近，暂按原来的时间占用；请在下面“受影响的课”里调开。',
    en: {
      one: '{code} is saved. {count} session stands too close to another and keeps its old hold; move one of them, listed under Sessions affected.',
      other:
        '{code} is saved. {count} sessions stand too close to each other and keep their old holds; move some of them, listed under Sessions affected.',
    },
  },
  'room.changed': { zh: '{code} 已保存。', en: '{code} is saved.' },
  'room.closed': { zh: '{code} 已停用。', en: '{code} is closed.' },
  'room.reopened': { zh: '{code} 已恢复使用。', en: '{code} is open again.' },
});
