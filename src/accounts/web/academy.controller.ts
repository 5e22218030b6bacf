import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  answerForm,
  Clock,
  CurrentContext,
  formView,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { DescribeAcademy } from '../actions/describe-academy.js';
import { AcademyPages } from './academy.page.js';
import { AcademyForm } from './administration.form.js';
import { Requires } from './requires.js';

@Controller('office/academy')
@Requires('academy.configure')
export class AcademyController {
  constructor(
    private readonly pages: AcademyPages,
    private readonly describeAcademy: DescribeAcademy,
    private readonly clock: Clock,
  ) {}

  @Get()
  edit(@CurrentContext() context: RequestContext): Promise<Page> {
    return this.pages.edit(context);
  }

  @Post()
  describe(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(AcademyForm, body, this.clock.today()), {
      act: ({ nameZh, nameEn, placeZh, placeEn, contactEmail, contactPhone }) =>
        this.describeAcademy.execute(context.actor, {
          nameZh,
          nameEn,
          placeZh: placeZh ?? '',
          placeEn: placeEn ?? '',
          contactEmail,
          contactPhone,
        }),
      done: () => seeOther('/office/academy', flash('academy.saved')),
      again: (filling) => this.pages.edit(context, { form: formView(AcademyForm, context.translator, filling) }),
    });
  }
}
