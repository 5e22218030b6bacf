import sql from 'sql-template-tag';
import { NotAllowed, ReadDatabase, VISITOR } from '../../../src/platform/index.js';
import { SetTargets } from '../../../src/reporting/index.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';
import { Rows } from './rows.js';

describe('targets', () => {
  let academy: TestAcademy;
  let administrator: WebClient;
  let cloud: string;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    cloud = await new Rows(academy).track('CLOUD', '云计算');
    administrator = await signedIn(academy, 'administrator');
  });
  afterEach(() => academy.close());

  const field = (kind: string, year: number) => `${kind}-${year}-${cloud}`;
  const standing = () =>
    academy.app
      .get(ReadDatabase)
      .query<{ year: number; kind: string; amount: number }>(
        sql`SELECT year AS "year", kind AS "kind", amount AS "amount" FROM target ORDER BY year, kind`,
      );
  const trail = () =>
    academy.app
      .get(ReadDatabase)
      .query<{ detail: string }>(
        sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'targets.set' ORDER BY at, id`,
      );

  it('are offered for three years from this one, and distinguish blank from zero', async () => {
    const form = await administrator.get('/office/targets');
    for (const year of [2026, 2027, 2028]) expect(form.text).toContain(`name="${field('trained', year)}"`);
    const after = await administrator.submit(
      '/office/targets',
      { from: 2026, [field('trained', 2026)]: '1,200', [field('certified', 2026)]: '0', [field('placed', 2026)]: '' },
      '/office/targets',
    );
    expect(wordsOf(after.text)).toContain('2 项指标有变动');
    expect(after.text).toContain('value="1200"');
    expect(await standing()).toEqual([
      { year: 2026, kind: 'certified', amount: 0 },
      { year: 2026, kind: 'trained', amount: 1200 },
    ]);
  });

  it('are audited with the values before and after, but not if nothing changed', async () => {
    await administrator.submit('/office/targets', { from: 2026, [field('trained', 2026)]: '100' }, '/office/targets');
    await administrator.submit('/office/targets', {
      from: 2026,
      [field('trained', 2026)]: '',
      [field('placed', 2026)]: '５０',
    });
    const unchanged = await administrator.submit('/office/targets', { from: 2026, [field('placed', 2026)]: '50' });
    expect(wordsOf(unchanged.text)).toContain('没有变化');
    const entries = await trail();
    expect(entries).toHaveLength(2);
    expect(JSON.parse(entries[1]?.detail ?? '{}')).toEqual({
      changes: [
        { year: 2026, track: 'CLOUD', kind: 'trained', before: 100, after: null },
        { year: 2026, track: 'CLOUD', kind: 'placed', before: null, after: 50 },
      ],
    });
  });

  it('are refused beside their field, with everything typed kept and nothing saved', async () => {
    const answer = await administrator.post(
      '/office/targets',
      {
        from: 2026,
        [field('trained', 2026)]: '约一百',
        [field('certified', 2027)]: '80',
        [field('placed', 2028)]: '9999999',
      },
      '/office/targets',
    );
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('“约一百”不是人数');
    expect(wordsOf(answer.text)).toContain('最多填 1,000,000 人');
    expect(answer.text).toContain('value="约一百"');
    expect(answer.text).toContain('value="80"');
    expect(answer.text).toContain(`href="#field-${field('trained', 2026)}"`);
    expect(await standing()).toEqual([]);
  });

  it('show other years of the programme on request', async () => {
    const later = await administrator.get('/office/targets?from=2029');
    expect(later.text).toContain(`name="${field('trained', 2031)}"`);
    expect(later.text).toContain('from&#x3D;2026');
  });

  it('can be set by administrators only, in any way', async () => {
    const coordinator = await signedIn(academy, 'coordinator');
    expect((await coordinator.get('/office/targets')).status).toBe(403);
    expect((await coordinator.post('/office/targets', { from: 2026 })).status).toBe(403);
    expect(() => academy.app.get(SetTargets).execute(VISITOR, [])).toThrow(NotAllowed);
  });

  it('are refused by the action itself for an impossible track or year', async () => {
    const actor = await person(academy, 'administrator');
    const outcome = await academy.app.get(SetTargets).execute(actor, [
      { year: 1999, trackId: cloud, kind: 'placed', amount: 1 },
      { year: 2026, trackId: 'nowhere', kind: 'placed', amount: 1 },
    ]);
    expect(outcome).toMatchObject({ reasons: [{ code: 'targetYearOutOfRange' }, { code: 'targetTrackUnknown' }] });
  });
});
