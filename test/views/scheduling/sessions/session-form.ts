import {
  type FieldFault,
  formView,
  type Option,
  type Refusal,
  type TypedValues,
} from '../../../../src/platform/index.js';
import { slotOfRow } from '../../../../src/scheduling/core/index.js';
import { type Findings, NO_FINDINGS } from '../../../../src/scheduling/core/web/findings.js';
import type { SessionFormView } from '../../../../src/scheduling/core/web/session.form.js';
import { SessionForm } from '../../../../src/scheduling/core/web/slot.form.js';
import { typedOf } from '../../../../src/scheduling/core/web/texts.js';
import type { Stage } from '../../../support/views/rendered-view.js';
import { sessionRow } from '../session-row.js';

interface Filling {
  readonly typed?: TypedValues;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
  readonly pools?: readonly Option[];
  readonly findings?: Partial<Findings>;
  readonly overridable?: boolean;
}

/** What is typed where a form begins with the session as it stands. */
export const STANDING: TypedValues = typedOf(slotOfRow(sessionRow()), 4);

const ROOMS: readonly Option[] = [
  { value: 'r1', label: 'PIPA · 琵琶泉实训室' },
  { value: 'r2', label: '<script>' },
];
const PEOPLE: readonly Option[] = [
  { value: 'i1', label: '王海涛' },
  { value: 'i2', label: '古丽娜尔·买买提' },
];

/** A session's form with all that its page needs around it. */
export function sessionFormIn(
  { translator }: Stage,
  { typed = STANDING, faults = [], refusals = [], pools = [], findings = {}, overridable = false }: Filling = {},
): SessionFormView {
  const options = { roomId: ROOMS, instructorId: PEOPLE, assistantIds: PEOPLE, poolIds: pools };
  return {
    form: formView(SessionForm, translator, { typed, faults, refusals, options }),
    findings: { ...NO_FINDINGS, ...findings },
    overridable,
  };
}

/** A fault on each of these fields, which says nothing but that it must be filled. */
export function missing(...fields: readonly string[]): FieldFault[] {
  return fields.map((field) => ({ field, key: 'form.required', values: {} }));
}
