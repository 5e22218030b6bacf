import sql, { type Sql } from 'sql-template-tag';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { HideCertificate } from '../../../../src/certifications/register/actions/hide-certificate.js';
import { ShowCertificate } from '../../../../src/certifications/register/actions/show-certificate.js';
import { MakeReceipt } from '../../../../src/certifications/verification/actions/make-receipt.js';
import {
  BeginIssuance,
  IssuerKeys,
  ReissueCertificate,
  RenewCertificate,
  RevokeCertificate,
  SignCertificates,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { Trainee } from '../../../../src/trainees/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { type Row, certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { type Person, person, someone } from '../../../support/people.js';

const NAMES = ['王芳', '李娜', '张伟', '刘洋', '陈静', '杨敏'];

/** An academy in which everything has happened that may: what a check of it must find in order. */
export interface RegisterWorld {
  readonly academy: TestAcademy;
  /** Valid and never touched; revoked; replaced; renewed; hidden; hidden and shown again. */
  readonly rows: Readonly<Record<'valid' | 'revoked' | 'replaced' | 'renewed' | 'hidden' | 'shown', Row>>;
  readonly waiting: Row;
  readonly receipt: string;
  /** The status list as it was signed before anything had ended. */
  readonly earlyList: string;
}

const rowsOf = <T>(academy: TestAcademy, query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);

export async function registerWorld(): Promise<RegisterWorld> {
  const academy = await TestAcademy.open();
  const { issue, certificatesOf, one } = certificateSteps(() => academy);
  const get = academy.app.get.bind(academy.app);
  const administrator = await person(academy, 'administrator');
  const scenario = await graduates(academy, { names: NAMES.map((name) => ({ name })) });
  await issue(scenario);
  const [valid, revoked, replaced, renewed, hidden, shown] = (await certificatesOf(scenario)) as [
    Row,
    Row,
    Row,
    Row,
    Row,
    Row,
  ];
  const later = (): void => academy.clock.moveTo(academy.clock.now() + 3_600_000);
  later();
  const earlyList = (await academy.client().get('/status/1')).text;
  for (const row of [hidden, shown]) await hide(academy, row);
  later();
  await get(RevokeCertificate).execute(administrator, revoked.id, {
    reasonClass: 'issuedInError',
    reason: '考核成绩经复核无效',
  });
  await get(ReissueCertificate).execute(administrator, replaced.id, {
    name: '张玮',
    latinName: null,
    reasonClass: 'nameCorrected',
    reason: '姓名更正',
  });
  await rotate(academy, 'assertion');
  await get(RenewCertificate).execute(administrator, renewed.id);
  await compromise(academy, 'jwt');
  await rotate(academy, 'log');
  later();
  await academy.client().get('/status/1');
  const { reference } = await get(MakeReceipt).execute('page', await get(VerifyCertificate).byToken(valid.token));
  await one('赵敏', null);
  await get(SignCertificates).execute();
  const { row: waiting } = await one('周杰', null);
  const open = await graduates(academy, { names: [{ name: '吴磊' }] });
  await get(BeginIssuance).execute(administrator, open.cohort.code);
  await get(IssuerKeys).ready();
  return {
    academy,
    rows: { valid, revoked, replaced, renewed, hidden, shown },
    waiting,
    receipt: reference,
    earlyList,
  };
}

/** By the holder, who has an account for it. */
/** Gives the certificate's trainee an account. */
export async function holderOf(academy: TestAcademy, row: Row): Promise<Person> {
  const holder = await someone(academy, {
    name: nameOf(row),
    email: `holder-${row.number.toLowerCase()}@academy.example`,
    roles: ['trainee'],
  });
  const [{ traineeId } = { traineeId: '' }] = await rowsOf<{ traineeId: string }>(
    academy,
    sql`SELECT trainee_id AS "traineeId" FROM certificate WHERE id = ${row.id}`,
  );
  await academy.write(async (tx) => {
    await tx.of(Trainee).update({ id: traineeId }, { accountId: holder.id });
    await tx.audit('story.told', { type: 'trainee', id: traineeId, label: traineeId });
  });
  return holder;
}

async function hide(academy: TestAcademy, row: Row): Promise<void> {
  const holder = await holderOf(academy, row);
  await academy.app.get(HideCertificate).execute(holder, row.id);
  if (NAMES.at(-1) === nameOf(row)) await academy.app.get(ShowCertificate).execute(holder, row.id);
}

async function rotate(academy: TestAcademy, kind: string): Promise<void> {
  await academy.app
    .get(RotateIssuerKey)
    .execute(await person(academy, 'administrator'), await activeKey(academy, kind));
}

async function compromise(academy: TestAcademy, kind: string): Promise<void> {
  await academy.app
    .get(DeclareKeyCompromised)
    .execute(await person(academy, 'administrator'), { id: await activeKey(academy, kind), note: '备份遗失' });
}

async function activeKey(academy: TestAcademy, kind: string): Promise<string> {
  const [key] = await rowsOf<{ id: string }>(
    academy,
    sql`SELECT id AS "id" FROM issuer_key WHERE kind = ${kind} AND state = 'active'`,
  );
  return key!.id;
}

export function nameOf({ facts }: Row): string {
  return (JSON.parse(facts) as { recipient: { name: string } }).recipient.name;
}
