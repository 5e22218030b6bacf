import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** Columns that are frozen when a certificate is issued. */
const FROZEN = [
  'id',
  'number',
  'number_key',
  'token',
  'enrolment_id',
  'trainee_id',
  'achievement_id',
  'template_version',
  'recipient_name',
  'recipient_latin_name',
  'facts',
  'issued_on',
  'expires_on',
  'issued_at',
  'supersedes_id',
];
const REFUSAL = 'a certificate never changes and is never deleted';

/** Certificates with their templates, history and running numbers; the database itself prevents changes. */
export class ACertificateNeverChanges1767225600090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'certificate_template',
        [
          column.id(),
          column.whole('version'),
          column.text('name_zh', 60),
          column.text('name_en', 100),
          column.json('wording'),
          column.json('signatories'),
          column.json('seal'),
          column.text('number_pattern', 60),
          column.text('number_prefix', 20),
          column.instant('created_at'),
          column.text('created_by_name', 200),
          column.choice('active'),
        ],
        {
          unique: [{ columns: ['version'] }, { columns: ['active'], where: `"active" = 'yes'` }],
          oneOf: { active: ['yes', 'no'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'certificate',
        [
          column.id(),
          column.text('number', 60),
          column.text('number_key', 40),
          column.text('token', 60),
          column.ref('enrolment_id', { nullable: true }),
          column.ref('trainee_id'),
          column.ref('achievement_id'),
          column.whole('template_version'),
          column.text('recipient_name', 100),
          column.text('recipient_latin_name', 100, { nullable: true }),
          column.json('facts'),
          column.choice('state'),
          column.day('issued_on'),
          column.day('expires_on', { nullable: true }),
          column.instant('issued_at'),
          column.instant('revoked_at', { nullable: true }),
          column.longText('reason', { nullable: true }),
          column.ref('supersedes_id', { nullable: true }),
        ],
        {
          foreignKeys: [
            { columns: ['enrolment_id'], to: 'enrolment' },
            { columns: ['trainee_id'], to: 'trainee' },
            { columns: ['achievement_id'], to: 'achievement' },
            { columns: ['template_version'], to: 'certificate_template', toColumns: ['version'] },
            { columns: ['supersedes_id'], to: 'certificate' },
          ],
          unique: [
            { columns: ['number'] },
            { columns: ['number_key'] },
            { columns: ['token'] },
            { columns: ['supersedes_id'] },
            { columns: ['enrolment_id', 'achievement_id'], where: `"state" = 'valid'` },
          ],
          indices: [['trainee_id'], ['achievement_id', 'issued_on'], ['issued_on']],
          oneOf: { state: ['valid', 'revoked', 'superseded'] },
          checks: {
            ck_certificate_revoked: `("state" = 'revoked') = ("revoked_at" IS NOT NULL) AND ("revoked_at" IS NULL OR "reason" IS NOT NULL)`,
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'certificate_event',
        [
          column.id(),
          column.ref('certificate_id'),
          column.instant('at'),
          column.choice('kind'),
          column.longText('reason', { nullable: true }),
          column.text('actor_name', 200),
        ],
        {
          foreignKeys: [{ columns: ['certificate_id'], to: 'certificate' }],
          indices: [['certificate_id']],
          oneOf: { kind: ['issued', 'revoked', 'superseded', 'renewed'] },
        },
      ),
    );
    await runner.createTable(
      table('number_sequence', [column.text('scope', 60), column.whole('next')], { primary: ['scope'] }),
    );
    for (const statement of runner.connection.options.type === 'postgres' ? keptOnPostgres() : keptOnSqlite())
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['number_sequence', 'certificate_event', 'certificate', 'certificate_template'])
      await runner.dropTable(name);
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION IF EXISTS keep_certificate()');
  }
}

function keptOnSqlite(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS NOT OLD."${name}"`).join(' OR ');
  return [
    `CREATE TRIGGER "certificate_keeps_facts" BEFORE UPDATE ON "certificate" WHEN ${changed} OR (OLD."state" <> 'valid' AND NEW."state" <> OLD."state") BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
    `CREATE TRIGGER "certificate_stays" BEFORE DELETE ON "certificate" BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
  ];
}

function keptOnPostgres(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS DISTINCT FROM OLD."${name}"`).join(' OR ');
  return [
    `CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      IF ${changed} OR (OLD."state" <> 'valid' AND NEW."state" <> OLD."state") THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      RETURN NEW; END $$`,
    'CREATE TRIGGER "certificate_keeps_facts" BEFORE UPDATE OR DELETE ON "certificate" FOR EACH ROW EXECUTE FUNCTION keep_certificate()',
  ];
}
