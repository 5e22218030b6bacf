import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  formView,
  type FormView,
  isRefused,
  notice,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  typedFrom,
  type Visit,
} from '../../../platform/index.js';
import { AddInstructor, ChangeInstructor, type InstructorProfile } from '../actions/instructors.js';
import { type InstructorPage, type InstructorView, instructorView } from './instructor-view.js';
import { InstructorForm } from './resource-forms.js';
import { InstructorPages } from './instructor-pages.js';

interface InstructorFormPage {
  readonly instructor: InstructorView | null;
  readonly form: FormView<InstructorForm>;
}

const showPage = definePage<InstructorPage>('scheduling/resources/instructors/show');
const formPage = definePage<InstructorFormPage>('scheduling/resources/instructors/edit');

@Controller('office/instructors')
@Requires('instructor.manage')
export class InstructorsController {
  constructor(
    private readonly pages: InstructorPages,
    private readonly addInstructor: AddInstructor,
    private readonly changeInstructor: ChangeInstructor,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  blank(@CurrentVisit() visit: Visit): Page {
    return formPage({ instructor: null, form: formView(InstructorForm, visit.speaker) });
  }

  @Post()
  async add(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(InstructorForm, body, this.clock.today());
    if (!read.ok) return formPage({ instructor: null, form: formView(InstructorForm, visit.speaker, read) }, 422);
    const outcome = await this.addInstructor.as(visit.actor, profileOf(read.form));
    if (isRefused(outcome))
      return formPage(
        {
          instructor: null,
          form: formView(InstructorForm, visit.speaker, { typed: read.typed, refusals: outcome.reasons }),
        },
        422,
      );
    return seeOther(`/office/instructors/${outcome.id}`, notice('instructor.added', { name: read.form.name }));
  }

  @Get(':id')
  @Requires('availability.manage')
  async show(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    return showPage(await this.pages.shown(visit, await this.pages.known(id)));
  }

  @Get(':id/edit')
  async edit(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<Page> {
    const row = await this.pages.known(id);
    return formPage({
      instructor: instructorView(visit.speaker, row),
      form: formView(InstructorForm, visit.speaker, {
        typed: typedFrom({
          ...row,
          mostHoursADay: inHours(row.mostMinutesPerDay),
          mostHoursAWeek: inHours(row.mostMinutesPerWeek),
        }),
      }),
    });
  }

  @Post(':id')
  async change(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const instructor = instructorView(visit.speaker, await this.pages.known(id));
    const read = readForm(InstructorForm, body, this.clock.today());
    if (!read.ok) return formPage({ instructor, form: formView(InstructorForm, visit.speaker, read) }, 422);
    const outcome = await this.changeInstructor.to(visit.actor, id, profileOf(read.form));
    if (isRefused(outcome))
      return formPage(
        { instructor, form: formView(InstructorForm, visit.speaker, { typed: read.typed, refusals: outcome.reasons }) },
        422,
      );
    return seeOther(`/office/instructors/${id}`, notice('instructor.changed', { name: read.form.name }));
  }
}

function profileOf({
  name,
  latinName,
  email,
  phone,
  bioZh,
  bioEn,
  accountEmail,
  mostHoursADay,
  mostHoursAWeek,
}: InstructorForm): InstructorProfile {
  const inMinutes = (hours: number | null) => (hours === null ? null : hours * 60);
  return {
    name,
    latinName,
    email,
    phone,
    bioZh,
    bioEn,
    accountEmail,
    mostMinutesPerDay: inMinutes(mostHoursADay),
    mostMinutesPerWeek: inMinutes(mostHoursAWeek),
  };
}

/** Whole hours, rounded up: a limit set in minutes by an import is not tightened by an edit of something else. */
function inHours(minutes: number | null): number | null {
  return minutes === null ? null : Math.ceil(minutes / 60);
}
