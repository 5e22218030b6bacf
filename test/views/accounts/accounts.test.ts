import type { AccountRow } from '../../../src/accounts/data/account-list.js';
import { ACCOUNT_STATES, GIVEN_ROLES } from '../../../src/accounts/domain/administration.js';
import {
  accountFilters,
  type AccountPage,
  accountPageModel,
  type AccountsPage,
  accountView,
  invitationForm,
  rolesForm,
} from '../../../src/accounts/web/accounts.page.js';
import { pagesOf } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'administrator', path: '/office/accounts' } as const;
const listView = viewOf<AccountsPage>('accounts/accounts/index', office);
const view = viewOf<AccountPage>('accounts/accounts/show', office);
const newView = viewOf<{ form: ReturnType<typeof invitationForm> }>('accounts/accounts/new', office);
const suspensionView = viewOf<{ account: AccountPage['account']; blockers: readonly string[] }>(
  'accounts/accounts/suspension',
  office,
);

function row(change: Partial<AccountRow> = {}): AccountRow {
  return {
    id: 'a1',
    name: '长'.repeat(100),
    email: 'l@example.com',
    language: 'zh-CN',
    state: 'active',
    roles: ['coordinator'],
    emailVerifiedAt: null,
    disabledAt: null,
    createdAt: LOOKED_AT,
    lastSignInAt: null,
    ...change,
  };
}

describe('the list of accounts', () => {
  function page(stage: Stage, rows: readonly AccountRow[], change: Partial<AccountsPage> = {}): AccountsPage {
    return {
      accounts: rows.map((one) => accountView(one, stage.translator)),
      count: rows.length,
      pages: pagesOf('/office/accounts', { page: 1, size: 50, count: rows.length }),
      q: '',
      ...accountFilters(stage.translator, { role: '', state: '', sort: 'newest' }),
      filtered: false,
      ...change,
    };
  }

  inEachLanguage('without result says so and links to all', (stage) => {
    const seen = listView(stage, page(stage, [], { filtered: true, q: 'x' }));
    expect(seen.words).toContain(stage.t('accounts.count', { count: 0 }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/accounts', '/office/accounts']);
  });

  describe.each(ACCOUNT_STATES)('with one that is %s', (state) => {
    inEachLanguage('shows its state, its roles and its last use', (stage) => {
      const rows = [row({ state }), row({ state, roles: [], lastSignInAt: LOOKED_AT })];
      const seen = listView(stage, page(stage, rows));
      const { moment } = stage.translator.format;
      const word = stage.t(`accounts.state.${state}`);
      expect(seen.rows.map((cells) => cells.slice(1))).toEqual([
        [stage.t('role.coordinator'), word, stage.t('accounts.never'), moment(LOOKED_AT)],
        [stage.t('accounts.roles_none'), word, moment(LOOKED_AT), moment(LOOKED_AT)],
      ]);
      expect(seen.link(stage.t('accounts.invite'))).toBe('/office/accounts/new');
    });
  });
});

describe('an account', () => {
  function page(stage: Stage, change: Partial<AccountRow> = {}, viewerId = 'other'): AccountPage {
    const one = row(change);
    const entry = { id: 'e1', at: LOOKED_AT, title: 'Opened', by: '周敏', changes: [] };
    const history = [entry] as unknown as Parameters<typeof accountPageModel>[2]['history'];
    return accountPageModel(one, stage.translator, { form: rolesForm(one, stage.translator), viewerId, history });
  }

  const acts = { invited: 'invitation', disabled: 'reinstatement', active: null } as const;
  describe.each(ACCOUNT_STATES)('that is %s', (state) => {
    inEachLanguage('offers the available actions', (stage) => {
      const emailVerifiedAt = state === 'active' ? LOOKED_AT : null;
      const disabledAt = state === 'disabled' ? LOOKED_AT : null;
      const seen = view(stage, page(stage, { state, emailVerifiedAt, disabledAt }));
      const act = acts[state];
      const roles = 'post /office/accounts/a1/roles';
      expect(seen.requests).toEqual(act === null ? [roles] : [`post /office/accounts/a1/${act}`, roles]);
      expect(seen.link(stage.t('accounts.suspend'))).toBe(
        state === 'disabled' ? null : '/office/accounts/a1/suspension',
      );
      expect(seen.link(stage.t('accounts.correctEmail'))).toBe(
        state === 'disabled' ? null : '/office/accounts/a1/email',
      );
      expect(seen.words.includes(stage.t('accounts.invite_waiting'))).toBe(state === 'invited');
    });
  });

  inEachLanguage('whose email was never verified can be invited, and says what that ends', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.button(stage.t('accounts.invite_act'))).toBe('post /office/accounts/a1/invitation');
    expect(seen.textsOf('callout')).toEqual([stage.t('accounts.unverified_text')]);
    expect(view(stage, page(stage, { emailVerifiedAt: LOOKED_AT })).textsOf('callout')).toEqual([]);
  });

  inEachLanguage('of the viewer cannot be suspended', (stage) => {
    const seen = view(stage, page(stage, { emailVerifiedAt: LOOKED_AT }, 'a1'));
    expect(seen.words).toContain(stage.t('accounts.own'));
    expect(seen.link(stage.t('accounts.suspend'))).toBeNull();
    expect(seen.link(stage.t('accounts.correctEmail'))).toBeNull();
    expect(seen.words).not.toContain(stage.t('accounts.not_verified'));
  });

  inEachLanguage('has its roles ticked, and lists those that cannot be changed here', (stage) => {
    const seen = view(stage, page(stage, { roles: ['instructor', 'trainee'] }));
    expect(seen.controls('roles').map(({ value, isChosen }) => [value, isChosen])).toEqual(
      GIVEN_ROLES.map((role) => [role, role === 'instructor']),
    );
    expect(seen.words).toContain(stage.t('accounts.roles_kept', { roles: stage.t('role.trainee') }));
    expect(seen.link(stage.t('accounts.history_all'))).toBe('/office/audit?thing=a1');
  });

  inEachLanguage('with refused roles has the fault beside them', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(view(stage, { ...page(stage), form }).faults).toEqual(faultsOn(form));
  });
});

