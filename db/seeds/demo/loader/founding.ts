import sql from 'sql-template-tag';
import { DescribeAcademy, FoundAcademy, hashPassword, openAccount, type Role } from '../../../../src/accounts/index.js';
import { type Actor, dayOf, ReadDatabase, UnitOfWork } from '../../../../src/platform/index.js';
import { AddEmployer } from '../../../../src/employers/index.js';
import { SetTargets } from '../../../../src/reporting/index.js';
import {
  AddInstructor,
  AddLicencePool,
  AddRoom,
  LoadHolidayNotice,
  QualifyInstructor,
  SetBookableHours,
} from '../../../../src/scheduling/index.js';
import {
  AddTemplate,
  ChangeUsualTemplate,
  ChooseTemplate,
  currentTemplate,
} from '../../../../src/certifications/index.js';
import { ChangeAchievement } from '../../../../src/courses/index.js';
import { UPRIGHT, WORTHS } from '../content/achievement-designs.js';
import { ACHIEVEMENTS, CRITERIA } from '../content/achievements.js';
import { ACADEMY, CAST, CAST_PASSWORD, SIGNATORIES } from '../content/cast.js';
import { EMPLOYERS } from '../content/employers.js';
import { type DemoInstructor, INSTRUCTORS } from '../content/instructors.js';
import { POOLS, termOf } from '../content/licences.js';
import { ROOMS } from '../content/rooms.js';
import { demoTargets } from '../content/targets.js';
import { openCourses } from './courses.js';
import { actor, done, required, type DemoContext } from './stage.js';

/** The academy's first day: its profile, people, rooms and courses are entered. */
export async function foundAcademy(stage: DemoContext, notices: readonly string[]): Promise<void> {
  const { administrator } = CAST;
  const founding = stage.get(FoundAcademy);
  const code = required((await founding.announce('')) ?? undefined, 'a set-up code: there is an academy already');
  done(
    await founding.execute(
      {
        code,
        nameZh: ACADEMY.nameZh,
        nameEn: ACADEMY.nameEn,
        administratorName: administrator.name,
        email: administrator.email,
        password: CAST_PASSWORD,
        language: 'zh-CN',
      },
      '127.0.0.1',
    ),
    'to found the academy',
  );
  await welcomePeople(stage);
  await stage.get(DescribeAcademy).execute(stage.administrator, {
    ...ACADEMY,
    contactEmail: 'office@academy.example',
    contactPhone: '0531-66010101',
  });
  for (const text of notices)
    done(await stage.get(LoadHolidayNotice).execute(stage.administrator, text), 'a holiday notice');
  await openCourses(stage);
  await enterPlacesAndPartners(stage);
  await signCertificates(stage);
}

async function welcomePeople(stage: DemoContext): Promise<void> {
  const passwordHash = await hashPassword(CAST_PASSWORD);
  const [administrator] = await stage.rows<{ id: string }>(
    sql`SELECT id AS "id" FROM account WHERE email = ${CAST.administrator.email}`,
  );
  stage.administrator = actor(required(administrator, CAST.administrator.name).id, CAST.administrator, 'administrator');
  stage.coordinator = await welcome(stage, { ...CAST.coordinator, passwordHash });
  stage.recruiter = await welcome(stage, { ...CAST.employer, passwordHash });
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** `null`: invited, with a password still to be chosen. */
  readonly passwordHash: string | null;
}

async function welcome(stage: DemoContext, { name, email, role, passwordHash }: Person): Promise<Actor> {
  const id = await stage.get(UnitOfWork).run(stage.administrator, (tx) =>
    openAccount(tx, {
      email,
      name,
      passwordHash,
      language: 'zh-CN',
      roles: [role],
      emailVerified: passwordHash !== null,
    }),
  );
  return actor(required(id ?? undefined, email), { name, email }, role);
}

