import sql from 'sql-template-tag';
import { DOCUMENT_KINDS, MEDIA_TYPES } from '../../../../src/certifications/core/domain/document-kinds.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { held } from '../held.js';
import { documentsOf } from '../sealed.js';
import { certificateSteps } from '../certificate-steps.js';

const OWN = { pdf: 'paper.pdf', json: 'credential.json', jwt: 'credential.jwt', png: 'badge.png' } as const;

describe('a certificate’s documents, whichever way somebody comes', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { revoke } = certificateSteps(() => academy);

  const looks = async (id: string): Promise<number> =>
    (await academy.app.get(ReadDatabase).query(sql`SELECT id FROM certificate_view WHERE certificate_id = ${id}`))
      .length;

  it('are the bytes that were stored, before it is revoked and after', async () => {
    const { row, holder, path, link } = await held(academy, '甘雨');
    const address = await link({ scope: 'everything' });
    const stored = await documentsOf(academy, row);
    const office = await signedIn(academy, 'coordinator');
    const served = async (form: (typeof DOCUMENT_KINDS)[number]) => [
      await academy.client().get(`/c/${row.token}.${form}`),
      await academy.client().get(`/c/${row.token}`, { accept: MEDIA_TYPES[form] }),
      await academy.client().get(`${address}.${form}`),
      await holder.get(`${path}/${OWN[form]}`),
      ...(form === 'pdf' ? [await office.get(`/office/certificates/${row.id}/paper.pdf`)] : []),
    ];
    for (const turn of ['valid', 'revoked']) {
      for (const form of DOCUMENT_KINDS) {
        const answers = await served(form);
        expect(
          answers.map(({ status, headers, bytes }) => [
            turn,
            form,
            status,
            headers['content-type'],
            bytes.equals(stored[form]),
          ]),
        ).toEqual(answers.map(() => [turn, form, 200, MEDIA_TYPES[form], true]));
      }
      if (turn === 'valid') await revoke(row);
    }
  });

  it('may be read by any page and are kept by no search engine; those behind a link are kept by no cache', async () => {
    const { row, link } = await held(academy, '胡桃');
    const address = await link({ scope: 'everything' });
    await documentsOf(academy, row);
    for (const form of DOCUMENT_KINDS) {
      for (const [path, cache] of [
        [`/c/${row.token}.${form}`, 'public, max-age=300'],
        [`${address}.${form}`, 'private, no-store'],
      ] as const) {
        const { headers } = await academy.client().get(path);
        expect([
          form,
          headers['access-control-allow-origin'],
          headers['x-robots-tag'],
          headers['cache-control'],
        ]).toEqual([form, '*', 'noindex', cache]);
      }
    }
  });

  it('stand on the pages that offer them once they are made; before that there is the paper', async () => {
    const { row, holder, path, link } = await held(academy, '刻晴');
    const address = await link({ scope: 'everything' });
    const pages = async () => [
      (await academy.client().get(address)).text,
      (await holder.get(path)).text,
      (await academy.client().get(`/c/${row.token}`)).text,
    ];
    for (const page of await pages()) expect(wordsOf(page)).toContain('签名文件正在制作');
    for (const file of [`${address}.json`, `${address}.png`, `${path}/badge.png`, `${path}/credential.jwt`])
      expect((await holder.get(file)).status).toBe(404);
    for (const file of [`${address}.pdf`, `${path}/paper.pdf`])
      expect((await holder.get(file)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await documentsOf(academy, row);
    const [shared = '', own = '', open = ''] = await pages();
    for (const form of ['json', 'jwt', 'png'] as const) {
      for (const [page, href] of [
        [shared, `${address}.${form}`],
        [own, `${path}/${OWN[form]}`],
        [open, `/c/${row.token}.${form}`],
      ] as const)
        expect(page.replaceAll('&#x3D;', '=')).toContain(`href="${href}"`);
    }
  });

  it.each(['verdict', 'facts'])(
    'are not behind a link of scope %s, nor of a hidden certificate without one, nor for another trainee',
    async (scope) => {
      const { row, holder, path, link } = await held(academy, `云${scope.length}`);
      const [less, all] = [await link({ scope }), await link({ scope: 'everything' })];
      await documentsOf(academy, row);
      await holder.submit(`${path}/hiding`, {}, path);
      const { holder: other } = await held(academy, '旁观');
      for (const form of DOCUMENT_KINDS) {
        for (const file of [`${less}.${form}`, `/c/${row.token}.${form}`])
          expect((await academy.client().get(file)).status).toBe(404);
        expect((await other.get(`${path}/${OWN[form]}`)).status).toBe(404);
        for (const file of [`${all}.${form}`, `${path}/${OWN[form]}`])
          expect((await holder.get(file)).status).toBe(200);
      }
      expect((await academy.client().get(less)).text).not.toContain('.json');
    },
  );

  it('are looks when fetched by a link, unless the holder fetches them; what is refused is none', async () => {
    const { row, holder, link } = await held(academy, '行秋');
    const [less, all] = [await link({ scope: 'facts' }), await link({ scope: 'everything' })];
    await academy.client().get(`${all}.json`);
    expect(await looks(row.id)).toBe(0);
    await documentsOf(academy, row);
    for (const form of DOCUMENT_KINDS) {
      await academy.client().get(`${all}.${form}`);
      await academy.client().get(`${less}.${form}`);
      await holder.get(`${all}.${form}`);
    }
    await academy.client().get(`${all}.svg`);
    expect(await looks(row.id)).toBe(DOCUMENT_KINDS.length);
    expect(wordsOf((await holder.get(`/my/certificates/${row.id}`)).text)).toContain(
      `打开过 ${DOCUMENT_KINDS.length} 次`,
    );
  });
});
