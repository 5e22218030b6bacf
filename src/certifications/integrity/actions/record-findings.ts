import type { RegisterRecord } from '../../binding/index.js';
import { statusPositionIn, subjectIn } from '../../documents/index.js';
import {
  alteredParts,
  type BoundPart,
  type Finding,
  finding,
  type FindingCode,
  isGenuine,
  numberCell,
  readEntry,
} from '../../log/index.js';
import { A_DAY } from '../../../platform/index.js';

/** Findings that already explain an altered part. */
const EXPLAINED: Readonly<Record<BoundPart, readonly FindingCode[]>> = {
  row: ['recordAltered'],
  standing: [
    'revocationNotLogged',
    'revocationUndone',
    'revocationAltered',
    'replacementNotLogged',
    'replacementUndone',
    'replacementAltered',
  ],
  history: ['historyAltered', 'issuedInSilence'],
  hidings: [],
  seal: ['sealAltered', 'sealGone', 'statusPlaceAltered', 'subjectAltered', 'notLogged'],
  neighbours: ['recordAltered', 'replacementAltered'],
};
const PART_NAMES: Readonly<Record<BoundPart, string>> = {
  row: 'its row',
  standing: 'its state, or the time or reason of it,',
  history: 'its history',
  hidings: 'whether its holder shows it',
  seal: 'its seal',
  neighbours: 'the certificate before or after it',
};

interface ExaminedRecord {
  readonly record: RegisterRecord;
  /** The stored credential; `null`: none. */
  readonly json: string | null;
  /** Key of the register's bindings; `null`: without the master key. */
  readonly key: Uint8Array | null;
  readonly found: readonly Finding[];
}

/**
 * Findings for a certificate's record beyond those from the log (`found`).
 */
export function recordFindings({ record, json, key, found }: ExaminedRecord): Finding[] {
  const own = [...historyFindings(record, found), ...entryFindings(record), ...sealFindings(record, json)];
  return [...own, ...bindingFindings(record, key, [...found, ...own])];
}

function bindingFindings(
  { number, id, bound, binding, frozen }: RegisterRecord,
  key: Uint8Array | null,
  found: readonly Finding[],
): Finding[] {
  if (!binding) return [finding('notBound', { number })];
  const parts = alteredParts(bound, binding).filter(
    (part) => !found.some(({ code }) => EXPLAINED[part].includes(code)),
  );
  const altered = parts.map((part) => finding('partAltered', { number, part: PART_NAMES[part] }));
  if (key && !isGenuine(key, id, binding)) return [...altered, finding('bindingForged', { number })];
  const apart = Math.abs(binding.actedAt - frozen.issuedAt) > A_DAY;
  return binding.act !== 'upgrade' && apart
    ? [...altered, finding('backdated', { number, stated: dayOf(frozen.issuedAt), act: dayOf(binding.actedAt) })]
    : altered;
}

/** The history is public: it must agree with the row. */
function historyFindings(
  { number, state, reason, revokedAt, bound: { history } }: RegisterRecord,
  found: readonly Finding[],
): Finding[] {
  const of = (kind: string): typeof history => history.filter(([, , own]) => own === kind);
  if (of('issued').length === 0) return [finding('issuedInSilence', { number })];
  const isExplained = found.some(({ code }) => EXPLAINED.standing.includes(code));
  const [revoked] = of('revoked');
  const asRow =
    state === 'revoked'
      ? revoked !== undefined && revoked[1] === revokedAt && revoked[3] === reason
      : revoked === undefined;
  const once = ['issued', 'revoked', 'superseded', 'renewed'].every((kind) => of(kind).length <= 1);
  const replaced = state !== 'superseded' || of('superseded').length === 1;
  return isExplained || (asRow && once && replaced) ? [] : [finding('historyAltered', { number })];
}

function entryFindings({ number, entries }: RegisterRecord): Finding[] {
  const read = entries.map(({ text }) => readEntry(text));
  const issued = read.find((entry) => entry?.event === 'issue')?.credential;
  return read.some((entry) => entry !== null && issued !== undefined && entry.credential !== issued)
    ? [finding('entryOfAnother', { number })]
    : [];
}

function sealFindings({ number, bound: { seal } }: RegisterRecord, json: string | null): Finding[] {
  if (!seal || json === null) return [];
  const [place, subject] = [statusPositionIn(json), subjectIn(json)];
  const found: Finding[] = [];
  if (place && (place.list !== numberCell(seal[1]) || place.index !== numberCell(seal[2])))
    found.push(finding('statusPlaceAltered', { number }));
  if (subject !== null && subject !== seal[0]) found.push(finding('subjectAltered', { number }));
  return found;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
