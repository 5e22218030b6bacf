import {
  ChoicesField,
  type FormView,
  formView,
  optionsOf,
  type Translator,
  TextField,
  type FormState,
} from '../../platform/index.js';
import type { KeyRow } from '../data/key-queries.js';
import { SCOPES } from '../domain/scopes.js';

export class KeyForm {
  @TextField({ max: 100 }) name!: string;
  @ChoicesField(SCOPES) scopes!: string[];
}

export interface KeyView extends KeyRow {
  readonly opens: string;
  readonly revocationHref: string | null;
}

/** `made`: the key just created, shown only this once. */
export interface KeysView {
  readonly form: FormView<KeyForm>;
  readonly made: { readonly name: string; readonly key: string } | null;
  readonly keys: readonly KeyView[];
  readonly action: string;
}

export interface KeysFormState {
  readonly typed?: FormState;
  readonly made?: KeysView['made'];
}

/** An employer's keys as its page shows them. `base`: the address of the page, such as `/employer/keys`. */
export function keysView(
  translator: Translator,
  { keys, base }: { readonly keys: readonly KeyRow[]; readonly base: string },
  { typed, made = null }: KeysFormState = {},
): KeysView {
  return {
    made,
    action: base,
    form: formView(KeyForm, translator, {
      typed: { name: '', scopes: [...SCOPES] },
      ...typed,
      part: 'key',
      options: { scopes: optionsOf(translator, 'employer_key.scope', SCOPES) },
    }),
    keys: keys.map((key) => ({
      ...key,
      opens: translator.format.list(key.scopes.map((scope) => translator.t(`employer_key.scope.${scope}`))),
      revocationHref: key.revokedAt === null ? `${base}/${key.id}/revocation` : null,
    })),
  };
}