async function enterPlacesAndPartners(stage: DemoContext): Promise<void> {
  const { administrator, coordinator } = stage;
  await furnishRooms(stage);
  const passwordHash = await hashPassword(CAST_PASSWORD);
  for (const [at, instructor] of INSTRUCTORS.entries()) await hire(stage, instructor, at === 0 ? passwordHash : null);
  for (const employer of EMPLOYERS) {
    stage.employers.push(
      done(await stage.get(AddEmployer).execute(coordinator, { ...employer, note: null }), employer.name).id,
    );
  }
  const wishes = demoTargets(stage.today).map(({ track, ...target }) => ({
    ...target,
    trackId: required(stage.tracks.get(track), track),
  }));
  done(await stage.get(SetTargets).execute(administrator, wishes), 'the targets');
}

async function furnishRooms(stage: DemoContext): Promise<void> {
  const { administrator } = stage;
  for (const { hours, ...room } of ROOMS) {
    const { id } = done(await stage.get(AddRoom).execute(administrator, room), `room ${room.code}`);
    stage.rooms.set(room.code, id);
    if (hours.length > 0) await stage.get(SetBookableHours).execute(administrator, { kind: 'room', id }, hours);
  }
  for (const pool of POOLS) {
    const { kind, product, edition, vendor, agreement, seats } = pool;
    stage.pools.push(
      done(
        await stage
          .get(AddLicencePool)
          .execute(administrator, { kind, product, edition, vendor, agreement, seats, ...termOf(pool, stage.today) }),
        product,
      ).id,
    );
  }
}

async function hire(
  stage: DemoContext,
  { teaches, hours, ...profile }: DemoInstructor,
  passwordHash: string | null,
): Promise<void> {
  const person = await welcome(stage, { name: profile.name, email: profile.email, role: 'instructor', passwordHash });
  const { id } = done(
    await stage.get(AddInstructor).execute(stage.administrator, { ...profile, accountEmail: profile.email }),
    profile.name,
  );
  stage.instructors.push({ id, actor: person });
  if (hours.length > 0)
    await stage.get(SetBookableHours).execute(stage.administrator, { kind: 'instructor', id }, hours);
  for (const code of teaches) {
    const courseId = required(stage.courses.get(code), code);
    done(
      await stage
        .get(QualifyInstructor)
        .execute(stage.administrator, id, { courseId, validFrom: null, validUntil: null }),
      `${profile.name} for ${code}`,
    );
  }
}

async function signCertificates(stage: DemoContext): Promise<void> {
  const today = dayOf(stage.clock.now());
  const usual = { ...(await currentTemplate(stage.get(ReadDatabase).query)), signatories: SIGNATORIES };
  done(
    await stage.get(ChangeUsualTemplate).execute(stage.administrator, { template: usual, today }),
    'the certificate template',
  );
  for (const { code, level, skills } of WORTHS) {
    const { nameZh, nameEn, validMonths } = required(
      ACHIEVEMENTS.find((one) => one.code === code),
      code,
    );
    const design = {
      nameZh,
      nameEn,
      criteriaZh: CRITERIA.zh,
      criteriaEn: CRITERIA.en,
      level,
      skills,
      picture: null,
      validMonths,
      validUntil: null,
    };
    done(
      await stage
        .get(ChangeAchievement)
        .execute(stage.coordinator, required(stage.achievements.get(code), code), design),
      `the achievement ${code}`,
    );
  }
  const { name, nameZh, nameEn, chosenBy, numberPattern } = UPRIGHT;
  const upright = {
    ...usual,
    nameZh,
    nameEn,
    numberPattern,
    printsResults: true,
    layout: { paper: 'portrait', border: 'frame', languages: 'both' } as const,
  };
  const { id } = done(
    await stage.get(AddTemplate).execute(stage.administrator, { name, template: upright, today }),
    name,
  );
  done(
    await stage
      .get(ChooseTemplate)
      .execute(stage.administrator, required(stage.achievements.get(chosenBy), chosenBy), id),
    `the template of ${chosenBy}`,
  );
}
