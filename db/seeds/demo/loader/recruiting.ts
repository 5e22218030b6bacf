import sql from 'sql-template-tag';
import { ResumeList, SubmitList } from '../../../../src/certifications/index.js';
import { AddContact, MakeKey } from '../../../../src/employers/index.js';
import { fingerprint } from '../../../../src/platform/index.js';
import { CAST } from '../content/cast.js';
import { done, required, type DemoContext } from './stage.js';
import { AN_HOUR, A_DAY } from '../../../../src/platform/index.js';

/** Index among the forty companies: the employer of the cast's contact. */
const COMPANY = 0;
const APPLICANTS = 24;

/**
 * A company of the park creates an API key, and has its autumn applicants verified: one number is misread, one name is
 * not the holder's.
 */
export function scheduleRecruiting(stage: DemoContext): void {
  const employerId = (): string => required(stage.employers[COMPANY], 'the company of the cast');
  stage.timeline.at(stage.eve - 40 * A_DAY + 10 * AN_HOUR, async () => {
    const { email, name } = CAST.employer;
    done(
      await stage
        .get(AddContact)
        .execute(stage.coordinator, { employerId: employerId(), email, name, language: 'zh-CN' }),
      'a contact of an employer',
    );
    done(
      await stage
        .get(MakeKey)
        .execute(stage.recruiter, { employerId: employerId(), name: '招聘系统', scopes: ['verifications:make'] }),
      'a key',
    );
  });
  stage.timeline.at(stage.eve - 9 * A_DAY + 15 * AN_HOUR, async () => {
    const applicants = await stage.rows<{ number: string; name: string }>(sql`
      SELECT number AS "number", recipient_name AS "name" FROM certificate ORDER BY issued_at DESC, number LIMIT ${APPLICANTS}`);
    const rows = applicants.map(({ number, name }, at) => ({
      line: at + 2,
      number: at === 5 ? misread(number) : number,
      name: at === 9 ? CAST.employer.name : name,
    }));
    const text = rows.map(({ number, name }) => `${number},${name}`).join('\n');
    const { id } = done(
      await stage.get(SubmitList).execute(stage.recruiter, employerId(), {
        rows,
        columns: { number: '证书编号', name: '姓名' },
        filename: '秋季招聘-应聘人.csv',
        sha256: fingerprint(text),
        purpose: '秋季校园招聘',
      }),
      'a list of applicants',
    );
    await stage.get(ResumeList).execute(stage.recruiter, id);
  });
}

/** Two adjacent digits swapped, which the check character detects. */
function misread(number: string): string {
  return number.replace(/(\d)(?!\1)(\d)(?=\D*$)/, '$2$1');
}
