import { formView, optionsOf, typedFrom } from '../../../../src/platform/index.js';
import { ROOM_KINDS } from '../../../../src/scheduling/core/data/room.entity.js';
import type { RoomRow } from '../../../../src/scheduling/core/data/resource-queries.js';
import { RoomForm } from '../../../../src/scheduling/resources/web/room.form.js';
import {
  roomFilters,
  type RoomFormPage,
  roomQuery,
  type RoomsPage,
  roomView,
} from '../../../../src/scheduling/resources/web/room.page.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { SCRIPT, stripIn, titleOf } from './resource-models.js';
import { headFaults } from './table-heads.js';
import { FULL_ROOM, roomRow } from './resource-rows.js';

const office = { viewer: 'administrator', path: '/office/rooms' } as const;
const listView = viewOf<RoomsPage>('scheduling/resources/rooms/index', office);
const formPageView = viewOf<RoomFormPage>('scheduling/resources/rooms/edit', office);

describe('the list of rooms', () => {
  function page(stage: Stage, rows: readonly RoomRow[], change: Partial<RoomsPage> = {}): RoomsPage {
    return {
      ...roomFilters(stage.context(), rows, roomQuery({})),
      rooms: rows.map((row) => ({ ...roomView(stage.context(), row), strip: stripIn(stage) })),
      found: rows.length,
      mayChange: true,
      ...change,
    };
  }

  inEachLanguage('that is empty leads to the first one, for those who may add it', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.heading).toBe(stage.t('room.list_title'));
    expect(titleOf(seen)).toBe(stage.t('room.list_title'));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('room.none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('room.none_text')]);
    expect(seen.links(stage.t('room.new'))).toEqual(['/office/rooms/new', '/office/rooms/new']);
    expect(seen.words).toContain(stage.t('room.count', { count: 0 }));
    const others = listView(stage, page(stage, [], { mayChange: false }), { viewer: 'coordinator' });
    expect(others.hrefs).not.toContain('/office/rooms/new');
    expect(others.textsOf('empty-title')).toEqual([stage.t('room.none')]);
    expect(others.textsOf('empty-text')).toEqual([stage.t('room.none_text')]);
  });

  inEachLanguage('of which each is closed says so and leads to them', (stage) => {
    const filters = roomFilters(stage.context(), [FULL_ROOM], roomQuery({}));
    const seen = listView(stage, page(stage, [], filters));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('room.all_closed')]);
    expect(seen.link(stage.t('room.show_closed'))).toBe('/office/rooms?closed=1');
    const mixed = roomFilters(stage.context(), [roomRow(), FULL_ROOM], roomQuery({}));
    expect([mixed.allClosed, roomFilters(stage.context(), [], roomQuery({})).allClosed]).toEqual([false, false]);
  });

  inEachLanguage('filtered without result keeps every filter and leads to all', (stage) => {
    const asked = roomQuery({ q: SCRIPT, kind: 'lab', feature: '投影', seats: '40', closed: '1' });
    const filters = roomFilters(stage.context(), [FULL_ROOM], asked);
    const seen = listView(stage, page(stage, [], filters));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('list.nothing_found')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('list.nothing_found_text')]);
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/rooms', '/office/rooms']);
    const held = ['q', 'kind', 'feature', 'seats'].map((name) => seen.control(name)?.value);
    expect(held).toEqual([SCRIPT, 'lab', '投影', '40']);
    expect(seen.control('closed')).toMatchObject({ isChosen: true, label: stage.t('room.closed_too') });
    expect(seen.control('seats')?.label).toBe(stage.t('room.least_seats'));
  });

  inEachLanguage('shows one with the least and one with everything', (stage) => {
    const seen = listView(stage, page(stage, [roomRow(), FULL_ROOM]));
    const strip = expect.any(String) as string;
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [
        `${stage.one('琵琶泉实训室', 'Pipa Lab')} LAB-2`,
        stage.t('room.kind.lab'),
        '1',
        stage.t('layout.nothing'),
        stage.one('3 号楼', 'Building 3'),
        strip,
      ],
      [
        `${stage.one('长'.repeat(100), SCRIPT)} A301 ${stage.t('room.is_closed')}`,
        stage.t('room.kind.room'),
        stage.translator.format.number(2000),
        expect.stringContaining(`投影 ${SCRIPT}`),
        stage.one('3 号楼', 'Building 3'),
        strip,
      ],
    ]);
    expect(seen.link(stage.one('琵琶泉实训室', 'Pipa Lab'))).toBe('/office/rooms/LAB-2');
    expect(seen.words).toContain(stage.t('room.count', { count: 2 }));
    expect(seen.words).toContain(stage.t('timetable.use_legend'));
    expect(seen.main.all('span').filter((one) => one.hasClass('heat'))).toHaveLength(2);
  });
});

describe('the form of a room', () => {
  function page(stage: Stage, row: RoomRow | null, typed = {}): RoomFormPage {
    const options = { kind: optionsOf(stage.translator, 'room.kind', ROOM_KINDS) };
    const known = row === null ? { kind: 'room', ...typed } : { ...row, features: row.features.join('\n'), ...typed };
    return {
      room: row && roomView(stage.context(), row),
      form: formView(RoomForm, stage.translator, { typed: typedFrom(known), options }),
    };
  }

  inEachLanguage('that is new begins as a room, and is added', (stage) => {
    const seen = formPageView(stage, page(stage, null));
    expect(seen.heading).toBe(stage.t('room.new'));
    expect(titleOf(seen)).toBe(stage.t('room.form_title'));
    expect(seen.controls('kind').map(({ value, isChosen }) => [value, isChosen])).toEqual([
      ['room', true],
      ['lab', false],
    ]);
    expect(seen.control('setUpMinutes')?.label).toBe(`${stage.t('room.set_up')} ${stage.t('form.optional')}`);
    expect(seen.control('seats')?.label).toBe(stage.t('room.seats'));
    expect(seen.button(stage.t('room.add'))).toBe('post /office/rooms');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/rooms');
  });

  inEachLanguage('of one on record shows what is known', (stage) => {
    const seen = formPageView(stage, page(stage, FULL_ROOM));
    expect(seen.heading).toBe(stage.one('长'.repeat(100), SCRIPT));
    expect(seen.textsOf('over')).toEqual(['A301']);
    const names = ['code', 'seats', 'nameZh', 'nameEn', 'setUpMinutes', 'clearAwayMinutes', 'features'];
    expect(names.map((name) => seen.control(name)?.value)).toEqual([
      ...['A301', '2000', '长'.repeat(100), SCRIPT, '240', '15', `投影\n${SCRIPT}`],
    ]);
    expect(seen.button(stage.t('room.save'))).toBe('post /office/rooms/A301');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/rooms/A301');
  });

  inEachLanguage('that failed keeps what was typed, with each fault beside its field', (stage) => {
    const typed = { code: 'a 301', seats: 'many', setUpMinutes: '-1', placeEn: SCRIPT, kind: 'hall' };
    const { room: known, form } = page(stage, roomRow(), typed);
    const faulty = faultyIn(form);
    const seen = formPageView(stage, { room: known, form: faulty });
    expect(seen.faults).toEqual(faultsOn(faulty));
    expect(seen.sections[0]).toBe(stage.t('form.problems', { count: 10 }));
    for (const name of ['code', 'seats', 'setUpMinutes', 'placeEn'] as const)
      expect(seen.control(name)?.value).toBe(typed[name]);
    expect(seen.controls('kind').filter(({ isChosen }) => isChosen)).toEqual([]);
  });
});
