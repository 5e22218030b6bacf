import {
  definePage,
  type FormState,
  type FormView,
  formView,
  LANGUAGES,
  optionsOf,
  type Pages,
  type SelectOption,
  selectOptions,
  type Translator,
  typedFrom,
} from '../../platform/index.js';
import type { AccountRow } from '../data/account-list.js';
import { ACCOUNT_STATES, GIVEN_ROLES, mayBeInvited } from '../domain/administration.js';
import { ROLES } from '../domain/roles.js';
import { InvitationForm, RolesForm } from './administration.form.js';
import type { AuditEntryView } from './audit.page.js';

const SORTS = ['newest', 'email'] as const;

export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly state: string;
  readonly stateWord: string;
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  readonly emailVerifiedAt: number | null;
  readonly mayBeInvited: boolean;
}

export interface AccountsPage {
  readonly accounts: readonly AccountView[];
  readonly count: number;
  readonly pages: Pages;
  readonly q: string;
  readonly roles: readonly SelectOption[];
  readonly states: readonly SelectOption[];
  readonly sorts: readonly SelectOption[];
  readonly filtered: boolean;
}

export interface AccountPage {
  readonly account: AccountView;
  readonly form: FormView<RolesForm>;
  readonly keptRoles: readonly string[];
  readonly isOwn: boolean;
  readonly events: readonly { at: number; title: string; detail: string | null; by: string; state: null }[];
}

export const accountsPage = definePage<AccountsPage>('accounts/accounts/index');
export const accountPage = definePage<AccountPage>('accounts/accounts/show');
export const invitationPage = definePage<{ readonly form: FormView<InvitationForm> }>('accounts/accounts/new');
export const suspensionPage = definePage<{ readonly account: AccountView; readonly blockers: readonly string[] }>(
  'accounts/accounts/suspension',
);

export function accountView(row: AccountRow, translator: Translator): AccountView {
  const { id, name, email, state, lastSignInAt, createdAt, emailVerifiedAt } = row;
  return {
    id,
    name,
    email,
    state,
    lastSignInAt,
    createdAt,
    emailVerifiedAt,
    mayBeInvited: mayBeInvited(row),
    roles: row.roles.map((role) => translator.t(`role.${role}`)),
    stateWord: translator.t(`accounts.state.${state}`),
  };
}

export function invitationForm(
  translator: Translator,
  filling: FormState = { typed: typedFrom({ roles: ['coordinator'], language: translator.language }) },
): FormView<InvitationForm> {
  return formView(InvitationForm, translator, {
    ...filling,
    options: {
      roles: optionsOf(translator, 'role', GIVEN_ROLES),
      language: optionsOf(translator, 'accounts.language', LANGUAGES),
    },
  });
}

export function rolesForm(
  row: AccountRow,
  translator: Translator,
  filling: FormState = { typed: typedFrom({ roles: row.roles }) },
): FormView<RolesForm> {
  return formView(RolesForm, translator, {
    ...filling,
    options: { roles: optionsOf(translator, 'role', GIVEN_ROLES) },
  });
}

export function accountPageModel(
  row: AccountRow,
  translator: Translator,
  rest: { form: FormView<RolesForm>; viewerId: string | null; history: readonly AuditEntryView[] },
): AccountPage {
  const given: readonly string[] = GIVEN_ROLES;
  return {
    account: accountView(row, translator),
    form: rest.form,
    isOwn: row.id === rest.viewerId,
    keptRoles: row.roles.filter((role) => !given.includes(role)).map((role) => translator.t(`role.${role}`)),
    events: rest.history.map(({ at, title, by, changes }) => ({
      at,
      title,
      by,
      state: null,
      detail: changes.map(({ name, value }) => `${name} ${value}`).join(' · ') || null,
    })),
  };
}

/** The filters above the list, with the values in the address. */
export function accountFilters(
  translator: Translator,
  { role, state, sort }: { role: string; state: string; sort: string },
): Pick<AccountsPage, 'roles' | 'states' | 'sorts'> {
  return {
    roles: selectOptions(optionsOf(translator, 'role', ROLES), role),
    states: selectOptions(optionsOf(translator, 'accounts.state', ACCOUNT_STATES), state),
    sorts: selectOptions(optionsOf(translator, 'accounts.sort', SORTS), sort),
  };
}
