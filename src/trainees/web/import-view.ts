import type { Speaker } from '../../platform/index.js';
import type { Preview, PreviewRow } from '../actions/import-trainees.js';

export interface ImportRowView {
  readonly line: number;
  readonly name: string;
  readonly facts: string;
  readonly faults: readonly { readonly column: string; readonly said: string }[];
  readonly matches: readonly { readonly id: string; readonly said: string; readonly selected: boolean }[];
  readonly isSure: boolean;
}

export interface ImportView {
  readonly good: readonly ImportRowView[];
  readonly matched: readonly ImportRowView[];
  readonly faulty: readonly ImportRowView[];
  readonly ignored: string | null;
}

/** The preview in words: what is taken, what looks like somebody on record, what cannot be taken and why. */
export function importView(preview: Preview, speaker: Speaker): ImportView {
  const rows = preview.rows.map((row) => ({ row, view: rowView(row, speaker) }));
  const sound = rows.filter(({ row }) => row.faults.length === 0);
  return {
    good: sound.filter(({ row }) => row.matches.length === 0).map(({ view }) => view),
    matched: sound.filter(({ row }) => row.matches.length > 0).map(({ view }) => view),
    faulty: rows.filter(({ row }) => row.faults.length > 0).map(({ view }) => view),
    ignored: preview.ignored.length === 0 ? null : preview.ignored.join('、').slice(0, 300),
  };
}

function rowView({ line, facts, faults, matches }: PreviewRow, speaker: Speaker): ImportRowView {
  const education = facts.education && speaker.say(`trainee.education.${facts.education}`);
  const told = [facts.latinName, facts.email, facts.phone, facts.workplace, education, facts.bornOn];
  return {
    line,
    name: facts.name,
    facts: told.filter((one) => one !== null && one !== '').join(' · '),
    faults: faults.map(({ column, key, values }) => ({
      column: speaker.say(`trainee.${column}`),
      said: speaker.say(key, values),
    })),
    matches: matches.slice(0, 5).map(({ person, sure }) => ({
      id: person.id,
      selected: sure,
      said: [person.name, person.phone, person.email, person.bornOn, person.workplace]
        .filter((one) => one !== null)
        .join(' · '),
    })),
    isSure: matches.some((match) => match.sure),
  };
}
