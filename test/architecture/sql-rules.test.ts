import { source, sourcesIn } from './sources.js';
import { onlyDataWritesSql } from './sql-rules.js';
import { describeWalls } from './wall.js';

const TAG = "import sql from 'sql-template-tag';";

describeWalls([
  {
    stands: 'SQL stands in data alone',
    rule: onlyDataWritesSql,
    guards: sourcesIn('src', '.ts'),
    offenders: [
      source('src/courses/actions/retire-course.ts', `${TAG} tx.query(sql\`SELECT 1 AS "one"\`);`),
      source('src/courses/web/course.page.ts', "import sql, { join } from 'sql-template-tag';"),
      source('src/employers/api/keys.controller.ts', "import { raw, type Sql } from 'sql-template-tag';"),
      source('src/scheduling/plans/actions/publish-plan.ts', TAG),
      source('src/commands/check.ts', TAG),
      source('src/enrolment/actions/lock.ts', 'runner.query(`SELECT id FROM cohort WHERE id = ${id}`);'),
      source('src/enrolment/actions/clear.ts', "runner.query('DELETE FROM seat');"),
      source(
        'src/accounts/actions/sweep.ts',
        "tx.of(WebSession).createQueryBuilder().delete().where('expires_at <= :now', { now }).execute();",
      ),
      source(
        'src/accounts/actions/list.ts',
        "tx.of(Account).createQueryBuilder('a').leftJoin('role_grant', 'r', 'r.account_id = a.id').getMany();",
      ),
    ],
    innocents: [
      source('src/courses/data/course-list.ts', `${TAG} export const all = sql\`SELECT id FROM course\`;`),
      source('src/scheduling/plans/data/plans.ts', TAG),
      source('src/platform/jobs/leases.ts', TAG),
      source('src/courses/actions/page.ts', "import type { Sql } from 'sql-template-tag';"),
      source('src/courses/actions/find.ts', "tx.of(Course).findBy({ retiredAt: IsNull(), code: In(['A', 'B']) });"),
      source(
        'src/courses/actions/add.ts',
        'tx.of(Track).createQueryBuilder().insert().values(all).orIgnore().execute();',
      ),
      source('src/courses/web/words.ts', "const text = 'Select a course from the list';"),
    ],
  },
]);