inEachLanguage('an invitation begins with a coordinator, and has each fault beside its field', (stage) => {
  const form = invitationForm(stage.translator);
  const seen = newView(stage, { form });
  expect(seen.controls('roles').find(({ isChosen }) => isChosen)?.value).toBe('coordinator');
  expect(seen.controls('language').find(({ isChosen }) => isChosen)?.value).toBe(stage.language);
  expect(seen.button(stage.t('accounts.invite_act'))).toBe('post /office/accounts');
  const faulty = faultyIn(form);
  expect(newView(stage, { form: faulty }).faults).toEqual(faultsOn(faulty));
});

describe('a suspension', () => {
  const model = (stage: Stage, blockers: readonly string[] = []) => ({
    account: accountView(row({ name: '李静' }), stage.translator),
    blockers,
  });

  inEachLanguage('explains its effect before it is done', (stage) => {
    const seen = suspensionView(stage, model(stage));
    expect(seen.sections).toEqual([stage.t('accounts.suspend_title', { name: '李静' })]);
    expect(seen.words).toContain(stage.t('accounts.suspend_now', { email: 'l@example.com' }));
    expect(seen.button(stage.t('accounts.suspend'))).toBe('post /office/accounts/a1/suspension');
  });

  inEachLanguage('that is forbidden gives the reason', (stage) => {
    const seen = suspensionView(stage, model(stage, ['The last administrator']));
    expect(seen.words).toContain(`${stage.t('accounts.suspend_blocked')} The last administrator`);
  });

  it('that is forbidden has no button', () => {
    expect(suspensionView(new Stage('en'), model(new Stage('en'), ['No'])).requests).toEqual([]);
  });
});
