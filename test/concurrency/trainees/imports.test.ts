import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { ImportTrainees } from '../../../src/trainees/actions/import-trainees.js';
import { TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';

const DIGITS = '一二三四五六七八九十';
const PEOPLE = [...DIGITS].flatMap((one) => [...'甲乙丙丁戊己'].map((other) => `张${one}${other}`));
const SHEET = ['姓名,手机', ...PEOPLE.map((name, at) => `${name},${String(13_800_138_000 + at)}`)].join('\n');

describe('an import that is confirmed several times at once', () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  });
  afterEach(() => academy.close());

  const count = (): Promise<number> =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM trainee WHERE phone LIKE '13800138%'`);

  it('enters everybody once', async () => {
    const coordinator = await person(academy, 'coordinator');
    const confirm = () =>
      academy.app.get(ImportTrainees).execute(coordinator, { text: SHEET, filename: '名单.csv', decide: () => '' });
    await Promise.all([confirm(), confirm(), confirm()]);
    expect(await count()).toBe(PEOPLE.length);
  });
});
