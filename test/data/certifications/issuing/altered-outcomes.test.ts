import sql from 'sql-template-tag';
import { BeginIssuance, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { isRefused, Jobs, Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { templateSteps } from '../../../http/certifications/templates/template-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers, withTampering } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { aCompletedCohort, type CompletedCohort } from './completed-cohort.js';

const OF = (name: string): string =>
  `(SELECT e.id FROM enrolment e JOIN trainee t ON t.id = e.trainee_id WHERE t.name = '${name}')`;

type Alteration = readonly [what: string, name: string, table: string, set: string, key: string];

const ofAnother = (name: string, [what, , ...rest]: Alteration): Alteration => [what, name, ...rest];

/** `name`: whose outcome it is. */
const ALTERED: readonly Alteration[] = [
  ['a score', '王芳', 'result', 'score = 100', 'enrolment_id'],
  ['a score that is taken away', '王芳', 'result', 'superseded_at = 1', 'enrolment_id'],
  ['a mark of attendance', '王芳', 'attendance_mark', `mark = 'absent'`, 'enrolment_id'],
  ['who has failed, as having completed', '李雷', 'enrolment', `state = 'completed'`, 'id'],
  ['who has completed, as having failed', '王芳', 'enrolment', `state = 'notCompleted'`, 'id'],
  ['who has completed, as having withdrawn', '王芳', 'enrolment', `state = 'withdrawn', seat_number = NULL`, 'id'],
  ['who has completed, as still attending', '王芳', 'enrolment', `state = 'confirmed'`, 'id'],
  ['the date of completion', '王芳', 'enrolment', 'ended_at = 1', 'id'],
  ['what binds an outcome', '王芳', 'record_binding', `mac = 'x'`, 'id'],
];

describe(`outcomes that somebody alters in the database, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let cohort: CompletedCohort;
  let issued: CompletedCohort;
  let templateId: string;
  let giveBack: () => Promise<void>;
  const { aTemplate, choose } = templateSteps(() => academy);
  const { certificatesOf } = certificateSteps(() => academy);
  const path = (): string => `/office/cohorts/${cohort.cohort.code}/certificates`;
  const page = async (): Promise<string> => (await (await signedIn(academy, 'coordinator')).get(path())).text;
  const begin = async (code: string) =>
    academy.app.get(BeginIssuance).execute(await person(academy, 'coordinator'), code);
  const completed = async (scores: Readonly<Record<string, number>>): Promise<CompletedCohort> => {
    const made = await aCompletedCohort(academy, scores);
    await choose(made.achievementId, templateId);
    return made;
  };
  const faults = async (withKey = true): Promise<string> => {
    const keys = withKey ? verifyKeysFrom(academy.app.get(Keys)) : null;
    return (await verifyLog(academy.app.get(ReadDatabase), [], keys)).faults.join('\n');
  };
  /** Alters the rows of somebody for as long as the test looks. */
  const altered = <T>([, name, table, set, key]: Alteration, test: () => Promise<T>): Promise<T> => {
    const columns = [...set.matchAll(/(\w+) = /g)].map(([, column = '']) => column);
    const kept = columns.map((one) => `${one} = (SELECT k.${one} FROM kept_rows k WHERE k.${key} = ${table}.${key})`);
    const own = key === 'id' && table === 'record_binding' ? `(SELECT CAST(id AS TEXT) FROM ${OF(name)} x)` : OF(name);
    return withTampering(
      academy,
      {
        apply: [
          `CREATE TABLE kept_rows AS SELECT * FROM ${table} WHERE ${key} IN ${own}`,
          `UPDATE ${table} SET ${set} WHERE ${key} IN ${own}`,
        ],
        undo: [`UPDATE ${table} SET ${kept.join(', ')} WHERE ${key} IN ${own}`, 'DROP TABLE kept_rows'],
      },
      test,
    );
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ id: templateId } = await aTemplate({ printsResults: '1' }));
    cohort = await completed({ 王芳: 88, 李雷: 41, 赵六: 70 });
    issued = await completed({ 周一: 75 });
    expect(isRefused(await begin(issued.cohort.code))).toBe(false);
    await academy.app.get(Jobs).finish();
    giveBack = await disableTriggers(academy, ['result', 'attendance_mark', 'enrolment']);
  }, 120_000);
  afterAll(async () => {
    await giveBack();
    academy.takeErrors();
    await academy.close();
  });

  it('are shown before the issue: results and completion date of each person', async () => {
    const words = wordsOf(await page());
    for (const name of ['王芳', '赵六']) expect(words).toContain(name);
    expect(words).toContain('出勤率 100 %');
    for (const result of ['理论考试 88', '理论考试 70']) expect(words).toContain(result);
    expect(words).not.toContain('理论考试 41');
    expect(await faults()).toBe('');
  });

  it.each(ALTERED)('name the person and the next step, and are no ground for an issue: %s', async (...one) => {
    const name = one[1];
    const [words, found] = await altered(one, async () => [wordsOf(await page()), await faults()]);
    expect(words).toContain(`数据库中${name}的结业结果、出勤率或成绩与班次结业时不一致`);
    expect(words).toContain('npm run academy -- verify-log');
    expect(words).toContain(name === '王芳' ? '颁发 1 份证书' : '颁发 2 份证书');
    expect(found).toContain(`Outcome of ${name} in cohort ${cohort.cohort.code}`);
    expect(await faults()).toBe('');
  });

  it('are named if the enrolment that they are bound to is gone', async () => {
    const id = '11111111-1111-4111-8111-111111111111';
    await withTampering(
      academy,
      {
        apply: [`INSERT INTO record_binding (kind, id, mac) VALUES ('outcome', '${id}', '${'0'.repeat(64)}')`],
        undo: [`DELETE FROM record_binding WHERE id = '${id}'`],
      },
      async () => expect(await faults()).toContain(`Enrolment ${id}`),
    );
  });

  it('are refused by an issue that has begun, and the others get theirs', async () => {
    const { cohort: other } = await completed({ 周二: 88, 周三: 70 });
    expect(isRefused(await begin(other.code))).toBe(false);
    await altered(ofAnother('周二', ALTERED[0]!), () => academy.app.get(Jobs).finish());
    const items = await academy.app
      .get(ReadDatabase)
      .query<{ name: string; state: string; reasons: string | null }>(
        sql`SELECT name AS "name", state AS "state", reasons AS "reasons" FROM issuance_item WHERE name IN ('周二', '周三') ORDER BY state`,
      );
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['周三', 'issued'],
      ['周二', 'refused'],
    ]);
    expect(JSON.stringify(items[1]!.reasons)).toContain('outcomeAltered');
    const alarms = await academy.app
      .get(ReadDatabase)
      .query(sql`SELECT id FROM register_alarm WHERE subject = 'issuance'`);
    expect(alarms).toHaveLength(1);
    academy.takeErrors();
  }, 60_000);

  it('are compared with what certificates printed, also without the master key', async () => {
    const [certificate] = await certificatesOf({ ...issued, trainees: [] });
    const { number } = certificate!;
    expect(await faults(false)).toBe('');
    for (const withKey of [true, false]) {
      const score = await altered(ofAnother('周一', ALTERED[0]!), () => faults(withKey));
      expect(score).toContain(`Certificate ${number}: the attendance or the results`);
      const state = await altered(ofAnother('周一', ALTERED[4]!), () => faults(withKey));
      expect(state).toContain(`Certificate ${number}: the enrolment that it was issued for`);
    }
    expect(await faults()).toBe('');
  });

  it('are not believed without a binding', async () => {
    const { cohort: other } = await graduates(academy, { names: [{ name: '陈晨' }] });
    const without = ofAnother('陈晨', ['', '', 'record_binding', `kind = 'receipt'`, 'id']);
    const [answer, found] = await altered(without, async () => [await begin(other.code), await faults()]);
    expect(isRefused(answer) && answer.reasons[0]!.code).toBe('nobodyToCertify');
    expect(found).toContain(`Outcome of 陈晨 in cohort ${other.code}`);
  });
});
