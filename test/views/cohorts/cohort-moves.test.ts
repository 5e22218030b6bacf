import type { CancellationPage } from '../../../src/cohorts/web/cancellation.controller.js';
import type { ConfirmationPage } from '../../../src/cohorts/web/confirmation.controller.js';
import type { DecisionPage } from '../../../src/cohorts/web/decision.controller.js';
import type { PublicationPage } from '../../../src/cohorts/web/publication.controller.js';
import type { RestorationPage } from '../../../src/cohorts/web/restoration.controller.js';
import { cohortHeaderIn } from '../../support/views/cohort-header.js';
import { faultsOn, faultyIn, formOf } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'coordinator' } as const;
const publicationView = viewOf<PublicationPage>('cohorts/publication/new', office);
const confirmationView = viewOf<ConfirmationPage>('cohorts/confirmation/new', office);
const cancellationView = viewOf<CancellationPage>('cohorts/cancellation/new', office);
const decisionPageView = viewOf<DecisionPage>('cohorts/decision/new', office);
const restorationView = viewOf<RestorationPage>('cohorts/restoration/new', office);
const ROOT = '/office/cohorts/AZ-104-2026-04';

describe('a publication', () => {
  function page(stage: Stage, reasons: readonly string[] = []): PublicationPage {
    const line = { tone: 'good' as const, text: '4 sessions', href: `${ROOT}/sessions`, toneText: 'ok' };
    return { header: cohortHeaderIn(stage, { state: 'draft' }), reasons, checklist: [line] };
  }

  inEachLanguage('shows what visitors will see, and does it', (stage) => {
    const seen = publicationView(stage, page(stage));
    expect(seen.sections).toEqual([stage.t('cohort.publish_title', { code: 'AZ-104-2026-04' })]);
    expect(seen.words).toContain(stage.t('cohort.publish_seats', { count: 20 }));
    expect(seen.words).toContain(stage.t('cohort.publish_freezes', { n: 1 }));
    expect(seen.link('4 sessions')).toBe(`${ROOT}/sessions`);
    expect(seen.button(stage.t('cohort.act_publication'))).toBe(`post ${ROOT}/publication`);
    expect(seen.link(stage.t('form.cancel'))).toBe(ROOT);
  });

  inEachLanguage('that is forbidden gives the reason and only links back', (stage) => {
    const seen = publicationView(stage, page(stage, ['It has no sessions']));
    expect(seen.words).toContain(`${stage.t('cohort.cannot_publish')} It has no sessions`);
    expect(seen.button(stage.t('cohort.act_publication'))).toBeNull();
    expect(seen.link(stage.t('layout.back'))).toBe(ROOT);
  });
});

describe('a confirmation', () => {
  function page(stage: Stage, change: Partial<ConfirmationPage> = {}): ConfirmationPage {
    const form = formOf<ConfirmationPage['form']>({ acknowledged: {} });
    return { header: cohortHeaderIn(stage), reasons: [], form, confirmed: 8, least: 8, isSmall: false, ...change };
  }

  inEachLanguage('with enough people needs no acknowledgement', (stage) => {
    const seen = confirmationView(stage, page(stage));
    expect(seen.words).toContain(stage.t('cohort.confirm_counts', { confirmed: 8, least: 8 }));
    expect(seen.words).toContain(stage.t('cohort.confirm_meter', { confirmed: 8, capacity: 20 }));
    expect(seen.control('acknowledged')).toBeNull();
    expect(seen.button(stage.t('cohort.act_confirmation'))).toBe(`post ${ROOT}/confirmation`);
  });

  inEachLanguage('with nobody confirmed asks for an acknowledgement and requires it', (stage) => {
    const few = { confirmed: 0, isSmall: true };
    const seen = confirmationView(stage, page(stage, few));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('cohort.confirm_small')]);
    expect(seen.control('acknowledged')).toMatchObject({ label: stage.t('cohort.acknowledge'), isChosen: false });
    const form = faultyIn(page(stage).form);
    expect(confirmationView(stage, page(stage, { ...few, form })).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('that is forbidden gives the reason and only links back', (stage) => {
    const seen = confirmationView(stage, page(stage, { reasons: ['It is a draft'] }));
    expect(seen.words).toContain(`${stage.t('layout.blockers', { count: 1 })} It is a draft`);
    expect(seen.button(stage.t('cohort.act_confirmation'))).toBeNull();
    expect(seen.link(stage.t('layout.back'))).toBe(ROOT);
  });
});

describe('a cancellation', () => {
  function page(stage: Stage, change: Partial<CancellationPage> = {}): CancellationPage {
    return {
      header: cohortHeaderIn(stage),
      reasons: [],
      form: formOf<CancellationPage['form']>({ reason: {} }),
      counts: { confirmed: 0, offered: 0, waitlisted: 0, completed: 0, notCompleted: 0 },
      recipients: 0,
      sessions: 0,
      ...change,
    };
  }

  describe.each([
    [0, 0],
    [1, 1],
    [20, 12],
  ])('of %d people and %d sessions', (recipients, sessions) => {
    inEachLanguage('shows who is affected before it is done', (stage) => {
      const counts = { confirmed: recipients, offered: 0, waitlisted: 0, completed: 0, notCompleted: 0 };
      const seen = cancellationView(stage, page(stage, { recipients, sessions, counts }));
      expect(seen.words).toContain(stage.t('cohort.cancel_told', { count: recipients }));
      expect(seen.words).toContain(stage.t('cohort.cancel_who', counts));
      expect(seen.words).toContain(stage.t('cohort.cancel_sessions', { count: sessions }));
      expect(seen.control('reason')?.label).toBe(stage.t('cohort.cancel_reason'));
      expect(seen.button(stage.t('cohort.act_cancellation'))).toBe(`post ${ROOT}/cancellation`);
      expect(seen.link(stage.t('cohort.keep'))).toBe(ROOT);
    });
  });

  inEachLanguage('without a reason has the fault beside it', (stage) => {
    const form = faultyIn(page(stage).form);
    const seen = cancellationView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
  });

  inEachLanguage('that is forbidden gives the reason and has no form', (stage) => {
    const seen = cancellationView(stage, page(stage, { reasons: ['It is over'] }));
    expect(seen.words).toContain('It is over');
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('layout.back'))).toBe(ROOT);
  });
});

