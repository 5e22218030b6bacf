import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditEntryView } from '../../../src/accounts/web/audit.page.js';
import { MessageCatalog, PACKAGE_ROOT } from '../../../src/platform/index.js';
import { messages } from '../../../src/start/messages.js';

const messageCatalog = new MessageCatalog(messages);
const SOURCES = join(PACKAGE_ROOT, 'src');

/** The acts and subjects that are recorded with a literal name. */
function recorded(pattern: RegExp): string[] {
  const texts = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!)))].sort();
}

test('every act has a message in the audit trail', () => {
  const acts = recorded(/\.audit\(\s*'([\w.]+)'/g);
  expect(acts.length).toBeGreaterThan(40);
  expect(acts.filter((act) => !messageCatalog.in('zh-CN').has(`act.${act}`))).toEqual([]);
});

test('every kind of subject has a message there', () => {
  const kinds = recorded(/\.audit\([^;]*?\{\s*type: '(\w+)'/g);
  expect(kinds.filter((kind) => !messageCatalog.in('zh-CN').has(`subject.${kind}`))).toEqual([]);
});

test('changes are shown by name and value; ids and empty values are left out', () => {
  const row = {
    id: '1',
    at: 0,
    actorId: null,
    actorName: 'system',
    act: 'account.rolesChanged',
    subjectType: 'account',
    subjectId: 'x',
    subjectLabel: 'li@academy.example',
    requestId: null,
    detail: {
      given: ['coordinator', 'instructor'],
      taken: [],
      traineeId: '01890a5d-ac96-774b-bcce-b302099a8057',
      nameZh: { from: '甲', to: '乙' },
      startedOn: '2026-03-09',
    },
  };
  const view = auditEntryView(row, messageCatalog.in('en'));
  expect(view.by).toBe('The system');
  expect(view.changes).toEqual([
    { name: 'Added', value: 'Coordinator, Instructor' },
    { name: 'Chinese name', value: '甲 → 乙' },
    { name: 'Started', value: '9 March 2026' },
  ]);
});

test.each([
  ['zh-CN', '工作单位、备注'],
  ['en', 'Workplace, Note'],
] as const)('fields that changed are named as on the form (%s)', (language, names) => {
  const row = {
    id: '1',
    at: 0,
    actorId: null,
    actorName: 'system',
    act: 'trainee.changed',
    subjectType: 'trainee',
    subjectId: 'x',
    subjectLabel: '王芳',
    requestId: null,
    detail: { fields: ['workplace', 'note'] },
  };
  expect(auditEntryView(row, messageCatalog.in(language)).changes.map(({ value }) => value)).toEqual([names]);
});

test('typed text is shown unchanged if it only looks like a day or an instant', () => {
  const row = {
    id: '1',
    at: 0,
    actorId: null,
    actorName: 'system',
    act: 'room.changed',
    subjectType: 'room',
    subjectId: 'x',
    subjectLabel: 'B203',
    requestId: null,
    detail: { name: '2026-02-30', nameEn: { from: '0000-00-00', to: '9999-12-31' }, capacity: 1e300 },
  };
  const values = auditEntryView(row, messageCatalog.in('en')).changes.map(({ value }) => value);
  expect(values.slice(0, 2)).toEqual(['2026-02-30', '0000-00-00 → 9999-12-31']);
  expect(values).toHaveLength(3);
});
