import sql from 'sql-template-tag';
import { ReissueCertificate, RenewCertificate, RevokeCertificate } from '../../../../src/certifications/index.js';
import { ShowBeforeAct } from '../../../../src/certifications/lifecycle/actions/show-before-act.js';
import { isRefused, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';

const A_DAY = 24 * 3600_000;

describe('two people at the same certificate', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);
  const count = (query: Parameters<ReadDatabase['count']>[0]) => academy.app.get(ReadDatabase).count(query);

  it('revoke it once: one reason, one event, one email; the others are refused', async () => {
    const { scenario, row } = await one('同时', null);
    const administrator = await person(academy, 'administrator');
    const outcomes = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((reason) =>
        academy.app.get(RevokeCertificate).execute(administrator, row.id, { reasonClass: 'other', reason }),
      ),
    );
    expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
    expect(outcomes.filter(isRefused).flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      'certificateNotValid',
      'certificateNotValid',
      'certificateNotValid',
    ]);
    expect(
      await count(sql`SELECT COUNT(*) FROM certificate_event WHERE certificate_id = ${row.id} AND kind = 'revoked'`),
    ).toBe(1);
    expect(
      await count(
        sql`SELECT COUNT(*) FROM outbox_message WHERE to_address = ${scenario.trainees[0]!.email} AND subject LIKE '证书已吊销%'`,
      ),
    ).toBe(1);
  });

  it('renew it once', async () => {
    const { row } = await one('同续', null, 12);
    academy.clock.moveTo(TEST_START + 360 * A_DAY);
    const coordinator = await person(academy, 'coordinator');
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => academy.app.get(RenewCertificate).execute(coordinator, row.id)),
    );
    expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
    expect(await count(sql`SELECT COUNT(*) FROM certificate WHERE supersedes_id = ${row.id}`)).toBe(1);
  });

  it('revoke and renew it: whichever comes first, no renewal follows a revoked one', async () => {
    const { row } = await one('先后', null, 12);
    academy.clock.moveTo(TEST_START + 360 * A_DAY);
    const administrator = await person(academy, 'administrator');
    const [revoked, renewed] = await Promise.all([
      academy.app.get(RevokeCertificate).execute(administrator, row.id, { reasonClass: 'misconduct', reason: '代考' }),
      academy.app.get(RenewCertificate).execute(administrator, row.id),
    ]);
    expect(isRefused(revoked)).toBe(false);
    const events = await academy.app
      .get(ReadDatabase)
      .query<{ kind: string }>(
        sql`SELECT kind AS "kind" FROM certificate_event WHERE certificate_id = ${row.id} AND kind <> 'issued' ORDER BY id`,
      );
    expect(events.map(({ kind }) => kind)).toEqual(isRefused(renewed) ? ['revoked'] : ['renewed', 'revoked']);
  });

  it('revoke it and correct its name: a correction never stands beside a revocation that came meanwhile', async () => {
    const { row } = await one('更正', null);
    const administrator = await person(academy, 'administrator');
    const { seen } = await academy.app.get(ShowBeforeAct).execute(row.id, 'replacement');
    const correction = {
      reasonClass: 'nameCorrected' as const,
      name: '更改',
      latinName: null,
      reason: '姓名更正',
      seen,
    };
    const [corrected, revoked] = await Promise.all([
      academy.app.get(ReissueCertificate).execute(administrator, row.id, correction),
      academy.app.get(RevokeCertificate).execute(administrator, row.id, { reasonClass: 'misconduct', reason: '代考' }),
    ]);
    expect(isRefused(revoked)).toBe(!isRefused(corrected));
    expect(await count(sql`SELECT COUNT(*) FROM certificate WHERE supersedes_id = ${row.id}`)).toBe(
      isRefused(corrected) ? 0 : 1,
    );
  });

  it('correct a name on a page that showed it as valid: the correction does not undo a revocation since then', async () => {
    const { row } = await one('先吊销', null);
    const administrator = await person(academy, 'administrator');
    const { seen } = await academy.app.get(ShowBeforeAct).execute(row.id, 'replacement');
    await academy.app
      .get(RevokeCertificate)
      .execute(administrator, row.id, { reasonClass: 'misconduct', reason: '代考' });
    const correction = {
      reasonClass: 'nameCorrected' as const,
      name: '更改',
      latinName: null,
      reason: '姓名更正',
      seen,
    };
    const corrected = await academy.app.get(ReissueCertificate).execute(administrator, row.id, correction);
    expect(isRefused(corrected) && corrected.reasons.map(({ code }) => code)).toEqual(['changedSinceShown']);
  });
});
