import type { Translator, TypedValues } from '../../../platform/index.js';
import type { Suggestion } from '../domain/suggestions.js';
import { nameIn, roomText, spanText, typedOf } from './texts.js';

export interface SuggestionLink {
  readonly href: string;
  readonly text: string;
}

export interface SuggestionView extends SuggestionLink {
  /** What changes: `time`, `room`, `instructor` or `roomAndInstructor`. */
  readonly kind: string;
  /** Such as "2 people affected". */
  readonly disturbs: string;
}

/** Each suggestion as a link to the form, filled in. Those that affect the fewest people come first. */
export function suggestionViews(
  translator: Translator,
  suggestions: readonly Suggestion[],
  { page, typed }: { readonly page: string; readonly typed: TypedValues },
): SuggestionView[] {
  return suggestions.map((suggestion) => {
    const { date, startTime, endTime, roomId, instructorId } = typedOf(suggestion.slot, null);
    return {
      kind: suggestion.kind,
      href: filledAddress(page, typed, { date, startTime, endTime, roomId, instructorId } as Record<string, string>),
      text: suggestionText(translator, suggestion),
      disturbs: translator.t('session.suggestion_disturbs', { count: suggestion.disturbed }),
    };
  });
}

export function suggestionText(translator: Translator, { room, instructor, time }: Suggestion): string {
  if (time)
    return time.note === null
      ? spanText(translator, time)
      : `${spanText(translator, time)} · ${translator.t(`calendar.note_${time.note}`)}`;
  return [room && roomText(translator, room), instructor && nameIn(translator, instructor.name)]
    .filter((one) => one !== null)
    .join(' · ');
}

/** A page's address with the typed values and the changes applied; empty fields are left out. */
export function filledAddress(
  page: string,
  typed: TypedValues,
  changes: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...typed, ...changes })) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string])
      if (one !== '') query.append(name, one);
  }
  return `${page}?${query.toString()}`;
}
