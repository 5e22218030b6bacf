import type { HomePage } from '../../../src/reporting/web/home.controller.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<HomePage>('reporting/home/index');

function page(change: Partial<HomePage> = {}): HomePage {
  return { runs: [], tracks: [], figures: null, contact: null, ...change };
}

function run(stage: Stage, code: string, seatsLeft: number): HomePage['runs'][number] {
  return {
    href: `/cohorts/${code}`,
    startsOn: '2026-04-07',
    heading: code === 'A' ? '<script>' : '长'.repeat(200),
    track: stage.one('云计算', 'Cloud'),
    facts: [
      { icon: 'map-pin', text: stage.t('home.delivery.online') },
      { icon: 'clock', text: stage.t('home.hours', { count: 1 }) },
      { icon: 'calendar', text: stage.t('home.enrol_by', { at: LOOKED_AT }) },
    ],
    seats: stage.t('home.seats_left', { count: seatsLeft }),
  };
}

describe('the home page', () => {
  inEachLanguage('of a new academy says what is missing, and links to courses', (stage) => {
    const seen = view(stage, page());
    expect(seen.heading).toBe(stage.one('济南信息技术学院', 'Jinan IT Academy'));
    expect(seen.words).toContain(stage.t('home.no_runs'));
    expect(seen.sections).toEqual([stage.t('home.next'), stage.t('home.about')]);
    expect(seen.link(stage.t('home.find'))).toBe('/courses');
    expect(seen.link(stage.t('home.verify'))).toBe('/verify');
    expect(seen.textsOf('home-figures')).toEqual([]);
  });

  inEachLanguage('lists the cohorts that have seats', (stage) => {
    const seen = view(stage, page({ runs: [run(stage, 'A', 1), run(stage, 'B', 1001)] }));
    expect(seen.link('<script>')).toBe('/cohorts/A');
    expect(seen.link('长'.repeat(200))).toBe('/cohorts/B');
    expect(seen.textsOf('run-day')[0]).toBe(stage.translator.format.dayShort('2026-04-07'));
    expect(seen.textsOf('run-seats')).toEqual([1, 1001].map((count) => stage.t('home.seats_left', { count })));
    expect(seen.textsOf('meta')[0]).toBe(
      ['home.delivery.online', 'home.hours', 'home.enrol_by']
        .map((key) => stage.t(key, { count: 1, at: LOOKED_AT }))
        .join(' '),
    );
    expect(seen.words).not.toContain(stage.t('home.no_runs'));
  });

  inEachLanguage('lists the tracks with their numbers of courses', (stage) => {
    const tracks = [
      { href: '/courses?track=CLOUD', name: '云', summary: '学 <云>', courses: 1 },
      { href: '/courses?track=NET', name: '网', summary: '', courses: 0 },
    ];
    const seen = view(stage, page({ tracks }));
    expect(seen.sections).toEqual([stage.t('home.next'), stage.t('home.tracks'), '云', '网', stage.t('home.about')]);
    const [list] = seen.main.all('ul').filter((one) => one.hasClass('home-tracks'));
    expect(list?.all('li').map(({ text }) => text)).toEqual([
      `云 学 <云> ${stage.t('home.courses', { count: 1 })}`,
      `网 ${stage.t('home.courses', { count: 0 })}`,
    ]);
    expect(seen.link('网')).toBe('/courses?track=NET');
  });

  inEachLanguage('shows the figures so far', (stage) => {
    const seen = view(stage, page({ figures: { trained: 12_345, certified: 0 } }));
    expect(seen.textsOf('home-figures')).toEqual([stage.t('home.so_far', { trained: 12_345, certified: 0 })]);
  });

  inEachLanguage('shows how to get in touch, as far as known', (stage) => {
    const contact = { place: '济南市 <1 号>', phone: '0531', email: 'a@example.com' };
    const full = view(stage, page({ contact }));
    expect(full.words).toContain(`${stage.t('home.contact')} 济南市 <1 号> 0531 a@example.com`);
    expect(full.link('a@example.com')).toBe('mailto:a@example.com');
    const phone = view(stage, page({ contact: { place: '', phone: '0531', email: null } }));
    expect(phone.main.all('li').map(({ text }) => text)).toEqual(['0531']);
    const none = view(stage, page({ contact: { place: '', phone: null, email: null } }));
    expect(none.sections).not.toContain(stage.t('home.contact'));
  });
});
