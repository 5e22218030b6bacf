import { Controller, Get } from '@nestjs/common';
import { AcademyProfile } from '../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  inLanguage,
  OpenToAll,
  type Page,
  type RequestContext,
} from '../../platform/index.js';
import { HomeQueries } from '../data/home.js';

interface Run {
  readonly href: string;
  readonly startsOn: string;
  readonly heading: string;
  readonly track: string;
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly seats: string;
}

export interface HomePage {
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

/** The academy's public home page. */
@Controller()
@OpenToAll()
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly profile: AcademyProfile,
  ) {}

  @Get('/')
  async show(@CurrentContext() context: RequestContext): Promise<Page> {
    const [open, { tracks, figures }] = await Promise.all([this.home.open(RUNS_SHOWN), this.home.slowFacts()]);
    const { translator } = context;
    const academy = this.profile.current();
    return page({
      runs: open.map((one) => ({
        href: `/cohorts/${encodeURIComponent(one.code)}`,
        startsOn: one.startsOn,
        heading: inLanguage(context, one.titleZh, one.titleEn),
        track: inLanguage(context, one.trackZh, one.trackEn),
        facts: [
          { icon: 'map-pin', text: translator.t(`home.delivery.${one.delivery}`) },
          { icon: 'clock', text: translator.t('home.hours', { count: one.hours }) },
          { icon: 'calendar', text: translator.t('home.enrol_by', { at: one.windowClosesAt }) },
        ],
        seats: translator.t('home.seats_left', { count: one.seatsLeft }),
      })),
      tracks: tracks.map((one) => ({
        href: `/courses?track=${encodeURIComponent(one.code)}`,
        name: inLanguage(context, one.nameZh, one.nameEn),
        summary: inLanguage(context, one.summaryZh, one.summaryEn),
        courses: one.courses,
      })),
      figures: figures.trained > 0 ? figures : null,
      contact: academy && {
        place: inLanguage(context, academy.placeZh, academy.placeEn),
        phone: academy.contactPhone,
        email: academy.contactEmail,
      },
    });
  }
}
