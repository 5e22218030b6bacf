import type { OpenSpan } from '../../../../src/scheduling/core/domain/availability.js';
import { WEEKDAYS } from '../../../../src/platform/clock.js';

export type RoomKind = 'room' | 'lab';

export interface DemoRoom {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoomKind;
  readonly seats: number;
  readonly placeZh: string;
  readonly placeEn: string;
  readonly features: readonly string[];
  readonly setUpMinutes: number;
  readonly clearAwayMinutes: number;
  /** Empty: bookable at any time. */
  readonly hours: readonly OpenSpan[];
}

const room = (
  code: string,
  names: readonly [zh: string, en: string],
  kind: RoomKind,
  seats: number,
  features: string,
): DemoRoom => {
  const floor = Number(code.slice(1, 2));
  const block = code.startsWith('A') ? ['A', 'A'] : ['B', 'B'];
  return {
    code,
    nameZh: names[0],
    nameEn: names[1],
    kind,
    seats,
    placeZh: `软件园培训楼 ${block[0]} 座 ${floor} 层`,
    placeEn: `Training building ${block[1]}, floor ${floor}`,
    features: features.split(' ').map((one) => one.replace('_', ' ')),
    ...keptBy(kind, seats),
  };
};

/** Open from eight to ten; halls and labs need set-up and clear-away time. */
function keptBy(kind: RoomKind, seats: number): Pick<DemoRoom, 'setUpMinutes' | 'clearAwayMinutes' | 'hours'> {
  const hours = seats < 40 ? [] : WEEKDAYS.map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 22 * 60 }));
  return { setUpMinutes: kind === 'lab' ? 15 : seats > 100 ? 10 : 0, clearAwayMinutes: kind === 'lab' ? 10 : 0, hours };
}

/** Twelve rooms and labs in two blocks, named after springs of the city. */
export const ROOMS: readonly DemoRoom[] = [
  room('A101', ['趵突泉报告厅', 'Baotu Spring Hall'], 'room', 180, '投影 录播 同声传译 无障碍'),
  room('A102', ['黑虎泉阶梯教室', 'Black Tiger Spring Theatre'], 'room', 150, '投影 录播 阶梯座位'),
  room('A201', ['珍珠泉教室', 'Pearl Spring Classroom'], 'room', 80, '投影 录播'),
  room('A202', ['五龙潭教室', 'Five Dragon Pool Classroom'], 'room', 60, '投影 白板'),
  room('A203', ['漱玉泉教室', 'Shuyu Spring Classroom'], 'room', 60, '投影 白板 无障碍'),
  room('A301', ['金线泉研讨室', 'Golden Thread Spring Seminar Room'], 'room', 36, '白板 视频会议 圆桌'),
  room('B201', ['百脉泉实训室', 'Baimai Spring Lab'], 'lab', 80, '80_台电脑 投影 录播 双屏'),
  room('B202', ['玉泉实训室', 'Jade Spring Lab'], 'lab', 72, '72_台电脑 投影 虚拟化'),
  room('B203', ['琵琶泉实训室', 'Pipa Spring Lab'], 'lab', 64, '64_台电脑 投影 虚拟化'),
  room('B301', ['洗钵泉实训室', 'Xibo Spring Lab'], 'lab', 64, '64_台电脑 投影 GPU'),
  room('B302', ['玛瑙泉实训室', 'Agate Spring Lab'], 'lab', 60, '60_台电脑 投影 双屏'),
  room('B303', ['白石泉实训室', 'White Stone Spring Lab'], 'lab', 48, '48_台电脑 投影 网络机柜 GPU'),
];
