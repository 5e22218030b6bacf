import { formView } from '../../../../src/platform/index.js';
import { CancellationForm } from '../../../../src/scheduling/core/web/slot.form.js';
import { sessionView } from '../../../../src/scheduling/core/web/texts.js';
import type { CancellationPage } from '../../../../src/scheduling/sessions/web/session-cancellation.controller.js';
import type { MovePage } from '../../../../src/scheduling/sessions/web/session-move.controller.js';
import type { RestorationPage } from '../../../../src/scheduling/sessions/web/session.page.js';
import {
  inEachLanguage,
  LOOKED_AT,
  type RenderedView,
  type Stage,
  viewOf,
} from '../../../support/views/rendered-view.js';
import { missing, sessionFormIn } from './session-form.js';
import { sessionRow } from '../session-row.js';

const office = { viewer: 'coordinator', path: '/office/sessions/s1/move' } as const;
const moveView = viewOf<MovePage>('scheduling/sessions/move', office);
const restorationView = viewOf<RestorationPage>('scheduling/sessions/restoration', office);
const cancellationView = viewOf<CancellationPage>('scheduling/sessions/cancellation', office);

type State = 'planned' | 'cancelled';

const whyIn = (stage: Stage) => stage.t('refusal.cohortTimetableClosed', { cohort: 'AZ-104-2026-03' });

const around = (stage: Stage, state: State = 'planned') => ({
  session: sessionView(stage.translator, sessionRow({ state }), LOOKED_AT),
  recipients: 3,
  closedBecause: whyIn(stage),
});

function expectReasonOnly(stage: Stage, seen: RenderedView): void {
  expect(seen.textsOf('callout')).toEqual([whyIn(stage)]);
  expect(seen.requests).toEqual([]);
}

describe('a session of a cohort whose timetable is closed', () => {
  inEachLanguage('is not moved: the page says why and has no form', (stage) => {
    expectReasonOnly(stage, moveView(stage, { ...sessionFormIn(stage), ...around(stage), plans: [] }));
  });

  inEachLanguage('is not brought back: the page says why and has no form', (stage) => {
    expectReasonOnly(stage, restorationView(stage, { ...sessionFormIn(stage), ...around(stage, 'cancelled') }));
  });

  inEachLanguage('is not cancelled: the page says why and has no form', (stage) => {
    const form = formView(CancellationForm, stage.translator, {});
    expectReasonOnly(stage, cancellationView(stage, { form, ...around(stage) }));
  });

  inEachLanguage('keeps what was typed where the cohort was closed meanwhile', (stage) => {
    const typed = sessionFormIn(stage, { faults: missing('date') });
    const seen = moveView(stage, { ...typed, ...around(stage), plans: [] });
    expect(seen.textsOf('callout')).not.toContain(whyIn(stage));
    expect(seen.control('roomId')?.value).toBe('r1');
  });
});
