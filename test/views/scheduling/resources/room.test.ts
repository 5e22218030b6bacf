import { instantOf } from '../../../../src/platform/index.js';
import type { RoomRow } from '../../../../src/scheduling/core/data/resource-queries.js';
import { type RoomPage, roomView } from '../../../../src/scheduling/resources/web/room.page.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import {
  A_FEED,
  aheadCells,
  availabilityIn,
  awayIn,
  hitsIn,
  NO_FEED,
  SCRIPT,
  sessionsIn,
  stripIn,
} from './resource-models.js';
import { headFaults } from './table-heads.js';
import { FULL_ROOM, roomRow } from './resource-rows.js';

const view = viewOf<RoomPage>('scheduling/resources/rooms/show', { viewer: 'administrator', path: '/office/rooms' });

describe('a room', () => {
  function page(stage: Stage, row: RoomRow, change: Partial<RoomPage> = {}): RoomPage {
    return {
      room: roomView(stage.context(), row),
      strip: stripIn(stage),
      availability: availabilityIn(stage, 'room'),
      sessions: [],
      feed: NO_FEED,
      refusals: [],
      mayChange: true,
      ...change,
    };
  }

  inEachLanguage('of which little is known says so, and leads to everything that can be done', (stage) => {
    const seen = view(stage, page(stage, roomRow()));
    expect(seen.heading).toBe(stage.one('琵琶泉实训室', 'Pipa Lab'));
    expect(seen.facts).toEqual({
      [stage.t('room.kind_label')]: stage.t('room.kind.lab'),
      [stage.t('room.seats')]: '1',
      [stage.t('room.place')]: stage.one('3 号楼', 'Building 3'),
      [stage.t('room.margins_label')]: stage.t('layout.nothing'),
      [stage.t('room.features')]: stage.t('layout.nothing'),
    });
    expect(seen.words).toContain(stage.t('availability.always.room'));
    expect(seen.words).toContain(stage.t('availability.none_ahead.room'));
    expect(seen.words).toContain(stage.t('session.none_ahead'));
    expect(seen.link(stage.t('room.change'))).toBe('/office/rooms/LAB-2/edit');
    expect(seen.button(stage.t('room.close'))).toBe('post /office/rooms/LAB-2/closure');
    expect(seen.link(stage.t('availability.change_hours'))).toBe('/office/rooms/LAB-2/hours');
    expect(seen.link(stage.t('availability.declare.room'))).toBe('/office/rooms/LAB-2/unavailability');
    expect(seen.button(stage.t('feed.make'))).toBe('post /office/feeds/room/LAB-2');
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('out of use says so, has everything that is known, and can be opened again', (stage) => {
    const seen = view(stage, page(stage, FULL_ROOM, { feed: A_FEED, sessions: sessionsIn(stage) }));
    expect(seen.textsOf('callout')).toEqual([stage.t('room.closed_text')]);
    expect(seen.button(stage.t('room.reopen'))).toBe('post /office/rooms/A301/reopening');
    expect(seen.button(stage.t('room.close'))).toBeNull();
    expect(seen.facts).toMatchObject({
      [stage.t('room.seats')]: stage.translator.format.number(2000),
      [stage.t('room.margins_label')]: stage.t('room.margins', { before: 240, after: 15 }),
      [stage.t('room.features')]: `投影 ${SCRIPT}`,
    });
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual(sessionsIn(stage).map((one) => aheadCells(stage, one)));
    expect(seen.hrefs).toContain('/office/cohorts/AZ-104-2026-03/sessions');
    expect(seen.words).toContain(A_FEED.address);
    expect(seen.link(stage.t('feed.subscribe'))).toBe(A_FEED.webcal);
    expect(seen.button(stage.t('feed.revoke'))).toBe('post /office/feeds/room/A301/revocation');
  });

  inEachLanguage('is not changed by those who may not', (stage) => {
    const seen = view(stage, page(stage, roomRow(), { mayChange: false }), { viewer: 'coordinator' });
    expect(seen.link(stage.t('room.change'))).toBeNull();
    expect(seen.button(stage.t('room.close'))).toBeNull();
    expect(seen.link(stage.t('availability.change_hours'))).toBe('/office/rooms/LAB-2/hours');
  });

  inEachLanguage('that cannot be closed says why, and how many reasons there are', (stage) => {
    const refusals = ['Used by AZ-1', SCRIPT];
    const seen = view(stage, page(stage, roomRow(), { refusals }));
    const [callout] = seen.textsOf('callout');
    expect(callout).toBe([stage.t('layout.blockers', { count: 2 }), ...refusals].join(' '));
  });

  inEachLanguage('lists the sessions that it speaks against, with the reasons, and leads to their repair', (stage) => {
    const hits = hitsIn(stage);
    const seen = view(stage, page(stage, roomRow(), { availability: availabilityIn(stage, 'room', { hits }) }));
    const [callout = ''] = seen.textsOf('callout');
    expect(callout).toContain(stage.t('availability.hit', { count: 17 }));
    expect(callout).toContain(stage.t('availability.hit_text.room'));
    for (const reason of hits.groups[0]!.reasons) expect(callout).toContain(reason);
    expect(callout).toContain(stage.t('session.nth', { number: 12 }));
    expect(callout).toContain(stage.t('availability.more_hit', { count: 5 }));
    expect(seen.link(stage.t('availability.repair'))).toBe('/office/repairs/new?room=r1');
  });

  inEachLanguage('shows its hours day by day and its closures ahead', (stage) => {
    const closed = availabilityIn(stage, 'room');
    const days = closed.days.map((day, at) => ({ ...day, spans: at === 0 ? ['9:00–12:00', '14:00–24:00'] : [] }));
    const ahead = [
      awayIn(stage, { now: true, hit: 1, reason: SCRIPT }),
      awayIn(stage, { id: 'x2', endsAt: instantOf('2026-05-01', '00:00') }),
    ];
    const seen = view(stage, page(stage, roomRow(), { availability: { ...closed, always: false, days, ahead } }));
    expect(seen.facts[days[0]!.weekday]).toBe('9:00–12:00 14:00–24:00');
    expect(seen.facts[days[6]!.weekday]).toBe(stage.t('availability.not_that_day'));
    expect(seen.words).toContain(
      `${ahead[0]!.span} · ${SCRIPT} ${stage.t('availability.now')} ${stage.t('availability.hit_short', { count: 1 })}`,
    );
    const until = stage.t('availability.whole_days', { from: '2026-04-01', until: '2026-04-30' });
    expect(seen.words).toContain(`${until} · 换空调`);
    expect(seen.words).not.toContain(stage.t('availability.always.room'));
    expect(seen.words).not.toContain(stage.t('availability.none_ahead.room'));
  });

  inEachLanguage('says its use in hours, week by week, and marks this week', (stage) => {
    const lessons = [
      { startsAt: instantOf('2026-03-11', '09:00'), endsAt: instantOf('2026-03-11', '12:30') },
      { startsAt: instantOf('2026-03-16', '08:00'), endsAt: instantOf('2026-03-22', '08:00') },
    ];
    const seen = view(stage, page(stage, roomRow(), { strip: stripIn(stage, lessons) }));
    expect(seen.words).toContain(stage.t('timetable.week_use', { monday: '2026-03-09', hours: 3.5, of: 40 }));
    expect(seen.words).toContain(stage.t('timetable.week_use', { monday: '2026-03-16', hours: 144, of: 40 }));
    const cells = seen.main.all('span').filter((one) => one.hasClass('heat-cell'));
    expect(cells).toHaveLength(16);
    expect(cells.findIndex((one) => one.hasClass('heat-now'))).toBe(4);
    expect([3, 4, 5].map((at) => cells[at]!.attribute('class'))).toEqual([
      'heat-cell heat-0',
      'heat-cell heat-1 heat-now',
      'heat-cell heat-4',
    ]);
  });
});
