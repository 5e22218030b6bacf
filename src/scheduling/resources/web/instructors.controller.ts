import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  IdParam,
  answerForm,
} from '../../../platform/index.js';
import { AddInstructor } from '../actions/add-instructor.js';
import { ChangeInstructor } from '../actions/change-instructor.js';
import type { InstructorProfile } from '../actions/instructor-profile.js';
import { type InstructorPage, type InstructorView, instructorView } from './instructor.page.js';
import { InstructorForm } from './instructor.form.js';
import { InstructorPages } from './instructor.page.js';

export interface InstructorFormPage {
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
  blank(@CurrentContext() context: RequestContext): Page {
    return formPage({ instructor: null, form: formView(InstructorForm, context.translator) });
  }

  @Post()
  add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(InstructorForm, body, this.clock.today()), {
      act: (form) => this.addInstructor.execute(context.actor, profileOf(form)),
      done: ({ id }, { name }) => seeOther(`/office/instructors/${id}`, flash('instructor.added', { name })),
      again: (filling) => formPage({ instructor: null, form: formView(InstructorForm, context.translator, filling) }),
    });
  }

  @Get(':id')
  @Requires('availability.manage')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return showPage(await this.pages.shown(context, await this.pages.byId(id)));
  }

  @Get(':id/edit')
  async edit(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const row = await this.pages.byId(id);
    return formPage({
      instructor: instructorView(context.translator, row),
      form: formView(InstructorForm, context.translator, {
        typed: typedFrom({
          ...row,
          mostHoursADay: inHours(row.mostMinutesPerDay),
          mostHoursAWeek: inHours(row.mostMinutesPerWeek),
        }),
      }),
    });
  }

  @Post(':id')
  async change(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const instructor = instructorView(context.translator, await this.pages.byId(id));
    return answerForm(readForm(InstructorForm, body, this.clock.today()), {
      act: (form) => this.changeInstructor.execute(context.actor, id, profileOf(form)),
      done: (_, { name }) => seeOther(`/office/instructors/${id}`, flash('instructor.changed', { name })),
      again: (filling) => formPage({ instructor, form: formView(InstructorForm, context.translator, filling) }),
    });
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

/** Whole hours, rounded up, so that editing other fields never tightens a limit that was imported in minutes. */
function inHours(minutes: number | null): number | null {
  return minutes === null ? null : Math.ceil(minutes / 60);
}
