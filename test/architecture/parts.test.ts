import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/platform/index.js';
import { domainKnowsNobody, MAY_IMPORT, nothingFlowsBackBetweenRooms } from './module-walls.js';
import * as walls from './part-walls.js';
import { circlesIn, PARTS_MAY_IMPORT } from './parts.js';
import { source, sourcesIn } from './sources.js';
import { describeRules } from './wall.js';

const product = sourcesIn('src', '.ts');

describeRules([
  {
    title: 'parts import only what the table allows',
    rule: walls.partsImportOnlyWhatTheTableAllows,
    checked: product,
    offenders: [
      source('src/scheduling/core/actions/x.ts', "import { PublishPlan } from '../../plans/index.js';"),
      source('src/scheduling/plans/actions/x.ts', "import type { TimetablePattern } from '../../patterns/index.js';"),
      source('src/scheduling/calendar/data/x.ts', "const late = await import('../../resources/index.js');"),
      source('src/certifications/documents/paper/x.ts', "export { Issuance } from '../../issuing/index.js';"),
      source(
        'src/certifications/register/web/x.ts',
        "import { certificationMessages } from '../../messages/index.js';",
      ),
      source(
        'src/certifications/holders/web/y.ts',
        "import { CertificationsModule } from '../../certifications.module.js';",
      ),
    ],
    innocents: [
      source('src/scheduling/plans/actions/y.ts', "import { MoveSession } from '../../sessions/index.js';"),
      source('src/scheduling/scheduling.module.ts', "import { repairProviders } from './repairs/index.js';"),
    ],
  },
  {
    title: 'parts meet only through their index',
    rule: walls.partsMeetOnlyThroughTheirIndex,
    checked: product,
    offenders: [
      source(
        'src/scheduling/plans/actions/x.ts',
        "import { MoveSession } from '../../sessions/actions/move-session.js';",
      ),
      source('src/certifications/issuing/domain/x.ts', "import { makeOut } from '../../templates/domain/make-out.js';"),
      source('src/certifications/index.ts', "export { Certificate } from './core/data/certificate.entity.js';"),
    ],
    innocents: [
      source('src/scheduling/plans/domain/y.ts', "import { AcademyCalendar } from '../../core/domain/index.js';"),
    ],
  },
  {
    title: 'the order of rooms also applies through the index of another part',
    rule: nothingFlowsBackBetweenRooms,
    checked: product,
    offenders: [
      source('src/scheduling/plans/data/x.ts', "import { MoveSession } from '../../sessions/index.js';"),
      source('src/certifications/lifecycle/actions/x.ts', "import { certificateView } from '../../register/index.js';"),
      source('src/scheduling/plans/actions/x.ts', "import { planProviders } from '../plans.providers.js';"),
    ],
    innocents: [
      source('src/scheduling/plans/data/y.ts', "import { changeFacts, type SessionSlot } from '../../core/index.js';"),
      source('src/scheduling/plans/actions/y.ts', "import { MoveSession } from '../../sessions/index.js';"),
    ],
  },
  {
    title: 'the domain of a part imports only domain code',
    rule: domainKnowsNobody,
    checked: product,
    offenders: [source('src/scheduling/plans/domain/x.ts', "import { suggestionsFor } from '../../core/index.js';")],
    innocents: [
      source('src/scheduling/plans/domain/y.ts', "import { suggestionsFor } from '../../core/domain/index.js';"),
    ],
  },
  {
    title: 'the platform imports downward only',
    rule: walls.thePlatformLooksDownOnly,
    checked: product,
    offenders: [
      source('src/platform/log.ts', "import { visitOf } from './http/visit.js';"),
      source('src/platform/database/x.ts', "import { OutboxMessage } from '../mail/post-office.js';"),
      source('src/platform/http/x.ts', "import type { PageRenderer } from '../pages/page-renderer.js';"),
      source('src/platform/jobs/x.ts', "import { pictureOf } from '../pictures/index.js';"),
      source('src/platform/pages/x.ts', "import { Clock } from '../index.js';"),
      source('src/platform/cron/x.ts', ''),
    ],
    innocents: [
      source(
        'src/platform/pages/y.ts',
        "import { Page } from '../http/answers.js';\nimport { Templates } from './templates.js';\nimport { Clock } from '../clock.js';",
      ),
    ],
  },
  {
    title: 'no loose files in the root of a module or part',
    rule: walls.rootsHoldNoLooseFiles,
    checked: product,
    offenders: [
      source('src/courses/course-messages.ts', ''),
      source('src/scheduling/telling.ts', ''),
      source('src/scheduling/plans/forms.ts', ''),
      source('src/scheduling/web/x.ts', ''),
      source('src/certifications/actions/x.ts', ''),
      source('src/scheduling/plans/scheduling.module.ts', ''),
    ],
    innocents: [
      source('src/scheduling/plans/plans.providers.ts', ''),
      source('src/scheduling/data/entities.ts', ''),
      source('src/courses/courses.module.ts', ''),
    ],
  },
]);

describe('the tables of imports', () => {
  it('have no cycle', () => {
    expect([MAY_IMPORT, ...Object.values(PARTS_MAY_IMPORT)].flatMap(circlesIn)).toEqual([]);
  });

  it('are reported with a cycle', () => {
    expect(circlesIn({ core: ['plans'], plans: ['sessions'], sessions: ['core'], feeds: ['core'] })).toEqual([
      'core',
      'plans',
      'sessions',
    ]);
  });

  it('name the existing parts', () => {
    for (const [module, parts] of Object.entries(PARTS_MAY_IMPORT)) {
      const folders = readdirSync(join(PACKAGE_ROOT, 'src', module), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
      expect(folders.filter((name) => !['data', 'messages'].includes(name)).sort()).toEqual(Object.keys(parts).sort());
    }
  });
});

describe('folders', () => {
  it.each(['src', 'views', 'test'])('of %s have at most 25 files', (folder) => {
    expect(walls.foldersAreNotFull(sourcesIn(folder, '').map(({ path }) => path))).toEqual([]);
  });

  it('are reported if they have more', () => {
    const full = Array.from({ length: walls.MOST_FILES + 1 }, (_, at) => `src/courses/web/${at}.ts`);
    expect(walls.foldersAreNotFull(full)).toEqual(['src/courses/web holds 26 files, more than 25']);
    expect(walls.foldersAreNotFull(full.slice(1))).toEqual([]);
  });
});
