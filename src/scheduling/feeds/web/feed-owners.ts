import { type QueryFunction, dayOf, type Translator } from '../../../platform/index.js';
import { instructors, instructorText, nameIn, rooms } from '../../core/index.js';
import type { FeedOf } from '../data/calendar-feed.entity.js';
import { feedsInForce } from '../data/feeds-in-force.js';

/** Owners whose addresses the office manages. */
export const OFFICE_FEEDS = ['room', 'instructor'] as const;
export type OfficeFeed = (typeof OFFICE_FEEDS)[number];

export interface FeedOwnerView extends FeedOf {
  readonly kind: OfficeFeed;
  readonly name: string;
  /** Distinguishes owners of the same name: a room's code, an instructor's email. */
  readonly note: string | null;
  readonly feedAt: string;
  /** The owner's page in the office. */
  readonly page: string;
  /** Day on which the current address was created. */
  readonly madeOn: string | null;
  readonly found: string;
}

/** Open rooms or active instructors, plus closed or retired ones that still have an address; by name. */
export async function feedOwners(
  query: QueryFunction,
  translator: Translator,
  kind: OfficeFeed,
): Promise<FeedOwnerView[]> {
  const made = await feedsInForce(query, kind);
  const all = kind === 'room' ? await roomOwners(query, translator) : await instructorOwners(query, translator);
  return all
    .filter(({ inactive, ownerId }) => !inactive || made.has(ownerId))
    .map(({ ownerId, name, note, key, page, words }) => {
      const madeAt = made.get(ownerId);
      return {
        kind,
        ownerId,
        name,
        note,
        page,
        feedAt: `/office/feeds/${kind}/${key}`,
        madeOn: madeAt === undefined ? null : dayOf(madeAt),
        found: words.join(' ').toLowerCase(),
      };
    })
    .sort((one, other) => translator.format.compare(one.name, other.name));
}

interface Owner {
  readonly ownerId: string;
  readonly key: string;
  readonly name: string;
  readonly note: string | null;
  readonly page: string;
  readonly words: readonly string[];
  readonly inactive: boolean;
}

async function roomOwners(query: QueryFunction, translator: Translator): Promise<Owner[]> {
  return (await rooms(query)).map((room) => ({
    ownerId: room.id,
    key: room.code,
    name: nameIn(translator, { zh: room.nameZh, en: room.nameEn }),
    note: room.code,
    page: `/office/rooms/${room.code}`,
    words: [room.code, room.nameZh, room.nameEn, room.placeZh, room.placeEn],
    inactive: room.closedAt !== null,
  }));
}

async function instructorOwners(query: QueryFunction, translator: Translator): Promise<Owner[]> {
  return (await instructors(query)).map((one) => ({
    ownerId: one.id,
    key: one.id,
    name: instructorText(translator, one),
    note: one.accountEmail ?? one.email,
    page: `/office/instructors/${one.id}`,
    words: [one.name, one.latinName ?? '', one.email ?? '', one.accountEmail ?? ''],
    inactive: one.retiredAt !== null,
  }));
}
