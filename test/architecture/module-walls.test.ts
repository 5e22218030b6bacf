import * as modules from './module-walls.js';
import { loadedWith, source, sourcesIn } from './sources.js';
import { describeRules, type ArchitectureRule } from './wall.js';

const product = sourcesIn('src', '.ts');

const walls: ArchitectureRule[] = [
  {
    title: 'every file belongs to a module and a known room',
    rule: modules.everyFileBelongsToAModule,
    checked: product,
    offenders: [
      source('src/leftovers.ts', ''),
      source('src/billing/index.ts', ''),
      source('src/courses/services/course.ts', ''),
    ],
  },
  {
    title: 'modules import only what the table allows',
    rule: modules.modulesImportOnlyWhatTheTableAllows,
    checked: product,
    offenders: [
      source('src/platform/database/x.ts', "import { Course } from '../../courses/index.js';"),
      source('src/courses/actions/x.ts', "import { Cohort } from '../../cohorts/index.js';"),
      source('src/enrolment/data/x.ts', "import type { Certificate } from '../../certifications/index.js';"),
      source('src/certifications/x.ts', "export { Output } from '../reporting/index.js';"),
      source('src/trainees/web/x.ts', "const late = await import('../../employers/index.js');"),
    ],
  },
  {
    title: 'modules meet only through their index',
    rule: modules.modulesMeetOnlyThroughTheirIndex,
    checked: product,
    offenders: [
      source('src/enrolment/actions/x.ts', "import { Cohort } from '../../cohorts/data/cohort.entity.js';"),
      source('src/courses/web/x.ts', "import { ReadDatabase } from '../../platform/database/read-database.js';"),
    ],
    innocents: [source('src/courses/domain/x.ts', "import { daysAfter } from '../../platform/clock.js';")],
  },
  {
    title: 'nothing imports the files that combine modules',
    rule: modules.nobodyImportsTheJoints,
    checked: product,
    offenders: [source('src/courses/web/x.ts', "import { words } from '../../start/messages.js';")],
  },
  {
    title: 'rooms import in one direction',
    rule: modules.nothingFlowsBackBetweenRooms,
    checked: product,
    offenders: [
      source('src/courses/domain/x.ts', "import { Course } from '../data/course.entity.js';"),
      source('src/courses/data/x.ts', "import { DesignCourse } from '../actions/design-course.js';"),
      source('src/courses/actions/x.ts', "import { CourseForm } from '../web/forms.js';"),
      source('src/certifications/documents/paper/x.ts', "import { Certificate } from '../data/certificate.entity.js';"),
      source('src/courses/actions/y.ts', "import { CoursesModule } from '../courses.module.js';"),
    ],
  },
  {
    title: 'domain code is plain TypeScript',
    rule: modules.domainKnowsNobody,
    checked: product,
    offenders: [
      source('src/courses/domain/x.ts', "import { Injectable } from '@nestjs/common';"),
      source('src/courses/domain/y.ts', "import { Column } from 'typeorm';"),
      source('src/courses/domain/z.ts', "import { UnitOfWork } from '../../platform/index.js';"),
      source('src/cohorts/domain/w.ts', "import { Course } from '../../courses/index.js';"),
    ],
    innocents: [
      source(
        'src/courses/domain/v.ts',
        "import type { Actor } from '../../platform/index.js';\nimport { refuse } from '../../platform/refusals.js';",
      ),
    ],
  },
  {
    title: 'workers load only reading, drawing, cryptography and domain code',
    rule: modules.workersLoadNoApplication,
    checked: product.filter(modules.runsInAWorker).flatMap(({ path }) => loadedWith(path, product)),
    offenders: [
      source(
        'src/certifications/documents/credential/x.ts',
        "import { PACKAGE_ROOT } from '../../../platform/index.js';",
      ),
      source(
        'src/certifications/documents/paper/y.ts',
        "const { onDemand } = await import('../../../platform/files/on-demand.js');",
      ),
      source('src/platform/z.ts', "import { Injectable } from '@nestjs/common';"),
    ],
    innocents: [
      source(
        'src/certifications/documents/paper/v.ts',
        "import type { PictureBytes } from '../../../platform/index.js';\nimport { PDF } from '@libpdf/core';",
      ),
    ],
  },
  {
    title: 'files from outside are parsed in workers only',
    rule: modules.externalFilesAreReadInWorkers,
    checked: product,
    offenders: [
      source('src/certifications/documents/web/x.ts', "import { readTable } from '../../../platform/index.js';"),
      source(
        'src/certifications/documents/actions/y.ts',
        "import { checkFile, type CheckedFile } from '../credential/checks/check-file.js';",
      ),
    ],
    innocents: [
      source(
        'src/certifications/documents/actions/v.ts',
        "import { type CheckedFile, formOf } from '../credential/checks/check-file.js';",
      ),
    ],
  },
  {
    title: 'only the owner writes a table',
    rule: modules.onlyTheOwnerWritesItsTables,
    checked: product,
    offenders: [
      source(
        'src/enrolment/actions/x.ts',
        "import { Cohort } from '../../cohorts/index.js';\nawait tx.of(Cohort).update({ id }, { state: 'completed' });",
      ),
      source(
        'src/enrolment/actions/y.ts',
        "import { Cohort } from '../../cohorts/index.js';\nawait tx.of(Cohort).createQueryBuilder().delete().execute();",
      ),
    ],
    innocents: [
      source(
        'src/enrolment/actions/z.ts',
        "import { Cohort } from '../../cohorts/index.js';\nconst cohort = await tx.of(Cohort).findOneBy({ id });",
      ),
    ],
  },
  {
    title: 'only the unit of work holds a connection',
    rule: modules.onlyTheUnitOfWorkHoldsAConnection,
    checked: product,
    offenders: [
      source('src/courses/actions/x.ts', "import { DataSource } from 'typeorm';"),
      source('src/courses/data/x.ts', "import { Connections } from '../../platform/index.js';"),
      source('src/courses/courses.module.ts', "import { TypeOrmModule } from '@nestjs/typeorm';"),
      source('src/courses/actions/y.ts', "import { InjectRepository } from '@nestjs/typeorm';"),
    ],
  },
];

describeRules(walls);
