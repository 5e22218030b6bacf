import sql from 'sql-template-tag';
import { Instructor } from '../../../src/scheduling/index.js';
import { newId, ReadDatabase } from '../../../src/platform/index.js';
import { Trainee } from '../../../src/trainees/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { type Person, signedIn, someone } from '../../support/people.js';
import type { WebClient } from '../../support/web-client.js';

const OLD = 'chen@before.example';
const NEW = 'chen@after.example';

describe('with a new sign-in email', () => {
  let academy: TestAcademy;
  let administrator: WebClient;
  let owner: Person;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    administrator = await signedIn(academy, 'administrator');
    owner = await someone(academy, { name: '陈晨', email: OLD, roles: ['trainee', 'instructor'] });
  });
  afterEach(() => academy.close());

  const change = async () => {
    const page = `/office/accounts/${owner.id}/email`;
    expect((await administrator.post(page, { email: NEW, reason: '打错' }, page)).status).toBe(303);
  };
  const enter = (email: string, accountId: string | null) =>
    academy.write(async (tx) => {
      tx.withoutAudit('a test');
      const [trainee, instructor] = [newId(), newId()];
      await tx
        .of(Trainee)
        .insert({ id: trainee, accountId, name: '陈晨', email, createdAt: tx.now, updatedAt: tx.now });
      await tx.of(Instructor).insert({ id: instructor, accountId, name: '陈晨', email });
      return { trainee, instructor };
    });
  const emails = async (of: { trainee: string; instructor: string }) => {
    const rows = await academy.app.get(ReadDatabase).query<{ email: string }>(sql`
      SELECT email AS "email" FROM trainee WHERE id = ${of.trainee}
      UNION ALL SELECT email AS "email" FROM instructor WHERE id = ${of.instructor}`);
    return rows.map(({ email }) => email);
  };

  it('the records of trainee and instructor follow; those of others with the old address do not', async () => {
    const [own, family] = [await enter(OLD, owner.id), await enter(OLD, null)];
    await change();
    expect(await emails(own)).toEqual([NEW, NEW]);
    expect(await emails(family)).toEqual([OLD, OLD]);
    const audit = await academy.app.get(ReadDatabase).query<{ act: string }>(sql`
      SELECT act AS "act" FROM audit_entry WHERE subject_id IN (${own.trainee}, ${own.instructor}) ORDER BY act`);
    expect(audit.map(({ act }) => act)).toEqual(['instructor.changed', 'trainee.changed']);
  });

  it('another address that the office has entered stays', async () => {
    const own = await enter('work@company.example', owner.id);
    await change();
    expect(await emails(own)).toEqual(['work@company.example', 'work@company.example']);
  });

  it('emails that wait follow if they are about the account, and not what is being sent or is for others', async () => {
    const mail = (subject: string, accountId?: string) => ({
      to: OLD,
      name: '陈晨',
      language: 'zh-CN' as const,
      subject,
      body: '',
      accountId: accountId ?? null,
    });
    await academy.write(async (tx) => {
      tx.withoutAudit('a test');
      await tx.mailEach([mail('waits', owner.id), mail('given up', owner.id), mail('is being sent', owner.id)]);
      await tx.mailEach([mail('was sent', owner.id), mail('of the family'), mail('of another account', newId())]);
      for (const [subject, state] of [
        ['given up', 'failed'],
        ['is being sent', 'sending'],
        ['was sent', 'sent'],
      ])
        await tx.query(sql`UPDATE outbox_message SET state = ${state} WHERE subject = ${subject}`);
    });
    await change();
    const rows = await academy.app.get(ReadDatabase).query<{ subject: string }>(sql`
      SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${NEW} AND body = '' ORDER BY subject`);
    expect(rows.map(({ subject }) => subject)).toEqual(['given up', 'waits']);
  });

  it('emails about enrolments follow, since they name the account that they are for', async () => {
    const [cohort, [trainee]] = [await aCohort(academy), await someTrainees(academy, 1)];
    const browser = await signedIn(academy, 'coordinator');
    const address = `/office/cohorts/${cohort.code}/roster/import`;
    await browser.submit(`${address}/confirmation`, { traineeId: [trainee!.traineeId] });
    const page = `/office/accounts/${trainee!.id}/email`;
    await administrator.post(page, { email: NEW, reason: '打错' }, page);
    const rows = await academy.app.get(ReadDatabase).query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE to_address = ${NEW} ORDER BY created_at, id`);
    expect(rows.filter(({ body }) => body.includes('/enrolments/'))).toHaveLength(1);
  });

  it('what a coordinator has dropped or edited in an open bulletin stays so', async () => {
    const [open, sent, both] = [newId(), newId(), newId()];
    await academy.write(async (tx) => {
      tx.withoutAudit('a test');
      for (const [id, state] of [
        [open, 'open'],
        [sent, 'sent'],
        [both, 'open'],
      ])
        await tx.query(sql`
          INSERT INTO bulletin (id, opened_at, touched_at, state) VALUES (${id}, ${tx.now}, ${tx.now}, ${state})`);
      for (const [id, email] of [
        [open, OLD],
        [sent, OLD],
        [both, OLD],
        [both, NEW],
      ])
        await tx.query(sql`INSERT INTO bulletin_letter (bulletin_id, email, dropped) VALUES (${id}, ${email}, 1)`);
    });
    await change();
    const rows = await academy.app.get(ReadDatabase).query<{ id: string; email: string }>(sql`
      SELECT bulletin_id AS "id", email AS "email" FROM bulletin_letter ORDER BY email, bulletin_id`);
    const expected = [
      { id: open, email: NEW },
      { id: both, email: NEW },
      { id: sent, email: OLD },
      { id: both, email: OLD },
    ];
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(expect.arrayContaining(expected));
  });
});
