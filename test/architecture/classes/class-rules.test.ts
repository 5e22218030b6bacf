import * as rules from './class-rules.js';
import { source, sourcesIn } from '../sources.js';
import { describeRules } from '../wall.js';

const product = sourcesIn('src', '.ts');
const POST = "@Post('x') x() {}";

describeRules([
  {
    title: 'a controller has at most two POST handlers and six services',
    rule: rules.controllersAreSmall,
    checked: product,
    offenders: [
      source('src/courses/web/x.controller.ts', `@Controller('x') class XController { ${POST} ${POST} ${POST} }`),
      source('src/courses/web/base.controller.ts', `abstract class Base { ${POST} ${POST} ${POST} }`),
      source(
        'src/courses/web/y.controller.ts',
        "@Controller('y') class YController { constructor(a: A, b: B, c: C, d: D, e: E, f: F, g: G) {} }",
      ),
    ],
    innocents: [
      source(
        'src/courses/web/z.controller.ts',
        `@Controller('z') class Z { constructor(a: A, b: B, c: C, d: D, e: E, f: F) {} ${POST} ${POST} @Get() g() {} }`,
      ),
      source('src/courses/actions/z.ts', 'class Z { constructor(a: A, b: B, c: C, d: D, e: E, f: F, g: G) {} }'),
    ],
  },
  {
    title: 'forms are answered with answerForm or answerAct',
    rule: rules.formsAreAnsweredInOneWay,
    checked: product,
    offenders: [
      source('src/courses/web/status.controller.ts', 'class X { @Post() add() { return this.page(body, 422); } }'),
      source(
        'src/courses/web/refusing.controller.ts',
        "class X { @Post() add() { if (isRefused(outcome)) return seeOther('/'); return seeOther('/x'); } }",
      ),
      source(
        'src/courses/web/unread.controller.ts',
        "class X { @Post() add() { if (!read.ok) throw new NotFound(); return seeOther('/x'); } }",
      ),
      source(
        'src/courses/web/after.page.ts',
        "class X { after(): Page | SeeOther { return isRefused(outcome) ? page({}) : seeOther('/x'); } }",
      ),
    ],
    innocents: [
      source(
        'src/courses/web/y.controller.ts',
        'class Y { @Post() add() { return answerForm(read, { act, done, again }); } ' +
          '@Get() list() { return page({}, read.ok ? 200 : 422); } ' +
          '@Post() sign() { if (!isRefused(outcome)) keepSession(outcome); } }',
      ),
      source('src/courses/api/z.controller.ts', 'class Z { @Post() add() { throw new ProblemDetails(422, kind); } }'),
    ],
  },
  {
    title: 'ids in paths are read with IdParam',
    rule: rules.idsInAddressesGoThroughThePipe,
    checked: product,
    offenders: [source('src/courses/web/x.controller.ts', "class X { @Get() show(@Param('id') id: string) {} }")],
    innocents: [
      source(
        'src/courses/web/y.controller.ts',
        "class Y { @Get() show(@IdParam() id: string, @Param('code') code: string) {} }",
      ),
    ],
  },
  {
    title: 'an action writes in execute only',
    rule: rules.actsWriteThroughExecuteAlone,
    checked: product,
    offenders: [
      source(
        'src/courses/actions/retire-course.ts',
        'class RetireCourse { execute() {} undo(actor: Actor) { return this.unitOfWork.run(actor, work); } }',
      ),
      source(
        'src/courses/actions/add-course.ts',
        'class AddCourse { execute() {} within(tx: Transaction) { tx.audit(act); } }',
      ),
      source(
        'src/courses/actions/change-course.ts',
        'class ChangeCourse { execute() {} next() { return this.write(); } ' +
          'private write() { return this.unitOfWork.run(a, b); } }',
      ),
    ],
    innocents: [
      source(
        'src/courses/actions/open-courses.ts',
        'class OpenCourses { execute() { return this.write(); } async isDue() { return read(this.reads.query); } ' +
          'private write() { return this.unitOfWork.run(a, b); } ' +
          'stateIn(tx: Transaction) { return read(tx.query, tx.now); } ' +
          'onModuleInit() { listen((tx) => tx.audit(act)); } }',
      ),
      source(
        'src/courses/actions/course-keys.ts',
        'class CourseKeys { store(tx: Transaction) { tx.audit(act); } change(tx: Transaction) { tx.audit(act); } }',
      ),
    ],
  },
]);
