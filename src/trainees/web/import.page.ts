import type { Translator } from '../../platform/index.js';
import type { PreviewRow } from '../actions/judge-sheet.js';
import type { ImportPreview } from '../actions/preview-import.js';

export interface ImportRowView {
  readonly line: number;
  readonly name: string;
  readonly facts: string;
  readonly faults: readonly { readonly column: string; readonly text: string }[];
  readonly matches: readonly { readonly id: string; readonly text: string; readonly selected: boolean }[];
  readonly isSure: boolean;
}

export interface ImportView {
  readonly good: readonly ImportRowView[];
  readonly matched: readonly ImportRowView[];
  readonly faulty: readonly ImportRowView[];
  readonly ignored: string | null;
}

/** The preview: what will be imported, what resembles a record, what cannot be imported and why. */
export function importView(preview: ImportPreview, translator: Translator): ImportView {
  const rows = preview.rows.map((row) => ({ row, view: rowView(row, translator) }));
  const sound = rows.filter(({ row }) => row.faults.length === 0);
  return {
    good: sound.filter(({ row }) => row.matches.length === 0).map(({ view }) => view),
    matched: sound.filter(({ row }) => row.matches.length > 0).map(({ view }) => view),
    faulty: rows.filter(({ row }) => row.faults.length > 0).map(({ view }) => view),
    ignored:
      preview.ignored.length === 0
        ? null
        : preview.ignored.join(translator.language === 'en' ? ', ' : '、').slice(0, 300),
  };
}

function rowView({ line, facts, faults, matches }: PreviewRow, translator: Translator): ImportRowView {
  const education = facts.education && translator.t(`trainee.education.${facts.education}`);
  const details = [facts.latinName, facts.email, facts.phone, facts.workplace, education, facts.bornOn];
  return {
    line,
    name: facts.name,
    facts: details.filter((one) => one !== null && one !== '').join(' · '),
    faults: faults.map(({ column, key, values }) => ({
      column: translator.t(`trainee.${column}`),
      text: translator.t(key, values),
    })),
    matches: matches.slice(0, 5).map(({ person, sure }) => ({
      id: person.id,
      selected: sure,
      text: [person.name, person.phone, person.email, person.bornOn, person.workplace]
        .filter((one) => one !== null)
        .join(' · '),
    })),
    isSure: matches.some((match) => match.sure),
  };
}
