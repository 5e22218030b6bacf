import { source, sourcesIn } from './sources.js';
import * as naming from './naming-rules.js';
import { describeRules } from './wall.js';

const product = sourcesIn('src', '.ts');

describeRules([
  {
    title: 'the entry of an action is execute',
    rule: naming.actionsAreEnteredByExecute,
    checked: product,
    offenders: [source('src/courses/actions/x.ts', 'export class RetireCourse { of(actor: Actor) {} }')],
    innocents: [
      source('src/courses/actions/y.ts', 'export class RetireCourse { execute(actor: Actor) {} private of() {} }'),
      source('src/courses/web/z.ts', 'export class Page { of() {} }'),
    ],
  },
  {
    title: 'web files follow one naming scheme',
    rule: naming.webFilesAreNamedAlike,
    checked: product,
    offenders: [
      source('src/courses/web/forms.ts', ''),
      source('src/courses/web/course-view.ts', ''),
      source('src/courses/web/course.pages.ts', ''),
    ],
    innocents: [source('src/courses/web/course.form.ts', ''), source('src/courses/web/course.page.ts', '')],
  },
  {
    title: 'what refusals say stands in refusal-messages.ts',
    rule: naming.refusalTextsStandTogether,
    checked: product,
    offenders: [source('src/courses/messages/page-messages.ts', 'export const x = refusalMessages<Code>({});')],
    innocents: [source('src/courses/messages/refusal-messages.ts', 'export const x = refusalMessages<Code>({});')],
  },
  {
    title: 'names follow the glossary',
    rule: naming.namesFollowTheGlossary,
    checked: product,
    offenders: [
      source('src/courses/data/x.ts', 'export interface CoursesWanted {}'),
      source('src/platform/mail/x.ts', 'export class PostOffice {}'),
      source('src/platform/http/x.ts', 'export interface Visit {}'),
    ],
    innocents: [source('src/courses/data/y.ts', 'export interface CourseFilter {}')],
  },
  {
    title: 'types are nouns',
    rule: naming.typesAreNouns,
    checked: product,
    offenders: [
      source('src/courses/data/x.ts', 'interface Stored {}'),
      source('src/courses/data/y.ts', 'export type ListSent = string;'),
    ],
    innocents: [
      source('src/courses/data/z.ts', 'interface StoredCourse {} type LicenceNeed = string; interface CalendarFeed {}'),
    ],
  },
]);
