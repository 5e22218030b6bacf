import { REVOCATION_CLASSES } from '../../../../src/certifications/core/domain/reason-classes.js';
import type { BatchPage } from '../../../../src/certifications/lifecycle/web/batch.controller.js';
import type { BatchPreview } from '../../../../src/certifications/lifecycle/web/batch-preview.js';
import { RevocationForm } from '../../../../src/certifications/lifecycle/web/lifecycle.form.js';
import type { RevocationsPage } from '../../../../src/certifications/lifecycle/web/revocations.controller.js';
import { formView, optionsOf, progressView } from '../../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

type Line = BatchPreview['ready'][number];

const office = { viewer: 'coordinator' } as const;
const renewalsView = viewOf<BatchPreview>('certifications/lifecycle/batch/renewals', office);
const revocationsView = viewOf<RevocationsPage>('certifications/lifecycle/batch/revocations', office);
const batchView = viewOf<BatchPage>('certifications/lifecycle/batch/show', office);

function line(change: Partial<Line> = {}): Line {
  return {
    id: 'z1',
    number: 'JN-2026-00001-K',
    recipientName: '李雷',
    achievementZh: '办公基础',
    achievementEn: 'Office basics',
    until: '2029-12-31',
    email: 'lilei@example.com',
    why: [],
    ...change,
  };
}

function preview(change: Partial<BatchPreview> = {}): BatchPreview {
  const [ready, others] = [change.ready ?? [], change.others ?? []];
  return {
    ready,
    others,
    readyCount: ready.length,
    notifiedCount: 0,
    ids: 'z1 z2',
    fingerprint: 'f1',
    reasons: [],
    ...change,
  };
}

const others = [line({ id: 'z3', recipientName: '韩梅梅', why: ['Revoked already', 'Too late'] })];

describe('many renewals at once', () => {
  inEachLanguage('of which none is possible say why, and have no button', (stage) => {
    const seen = renewalsView(stage, preview({ others, reasons: ['Nothing chosen'] }));
    expect(seen.words).toContain(`${stage.t('batch.cannot')} Nothing chosen`);
    expect(seen.sections).toEqual([stage.t('batch.others', { count: 1 })]);
    expect(seen.textsOf('reason')).toEqual(['Revoked already', 'Too late']);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('show each expiry date and who is notified before they are processed', (stage) => {
    const ready = [line(), line({ id: 'z2', email: null })];
    const seen = renewalsView(stage, preview({ ready, notifiedCount: 1 }));
    expect(seen.rows.map((cells) => cells.slice(3))).toEqual([
      [stage.translator.format.day('2029-12-31'), 'lilei@example.com'],
      [stage.translator.format.day('2029-12-31'), stage.t('batch.told_not')],
    ]);
    expect(seen.words).toContain(stage.t('batch.consequence_mail', { told: 1, count: 2 }));
    expect(seen.button(stage.t('batch.renew_act', { count: 2 }))).toBe('post /office/certificates/renewals');
    expect(seen.hidden('ids')).toEqual(['z1 z2']);
    expect(seen.hidden('seen')).toEqual(['f1']);
  });
});

describe('many revocations at once', () => {
  function page(stage: Stage, change: Partial<RevocationsPage> = {}): RevocationsPage {
    const options = { reasonClass: optionsOf(stage.translator, 'certificate_reason', REVOCATION_CLASSES) };
    const form = formView(RevocationForm, stage.translator, { options });
    return { ...preview(change), form, today: LOOKED_AT, seen: null, ...change };
  }

  inEachLanguage('ask for one reason, and say how many they concern', (stage) => {
    const seen = revocationsView(stage, page(stage, { ready: [line()], others }));
    expect(seen.sections[0]).toBe(stage.t('batch.revoke_heading', { count: 1 }));
    expect(seen.control('reasonClass')?.options).toHaveLength(REVOCATION_CLASSES.length + 1);
    expect(seen.button(stage.t('batch.revoke_act', { count: 1 }))).toBe('post /office/certificates/revocations');
    expect(seen.hidden('seen')).toEqual(['f1']);
    expect(seen.sections).not.toContain(stage.t('certificate.strangers_see'));
    expect(seen.main.all('th').map(({ text }) => text)).not.toContain(stage.t('renewal.until'));
  });

  inEachLanguage('preview what others will read', (stage) => {
    const known = { ready: [line()], seen: { kind: 'Misconduct', reason: '<b>作弊</b>' } };
    const seen = revocationsView(stage, page(stage, known));
    expect(seen.textsOf('callout')[0]).toContain(`${stage.t('certificate.reason')}: <b>作弊</b>`);
  });

  inEachLanguage('without a reason have each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(revocationsView(stage, page(stage, { ready: [line()], form })).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('of which none is possible have no form', (stage) => {
    expect(revocationsView(stage, page(stage, { others })).requests).toEqual([]);
  });
});

describe('work on many certificates', () => {
  function page(stage: Stage, change: Partial<BatchPage> = {}): BatchPage {
    const job = { id: 'j1', subjectId: 'b1', startedBy: '李静', createdAt: LOOKED_AT, endedAt: null };
    const batch = { id: 'b1', kind: 'renewal' as const, reasonClass: null, reason: null };
    return {
      batch: { ...batch, createdAt: LOOKED_AT, createdByName: '李静' },
      kindWord: null,
      progress: progressView({ ...job, state: 'running', done: 0, total: 2, secondsLeft: null }, stage.translator),
      items: [],
      doneCount: 0,
      refusedCount: 0,
      ...change,
    };
  }
  const item = { id: 'x', certificateId: 'z1', number: 'JN-1', recipientName: '李雷', refusals: [] };

  inEachLanguage('tells what became of each, and leads to a renewal that was made', (stage) => {
    const items = [
      {
        ...item,
        ...{ state: 'done' as const, tone: 'done', resultId: 'z9', resultNumber: 'JN-9', why: [] },
        word: stage.t('batch.renewal_done'),
      },
      {
        ...item,
        ...{ state: 'refused' as const, tone: 'refused', resultId: null, resultNumber: null, why: ['Too late'] },
        word: stage.t('batch.renewal_refused'),
      },
    ];
    const seen = batchView(stage, page(stage, { items, doneCount: 1, refusedCount: 1 }));
    expect(seen.heading).toBe(stage.t('batch.title_renewal'));
    expect(seen.words).toContain(stage.t('batch.count_renewal', { done: 1, refused: 1 }));
    expect(seen.link('JN-9')).toBe('/office/certificates/z9');
    expect(seen.textsOf('reason')).toEqual(['Too late']);
    expect(seen.words).not.toContain(stage.t('certificate.reason_class'));
  });

  inEachLanguage('that revokes says for what reason', (stage) => {
    const batch = { ...page(stage).batch, kind: 'revocation' as const, reasonClass: 'other' as const, reason: '误发' };
    const items = [{ ...item, state: 'waiting' as const, tone: 'wait', resultId: null, resultNumber: null, why: [] }];
    const waiting = items.map((one) => ({ ...one, word: stage.t('batch.revocation_waiting') }));
    const known = { batch, kindWord: stage.t('certificate_reason.other'), items: waiting };
    const seen = batchView(stage, page(stage, known));
    expect(seen.heading).toBe(stage.t('batch.title_revocation'));
    expect(seen.words).toContain(`${stage.t('certificate.reason')}: 误发`);
    expect(seen.rows[0]?.[2]).toBe(stage.t('batch.revocation_waiting'));
  });
});