describe('moving a decision', () => {
  function page(stage: Stage, change: Partial<DecisionPage> = {}): DecisionPage {
    const form = formOf<DecisionPage['form']>({ decisionOn: { value: '2026-03-31' } });
    return { header: cohortHeaderIn(stage), form, reasons: [], confirmed: 0, ...change };
  }

  inEachLanguage('shows the day, the numbers and the last day', (stage) => {
    const seen = decisionPageView(stage, page(stage));
    expect(seen.words).toContain(stage.t('cohort.decision_text', { confirmed: 0, least: 8 }));
    expect(seen.words).toContain(stage.t('cohort.decision_until', { date: '2026-04-07' }));
    expect(seen.control('decisionOn')).toMatchObject({ value: '2026-03-31', label: stage.t('cohort.decision_on') });
    expect(seen.button(stage.t('cohort.act_decision'))).toBe(`post ${ROOT}/decision`);
  });

  inEachLanguage('to an invalid day has the fault beside it', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(decisionPageView(stage, page(stage, { form })).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('that is forbidden gives the reason and has no form', (stage) => {
    const seen = decisionPageView(stage, page(stage, { reasons: ['It is decided'] }));
    expect(seen.words).toContain('It is decided');
    expect(seen.requests).toEqual([]);
  });
});

describe('a restoration', () => {
  function page(stage: Stage, change: Partial<RestorationPage> = {}): RestorationPage {
    const cancelled = { state: 'cancelled' as const, cancelledAt: LOOKED_AT, cancelReason: '人少' };
    return {
      header: cohortHeaderIn(stage, cancelled),
      reasons: [],
      willBe: stage.t('cohort.state_confirmed'),
      recipientsText: stage.t('cohort.restore_told', { count: 0 }),
      parts: [],
      ...change,
    };
  }

  inEachLanguage('of a cohort without people and sessions shows the resulting state', (stage) => {
    const seen = restorationView(stage, page(stage));
    expect(seen.words).toContain(stage.t('cohort.restore_text', { at: LOOKED_AT, reason: '人少' }));
    expect(seen.words).toContain(stage.t('cohort.restore_to', { state: stage.t('cohort.state_confirmed') }));
    expect(seen.button(stage.t('cohort.act_restoration'))).toBe(`post ${ROOT}/restoration`);
    expect(seen.link(stage.t('cohort.stay_cancelled'))).toBe(ROOT);
  });

  inEachLanguage('lists what returns, the rest behind a fold, and what does not with the reasons', (stage) => {
    const part = {
      heading: 'People',
      back: ['A', 'B'],
      backMore: ['C'],
      awayHeading: 'Stay away',
      away: [{ text: 'D', why: ['Too late', 'Too full'] }],
    };
    const seen = restorationView(stage, page(stage, { parts: [part] }));
    expect(seen.textsOf('returning')).toEqual(['A B', 'C', 'D Too late Too full']);
    expect(seen.words).toContain(stage.t('cohort.more_back', { count: 1 }));
    expect(seen.textsOf('callout-title')).toEqual(['Stay away']);
  });

  inEachLanguage('that is forbidden gives the reason and has no form', (stage) => {
    const seen = restorationView(stage, page(stage, { reasons: ['It has begun'], willBe: null, recipientsText: null }));
    expect(seen.words).toContain(`${stage.t('cohort.cannot_restore')} It has begun`);
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('layout.back'))).toBe(ROOT);
  });
});
