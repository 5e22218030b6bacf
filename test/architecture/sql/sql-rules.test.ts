import { source, sourcesIn } from '../sources.js';
import { sqlReadsOnlyWhatTheTableAllows, tableOwners } from './sql-owners.js';
import { onlyDataWritesSql } from './sql-rules.js';
import { describeRules } from '../wall.js';

const product = sourcesIn('src', '.ts');
const owners = tableOwners(product);
const readsDownward = sqlReadsOnlyWhatTheTableAllows(owners);
const TAG = "import sql from 'sql-template-tag';";
const sql = (text: string): string => `${TAG} export const query = sql\`${text}\`;`;

it('finds the owner of each table', () => {
  expect(owners.get('cohort')).toBe('cohorts');
  expect(owners.get('session_hold')).toBe('scheduling');
  expect(owners.get('audit_entry')).toBe('platform');
});

describeRules([
  {
    title: 'SQL is in data only',
    rule: onlyDataWritesSql,
    checked: sourcesIn('src', '.ts'),
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
  {
    title: 'SQL reads tables of its own module and of those that it may import',
    rule: readsDownward,
    checked: product,
    offenders: [
      source('src/courses/data/from.ts', sql('SELECT COUNT(*) AS "n" FROM cohort')),
      source(
        'src/courses/data/join.ts',
        sql('SELECT 1 AS "n" FROM course co LEFT JOIN cohort c ON c.course_id = co.id'),
      ),
      source('src/cohorts/data/inner-select.ts', sql('SELECT (SELECT COUNT(*)\n  FROM session s) AS "n" FROM cohort')),
      source('src/cohorts/data/fragment.ts', sql('LEFT JOIN enrolment e ON e.cohort_id = c.id')),
      source('src/trainees/data/hole.ts', sql('SELECT 1 AS "n" ${some ? sql`FROM certificate` : empty} WHERE 1 = 1')),
      source('src/trainees/data/listed.ts', sql('SELECT 1 AS "n" FROM trainee t, enrolment AS e')),
      source('src/trainees/data/quoted.ts', sql('SELECT 1 AS "n" FROM "placement"')),
      source('src/employers/data/text.ts', "export const text = 'SELECT 1 FROM enrolment';"),
      source(
        'src/cohorts/data/built.ts',
        "tx.of(Cohort).createQueryBuilder('c').leftJoin('seat', 's', 's.cohort_id = c.id');",
      ),
      source('src/scheduling/core/data/people.ts', sql('SELECT name AS "name" FROM trainee')),
      source(
        'src/platform/audit/who.ts',
        sql('SELECT 1 AS "n" FROM audit_entry x JOIN account a ON a.id = x.actor_id'),
      ),
    ],
    innocents: [
      source('src/courses/data/own.ts', sql('SELECT 1 AS "n" FROM course co JOIN track t ON t.id = co.track_id')),
      source('src/cohorts/data/lower.ts', sql('SELECT 1 AS "n" FROM cohort c JOIN course co ON co.id = c.course_id')),
      source('src/courses/data/port.ts', sql('SELECT ${cohorts.ofCourse(sql`co.id`)} AS "cohorts" FROM course co')),
      source('src/cohorts/data/trail.ts', sql('SELECT at AS "at" FROM audit_entry')),
      source('src/cohorts/data/alias.ts', sql('SELECT session.n AS "n" FROM (SELECT 1 AS n) session')),
      source('src/courses/messages/text.ts', "export const text = 'Courses come from cohort to cohort';"),
      source('src/reporting/data/all.ts', sql('SELECT 1 AS "n" FROM enrolment e JOIN certificate c ON c.id = e.id')),
      source('src/commands/check.ts', sql('SELECT 1 AS "n" FROM certificate')),
    ],
  },
]);
