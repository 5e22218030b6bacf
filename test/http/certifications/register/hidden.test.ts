import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

describe('a certificate that its holder hides', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one, revoke } = certificateSteps(() => academy);
  const verify = (number: string, name: string): Promise<Answer> =>
    academy.client().post('/verify', { number, name }, '/verify');

  const hidden = async (name: string) => {
    const { scenario, row } = await one(name, null);
    const holder = await signedIn(academy, scenario.trainees[0]!);
    const path = `/my/certificates/${row.id}`;
    await holder.submit(`${path}/hiding`, {}, path);
    return { row, holder, path };
  };

  it('tells visitors that it is hidden, without name or achievement', async () => {
    const { row } = await hidden('祁同');
    const answer = await academy.client().get(`/c/${row.token}`);
    const page = wordsOf(answer.text);
    expect([answer.status, answer.headers['x-robots-tag']]).toEqual([200, 'noindex']);
    expect(page).toContain('持证人现在不公开这份证书');
    expect(page).toContain('仍然可以核验');
    for (const kept of ['祁同', row.number, '云计算管理员', '有效期']) expect(answer.text).not.toContain(kept);
    expect(wordsOf((await academy.client('en').get(`/c/${row.token}`)).text)).toContain(
      'The holder has hidden this certificate',
    );
  });

  it('has no files, as if there were none', async () => {
    const { row } = await hidden('祝融');
    for (const form of ['pdf', 'svg']) {
      const [its, nobodys] = [
        await academy.client().get(`/c/${row.token}.${form}`),
        await academy.client().get(`/c/nosuchtokennosuchtoken12345.${form}`),
      ];
      expect([its.status, wordsOf(its.text)]).toEqual([404, wordsOf(nobodys.text)]);
    }
  });

  it('is as unknown by number and name', async () => {
    const { row } = await hidden('易安');
    const { row: others } = await one('别人', null);
    const [its, wrong] = [await verify(row.number, '易安'), await verify(others.number, '易安')];
    expect([its.status, wordsOf(its.text)]).toEqual([422, wordsOf(wrong.text)]);
  });

  it('still says that it was revoked, and of what kind the reason is, without a name', async () => {
    const { row } = await hidden('冯远');
    await revoke(row, '考核由他人代考');
    const page = await academy.client().get(`/c/${row.token}`);
    expect(wordsOf(page.text)).toContain('这份证书已被吊销');
    expect(wordsOf(page.text)).toContain('2026年3月2日');
    for (const kept of ['冯远', row.number, '代考']) expect(page.text).not.toContain(kept);
  });

  it('is shown again when its holder wants', async () => {
    const { row, holder, path } = await hidden('夏雨');
    await holder.submit(`${path}/showing`, {}, path);
    expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('夏雨');
    expect((await verify(row.number, '夏雨')).location).toBe(`/c/${row.token}`);
  });

  it('is hidden by nobody but its holder', async () => {
    const { row } = await one('韦小', null);
    const { holder } = await hidden('双儿');
    for (const act of ['hiding', 'showing'])
      expect((await holder.post(`/my/certificates/${row.id}/${act}`, {}, '/my/certificates')).status).toBe(404);
    expect((await holder.get(`/my/certificates/${row.id}`)).status).toBe(404);
    expect(
      (
        await (
          await signedIn(academy, 'coordinator')
        ).post(`/my/certificates/${row.id}/hiding`, {}, '/office/certificates')
      ).status,
    ).toBe(403);
    expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('韦小');
  });
});
