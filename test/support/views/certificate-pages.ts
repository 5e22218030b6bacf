import { ISSUED_AT, PLAIN } from '../../builders/credentials.js';
import type { CertificateRow, Check, EventRow } from '../../../src/certifications/core/index.js';
import {
  type AccessPage,
  type CertificatePageModel,
  certificateView,
  type StepView,
  stepsView,
} from '../../../src/certifications/register/index.js';
import { dayOf, pagesOf } from '../../../src/platform/index.js';
import { LOOKED_AT, type Stage } from './rendered-view.js';

/** A valid certificate with the minimum of facts; `change`: what differs. */
export function certificateRow(change: Partial<CertificateRow> = {}): CertificateRow {
  return {
    id: 'z1',
    token: 'tok1',
    traineeId: 't1',
    enrolmentId: null,
    achievementId: 'a1',
    facts: PLAIN,
    state: 'valid',
    issuedAt: ISSUED_AT,
    expiresOn: null,
    revokedAt: null,
    reason: null,
    hidden: false,
    sealed: true,
    replacedBy: null,
    replaces: null,
    ...change,
  };
}

export function certificateEvent(kind: EventRow['kind'], change: Partial<EventRow> = {}): EventRow {
  return { at: ISSUED_AT, kind, reason: null, reasonClass: null, actorName: '李静', ...change };
}

/** What the pages of that certificate share, for the public or for the office; nobody has looked at it. */
export function certificateModel(
  stage: Stage,
  certificate: CertificateRow,
  { events, forOffice = false }: { events?: EventRow[]; forOffice?: boolean } = {},
): CertificatePageModel & { readonly register: AccessPage } {
  const replaced = certificate.state === 'superseded' ? [certificateEvent('superseded')] : [];
  const known = events ?? [certificateEvent('issued'), ...replaced];
  const today = dayOf(LOOKED_AT);
  const view = certificateView({ certificate, events: known, today, translator: stage.translator, forOffice });
  return { ...view, register: historyOf([]) };
}

/** Certificates for each verdict. */
export const BY_VERDICT: Readonly<Record<CertificatePageModel['verdict'], Partial<CertificateRow>>> = {
  valid: {},
  expired: { expiresOn: '2026-03-09', facts: { ...PLAIN, expiresOn: '2026-03-09' } },
  revoked: { state: 'revoked', revokedAt: LOOKED_AT, reason: '成绩有误' },
  superseded: {
    state: 'superseded',
    replacedBy: { id: 'z2', token: 'tok2', number: 'JN-2026-00002-A', byRenewal: false },
  },
};

const CHECKS: readonly Check[] = [
  { step: 'register', outcome: 'ok', why: null },
  { step: 'unaltered', outcome: 'unknown', why: 'recordsDisagree' },
  { step: 'log', outcome: 'failed', why: null },
];

/** One passed, one skipped and one failed step. */
export function stepsIn(stage: Stage): StepView[] {
  return stepsView(CHECKS, stage.translator);
}

/** A page of an access history with these lines. */
export function historyOf(lines: AccessPage['lines']): AccessPage {
  return { lines, count: lines.length, pages: pagesOf('/', { page: 1, size: 50, count: lines.length }) };
}
