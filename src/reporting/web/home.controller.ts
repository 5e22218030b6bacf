import { Controller, Get } from '@nestjs/common';
import { AcademyProfile } from '../../accounts/index.js';
import { CurrentVisit, definePage, OpenToAll, type Page, type Visit } from '../../platform/index.js';
import { HomeQueries } from '../data/home.js';
import { spoken } from './spoken.js';

interface Run {
  readonly href: string;
  readonly startsOn: string;
  readonly heading: string;
  readonly track: string;
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly seats: string;
}

interface HomePage {
  readonly runs: readonly Run[];
  readonly tracks: readonly {
    readonly href: string;
    readonly name: string;
    readonly summary: string;
    readonly courses: number;
  }[];
  readonly figures: { readonly trained: number; readonly certified: number } | null;
  readonly contact: { readonly place: string; readonly phone: string | null; readonly email: string | null } | null;
}

const page = definePage<HomePage>('reporting/home/index');
const RUNS_SHOWN = 6;

/** The academy's front door. */
@Controller()
@OpenToAll()
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly profile: AcademyProfile,
  ) {}

  @Get('/')
  async show(@CurrentVisit() visit: Visit): Promise<Page> {
    const [open, { tracks, figures }] = await Promise.all([this.home.open(RUNS_SHOWN), this.home.slowFacts()]);
    const { speaker } = visit;
    const academy = this.profile.current();
    return page({
      runs: open.map((one) => ({
        href: `/cohorts/${encodeURIComponent(one.code)}`,
        startsOn: one.startsOn,
        heading: spoken(visit, one.titleZh, one.titleEn),
        track: spoken(visit, one.trackZh, one.trackEn),
        facts: [
          { icon: 'map-pin', text: speaker.say(`home.delivery.${one.delivery}`) },
          { icon: 'clock', text: speaker.say('home.hours', { count: one.hours }) },
          { icon: 'calendar', text: speaker.say('home.enrol_by', { at: one.windowClosesAt }) },
        ],
        seats: speaker.say('home.seats_left', { count: one.seatsLeft }),
      })),
      tracks: tracks.map((one) => ({
        href: `/courses?track=${encodeURIComponent(one.code)}`,
        name: spoken(visit, one.nameZh, one.nameEn),
        summary: spoken(visit, one.summaryZh, one.summaryEn),
        courses: one.courses,
      })),
      figures: figures.trained > 0 ? figures : null,
      contact: academy && {
        place: spoken(visit, academy.placeZh, academy.placeEn),
        phone: academy.contactPhone,
        email: academy.contactEmail,
      },
    });
  }
}
