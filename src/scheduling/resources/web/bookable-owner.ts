import { found, type QueryFunction, type RequestContext } from '../../../platform/index.js';
import { instructors, instructorText, nameIn, type OwnedBy, rooms } from '../../core/index.js';

export interface OwnerView extends OwnedBy {
  readonly name: string;
  readonly at: string;
}

/** The room (by code) or instructor (by id) of an address. @throws NotFound */
export async function bookableOwner(
  query: QueryFunction,
  { url, translator }: RequestContext,
  key: string,
): Promise<OwnerView> {
  if (url.startsWith('/office/rooms/')) {
    const room = found((await rooms(query)).find(({ code }) => code === key));
    return {
      kind: 'room',
      id: room.id,
      name: nameIn(translator, { zh: room.nameZh, en: room.nameEn }),
      at: `/office/rooms/${room.code}`,
    };
  }
  const instructor = found((await instructors(query)).find(({ id }) => id === key));
  return {
    kind: 'instructor',
    id: instructor.id,
    name: instructorText(translator, instructor),
    at: `/office/instructors/${instructor.id}`,
  };
}
