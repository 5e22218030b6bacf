import type { Translator } from '../../../platform/index.js';
import {
  type CertificateFacts,
  type CertificateRow,
  type EventRow,
  type PrintedResult,
  type Skill,
  type Verdict,
  verdictOn,
} from '../../core/index.js';
import { sizeOn } from '../../documents/index.js';
import type { Hiding } from '../data/shown-certificate.js';

export interface HistoryItem {
  readonly at: number;
  readonly title: string;
  readonly detail: string | null;
  readonly by: string | null;
  readonly state: string | null;
}

/** View model of a certificate: the verdict, then every printed fact. */
export interface CertificatePageModel {
  readonly token: string;
  /** Whether its signed documents exist. */
  readonly hasDocuments: boolean;
  readonly verdict: Verdict;
  /** Style of callout and badge. */
  readonly tone: 'good' | 'warning' | 'bad';
  readonly verdictWord: string;
  readonly verdictHeading: string;
  readonly verdictSentence: string;
  readonly facts: CertificateFacts;
  readonly latinName: string | null;
  /** Printed facts beyond those of the first layout; empty if none. */
  readonly level: string | null;
  readonly skills: readonly Skill[];
  readonly results: readonly PrintedResult[];
  /** Size of its image, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly reason: string | null;
  /** Reason class of its revocation, in words. */
  readonly reasonKind: string | null;
  readonly replacedBy: { readonly token: string; readonly id: string; readonly number: string } | null;
  readonly replaces: { readonly token: string; readonly id: string; readonly number: string } | null;
  /** Relation to successor and predecessor: renewal or replacement. */
  readonly followWord: string;
  readonly beforeWord: string;
  readonly history: readonly HistoryItem[];
}

const TONES = { valid: 'good', expired: 'warning', revoked: 'bad', superseded: 'warning' } as const;

interface Seen {
  readonly certificate: CertificateRow;
  readonly events: readonly EventRow[];
  readonly today: string;
  readonly translator: Translator;
  /** Names only for the office; the public sees only the event. */
  readonly forOffice?: boolean;
  /** Periods in which it was hidden: for the office and the holder. */
  readonly hidings?: readonly Hiding[];
}

export function certificateView({
  certificate,
  events,
  today,
  translator,
  forOffice = false,
  hidings = [],
}: Seen): CertificatePageModel {
  const { facts, token, reason, replacedBy, replaces, expiresOn } = certificate;
  const verdict = verdictOn(today, certificate);
  const values = {
    name: facts.recipient.name,
    at: certificate.revokedAt ?? supersededAt(events),
    until: expiresOn,
    number: replacedBy?.number ?? '',
  };
  const variant = variantOf(verdict, certificate);
  return {
    token,
    hasDocuments: certificate.sealed,
    verdict,
    tone: TONES[verdict],
    facts,
    latinName: facts.recipient.latinName,
    reason,
    reasonKind: kindOfReason(events, translator),
    replacedBy,
    replaces,
    followWord: translator.t(replacedBy?.byRenewal ? 'certificate.renewed_as' : 'certificate.replaced_by'),
    beforeWord: translator.t(replaces?.byRenewal ? 'certificate.renews' : 'certificate.replaces'),
    level: facts.achievement.level ? translator.t(`certificate.level_${facts.achievement.level}`) : null,
    skills: facts.achievement.skills ?? [],
    results: facts.results ?? [],
    size: sizeOn(facts),
    verdictWord: translator.t(`certificate.verdict_${verdict}`),
    verdictHeading: translator.t(`certificate.heading_${verdict}`),
    verdictSentence: translator.t(`certificate.sentence_${verdict}${variant}`, values),
    history: [
      ...events.map((event) => lineOf(event, translator, forOffice)),
      ...hidings.flatMap((hiding) => hidingLines(hiding, translator)),
    ].sort((one, other) => other.at - one.at),
  };
}

/** Which sentence explains a verdict. */
function variantOf(verdict: Verdict, { expiresOn, replacedBy }: CertificateRow): '' | '_until' | '_unnamed' {
  if (verdict === 'superseded' && replacedBy === null) return '_unnamed';
  return verdict === 'valid' && expiresOn !== null ? '_until' : '';
}

function kindOfReason(events: readonly EventRow[], translator: Translator): string | null {
  const reasonClass = events.find(({ kind }) => kind === 'revoked')?.reasonClass ?? null;
  return reasonClass === null ? null : translator.t(`certificate_reason.${reasonClass}`);
}

function lineOf(
  { at, kind, reason, reasonClass, actorName }: EventRow,
  translator: Translator,
  forOffice: boolean,
): HistoryItem {
  const classWord = reasonClass === null ? null : translator.t(`certificate_reason.${reasonClass}`);
  return {
    at,
    title: translator.t(`certificate.event_${kind}`),
    detail: [classWord, reason].filter((text) => text !== null).join(' · ') || null,
    by: forOffice ? actorName : null,
    state: kind === 'issued' || kind === 'renewed' ? 'good' : kind === 'revoked' ? 'revoked' : 'superseded',
  };
}

function hidingLines({ hiddenAt, shownAt }: Hiding, translator: Translator): HistoryItem[] {
  const line = (at: number, key: string): HistoryItem => ({
    at,
    title: translator.t(key),
    detail: null,
    by: null,
    state: null,
  });
  return [
    line(hiddenAt, 'certificate.event_hidden'),
    ...(shownAt === null ? [] : [line(shownAt, 'certificate.event_shown')]),
  ];
}

export function supersededAt(events: readonly EventRow[]): number | null {
  return events.find(({ kind }) => kind === 'superseded')?.at ?? null;
}
