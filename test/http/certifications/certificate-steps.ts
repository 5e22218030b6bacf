import sql from 'sql-template-tag';
import { IssueCertificates } from '../../../src/certifications/index.js';
import { Jobs, ReadDatabase } from '../../../src/platform/index.js';
import type { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { type Graduates, graduates } from './graduates.js';

export interface Row {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly state: string;
  readonly facts: string;
}

interface CertificateSteps {
  certificatesOf(scenario: Graduates): Promise<Row[]>;
  /** Presses the button of the cohort's page, and waits until all are issued; answers what the next page says. */
  issue(scenario: Graduates): Promise<string>;
  /** One trainee, certified. */
  one(
    name?: string,
    latinName?: string | null,
    validMonths?: number | null,
  ): Promise<{ scenario: Graduates; row: Row }>;
  revoke(row: Row, reason?: string): Promise<string>;
}

/** The fingerprint of the preview that a cohort's page of certificates shows. */
export function seenIn(page: string): string {
  return /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
}

/** The steps that most tests of certificates begin with. */
export function certificateSteps(academy: () => TestAcademy): CertificateSteps {
  const certificatesOf = ({ cohort }: Graduates): Promise<Row[]> =>
    academy().app.get(ReadDatabase).query<Row>(sql`
    SELECT k.id AS "id", k.number AS "number", k.token AS "token", k.state AS "state", k.facts AS "facts" FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id
    WHERE e.cohort_id = ${cohort.id} ORDER BY k.issued_at, k.number`);
  const issue = async ({ cohort }: Graduates): Promise<string> => {
    const path = `/office/cohorts/${cohort.code}/certificates`;
    const coordinator = await signedIn(academy(), 'coordinator');
    const seen = seenIn((await coordinator.get(path)).text);
    const said = wordsOf((await coordinator.submit(path, { seen }, path)).text);
    await academy().app.get(Jobs).finish();
    return said;
  };
  return {
    certificatesOf,
    issue,
    one: async (name = '王芳', latinName = 'Wang Fang', validMonths = 24) => {
      const scenario = await graduates(academy(), { names: [{ name, latinName }], validMonths });
      // Documents take time and have tests of their own.
      await academy()
        .app.get(IssueCertificates)
        .execute(await person(academy(), 'coordinator'), scenario.cohort.code, 'later');
      return { scenario, row: (await certificatesOf(scenario))[0]! };
    },
    revoke: async (row, reason = '考核成绩经复核无效') => {
      const path = `/office/certificates/${row.id}/revocation`;
      return wordsOf(
        (
          await (
            await signedIn(academy(), 'administrator')
          ).submit(path, { reasonClass: 'requirementsNotMet', reason }, path)
        ).text,
      );
    },
  };
}
