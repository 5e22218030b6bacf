import { Injectable } from '@nestjs/common';
import {
  type Pages,
  pagesOf,
  ReadDatabase,
  requestedPage,
  type RequestContext,
  type Translator,
} from '../../../platform/index.js';
import { accessesOf, type AccessRow, countAccesses } from '../data/views.js';

/** One access to a certificate, or equal ones of a day, for its holder and the office. */
interface AccessLine {
  readonly at: number;
  readonly who: string;
  readonly how: string;
  readonly client: string | null;
}

/** A page of the access history, on a page that shows more than that. */
export interface AccessPage {
  readonly lines: readonly AccessLine[];
  readonly count: number;
  readonly pages: Pages;
}

const SIZE = 50;
/** The section's id. */
const SECTION = 'register';

/**
 * Access history of a certificate: views by share link or by number and name, and checks by employers.
 */
@Injectable()
export class AccessHistory {
  constructor(private readonly reads: ReadDatabase) {}

  /** Newest first. @param path of the page that shows it: a failed form is answered at another address */
  async page(
    certificateId: string,
    { translator, url }: Pick<RequestContext, 'translator' | 'url'>,
    path: string,
  ): Promise<AccessPage> {
    const { query } = this.reads;
    const [asked, parameters] = url.split('?');
    const page = requestedPage(new URLSearchParams(asked === path ? parameters : '').get('page'));
    const count = await countAccesses(query, certificateId);
    const pages = pagesOf(asked === path ? url : path, { page, size: SIZE, count });
    const rows = await accessesOf(query, certificateId, { limit: SIZE, offset: (pages.page - 1) * SIZE });
    return { lines: rows.map((row) => lineOf(row, translator)), count, pages: atSection(pages) };
  }
}

function lineOf({ at, way, who, client, purpose, times }: AccessRow, translator: Translator): AccessLine {
  const how =
    purpose === null ? translator.t(`register.way_${way}`) : translator.t('register.way_employer_for', { purpose });
  return {
    at,
    who: who ?? translator.t(way === 'employer' ? 'register.an_employer' : 'register.somebody'),
    how: times === 1 ? how : `${how} · ${translator.t('register.times', { count: times })}`,
    client: client === null ? null : clientText(client, translator),
  };
}

function atSection(pages: Pages): Pages {
  const at = (href: string): string => `${href}#${SECTION}`;
  return {
    ...pages,
    previous: pages.previous && at(pages.previous),
    next: pages.next && at(pages.next),
    links: pages.links.map((link) => ({ ...link, href: at(link.href) })),
  };
}

function clientText(client: string, translator: Translator): string {
  const [device = '', ...browser] = client.split(' ');
  return [translator.t(`register.device_${device}`), ...browser].join(' · ');
}
