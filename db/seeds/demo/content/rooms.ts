export type RoomKind = 'room' | 'lab';

export interface DemoRoom {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoomKind;
  readonly seats: number;
  readonly placeZh: string;
  readonly placeEn: string;
}

const room = (code: string, names: readonly [zh: string, en: string], kind: RoomKind, seats: number): DemoRoom => {
  const floor = Number(code.slice(1, 2));
  const block = code.startsWith('A') ? ['A', 'A'] : ['B', 'B'];
  return { code, nameZh: names[0], nameEn: names[1], kind, seats, placeZh: `软件园培训楼 ${block[0]} 座 ${floor} 层`, placeEn: `Training building ${block[1]}, floor ${floor}` };
};

/** Twelve rooms and labs in two blocks, named after springs of the city. */
export const ROOMS: readonly DemoRoom[] = [
  room('A101', ['趵突泉报告厅', 'Baotu Spring Hall'], 'room', 180),
  room('A102', ['黑虎泉阶梯教室', 'Black Tiger Spring Theatre'], 'room', 150),
  room('A201', ['珍珠泉教室', 'Pearl Spring Classroom'], 'room', 80),
  room('A202', ['五龙潭教室', 'Five Dragon Pool Classroom'], 'room', 60),
  room('A203', ['漱玉泉教室', 'Shuyu Spring Classroom'], 'room', 60),
  room('A301', ['金线泉研讨室', 'Golden Thread Spring Seminar Room'], 'room', 36),
  room('B201', ['百脉泉实训室', 'Baimai Spring Lab'], 'lab', 80),
  room('B202', ['玉泉实训室', 'Jade Spring Lab'], 'lab', 72),
  room('B203', ['琵琶泉实训室', 'Pipa Spring Lab'], 'lab', 64),
  room('B301', ['洗钵泉实训室', 'Xibo Spring Lab'], 'lab', 64),
  room('B302', ['玛瑙泉实训室', 'Agate Spring Lab'], 'lab', 60),
  room('B303', ['白石泉实训室', 'White Stone Spring Lab'], 'lab', 48),
];
