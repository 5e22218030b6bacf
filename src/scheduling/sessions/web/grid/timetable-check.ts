import { clockOf, dayOf, type Refusal, type Translator, refusalTexts } from '../../../../platform/index.js';
import { type Suggestion, leadOf, nameIn, type SessionSlot, spanText } from '../../../core/index.js';

/** Result of checking a slot while dragging. */
export interface SlotCheck {
  readonly free: boolean;
  /** Text of the slot. */
  readonly when: string;
  readonly reasons: readonly string[];
  readonly suggestions: readonly SuggestionAnswer[];
  /** Address of the form with this slot. */
  readonly form: string;
}

interface SuggestionAnswer {
  readonly said: string;
  readonly href: string;
}

const MOST_CURES = 3;

export function checked(
  translator: Translator,
  sessionId: string,
  {
    slot,
    reasons,
    suggestions,
  }: {
    readonly slot: SessionSlot;
    readonly reasons: readonly Refusal[];
    readonly suggestions: readonly Suggestion[];
  },
): SlotCheck {
  return {
    free: reasons.length === 0,
    when: spanText(translator, slot),
    reasons: [...new Set(refusalTexts(translator, reasons))],
    form: moveAddress(sessionId, slot),
    suggestions: differing(suggestions).map((suggestion) => ({
      said: suggestionText(translator, suggestion),
      href: moveAddress(sessionId, suggestion.slot),
    })),
  };
}

/** The best of each kind first, so that three suggestions are really different. */
function differing(suggestions: readonly Suggestion[]): Suggestion[] {
  const firsts = suggestions.filter(
    (suggestion, at) => suggestions.findIndex(({ kind }) => kind === suggestion.kind) === at,
  );
  return [...firsts, ...suggestions.filter((suggestion) => !firsts.includes(suggestion))]
    .slice(0, MOST_CURES)
    .sort((a, b) => a.disturbed - b.disturbed);
}

function suggestionText(translator: Translator, { kind, slot, room, instructor, disturbed }: Suggestion): string {
  const what = translator.t(`timetable.cure_${kind}`, {
    room: room && nameIn(translator, room.name),
    instructor: instructor && nameIn(translator, instructor.name),
    span: spanText(translator, slot),
  });
  return `${what}${translator.t('timetable.cure_disturbs', { count: disturbed })}`;
}

/** Address of the session's form with a slot. */
export function moveAddress(sessionId: string, slot: SessionSlot): string {
  const query = new URLSearchParams({
    date: dayOf(slot.startsAt),
    startTime: clockOf(slot.startsAt),
    endTime: clockOf(slot.endsAt),
    roomId: slot.roomId ?? '',
    instructorId: leadOf(slot.instructors) ?? '',
  });
  return `/office/sessions/${sessionId}/move?${query.toString()}`;
}
