import type { Translator } from '../../../platform/index.js';
import { isSameSlot } from '../domain/change-set.js';
import type { BilingualName, SessionSlot } from '../domain/placed-session.js';
import { nameIn, spanText } from './texts.js';

/** Rooms, instructors and pools, for naming the parts of a slot. */
export interface SlotNames {
  readonly rooms: ReadonlyMap<string, { readonly name: BilingualName }>;
  readonly instructors: ReadonlyMap<string, { readonly name: BilingualName }>;
  readonly pools: ReadonlyMap<string, { readonly name: string }>;
}

export interface SlotPart {
  readonly text: string;
  /** Whether it differs from the slot it is compared with. */
  readonly differs: boolean;
}

/** A slot in a comparison: time, room, instructors, licences. */
export interface SlotView {
  readonly when: SlotPart;
  readonly room: SlotPart;
  readonly people: SlotPart;
  readonly licences: SlotPart | null;
}

export function slotView(
  translator: Translator,
  slot: SessionSlot,
  { names, beside }: { names: SlotNames; beside: SessionSlot | null },
): SlotView {
  const part = (of: (one: SessionSlot) => string): SlotPart => ({
    text: of(slot),
    differs: beside !== null && of(beside) !== of(slot),
  });
  const licences = part((one) => licencesText(one, names));
  return {
    when: part((one) => spanText(translator, one)),
    room: part((one) => roomLabel(translator, one, names)),
    people: part((one) => peopleText(translator, one, names)),
    licences: licences.text === '' && !licences.differs ? null : licences,
  };
}

/** A slot in one line. */
export function slotText(translator: Translator, slot: SessionSlot, names: SlotNames): string {
  return [spanText(translator, slot), roomLabel(translator, slot, names), peopleText(translator, slot, names)].join(
    ' · ',
  );
}

export function differ(one: SessionSlot | null, other: SessionSlot | null): boolean {
  return one === null || other === null ? one !== other : !isSameSlot(one, other);
}

function roomLabel(translator: Translator, { roomId }: SessionSlot, { rooms }: SlotNames): string {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room ? nameIn(translator, room.name) : translator.t('session.no_room');
}

function peopleText(translator: Translator, slot: SessionSlot, { instructors }: SlotNames): string {
  const names = slot.instructors
    .flatMap(({ instructorId }) => instructors.get(instructorId)?.name ?? [])
    .map((name) => nameIn(translator, name));
  return names.length === 0
    ? translator.t('session.no_instructor')
    : names.join(translator.language === 'en' ? ', ' : '、');
}

function licencesText({ licences }: SessionSlot, { pools }: SlotNames): string {
  return licences.map(({ poolId, seats }) => `${pools.get(poolId)?.name ?? '?'} × ${seats}`).join(' · ');
}
