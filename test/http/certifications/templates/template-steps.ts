import sql from 'sql-template-tag';
import { ChooseTemplate, type CertificateFacts } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { type TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

/** What the office does with certificate templates. */
export function templateSteps(academy: () => TestAcademy) {
  const { certificatesOf } = certificateSteps(academy);
  const office = () => signedIn(academy(), 'administrator');
  const root = '/office/certificate-templates';
  const fields = {
    nameZh: '培训证书',
    nameEn: 'Training Certificate',
    leadZh: '兹证明',
    leadEn: 'This certifies that',
    bodyZh: '完成{course}',
    bodyEn: 'completed {course}',
    sealTextZh: '',
    sealFootZh: '证书专用章',
    numberPattern: '{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}',
    numberPrefix: 'JNIT',
    paper: 'landscape',
    border: 'guilloche',
    languages: 'both',
    signatory1NameZh: '李建国',
    signatory1NameEn: 'Li Jianguo',
    signatory1TitleZh: '院长',
    signatory1TitleEn: 'Dean',
  };
  let made = 0;
  const aTemplate = async (
    wanted: Readonly<Record<string, string>> = {},
  ): Promise<{ id: string; name: string; text: string }> => {
    made += 1;
    const name = wanted['name'] ?? `模板 ${made}`;
    const answer = await (await office()).submit(root, { ...fields, ...wanted, name }, `${root}/new`);
    const row = await academy()
      .app.get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = ${name}`);
    return { id: row?.id ?? '', name, text: wordsOf(answer.text) };
  };
  const choose = async (achievementId: string, id: string | null) =>
    academy()
      .app.get(ChooseTemplate)
      .execute(await person(academy(), 'administrator'), achievementId, id);
  const factsOf = async (scenario: Parameters<typeof certificatesOf>[0]): Promise<CertificateFacts> =>
    JSON.parse((await certificatesOf(scenario))[0]!.facts) as CertificateFacts;
  return { office, root, fields, aTemplate, choose, factsOf };
}
