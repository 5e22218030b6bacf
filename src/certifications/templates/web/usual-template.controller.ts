import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, type RequestContext, type SeeOther, IdParam } from '../../../platform/index.js';
import { MakeTemplateUsual } from '../actions/make-template-usual.js';
import { ShownTemplatePages } from './shown-template.page.js';

/** Which template is the usual one. */
@Controller('office/certificate-templates/:id/usual')
@Requires('certificateTemplate.manage')
export class UsualTemplateController {
  constructor(
    private readonly makeTemplateUsual: MakeTemplateUsual,
    private readonly pages: ShownTemplatePages,
  ) {}

  @Post()
  async makeUsual(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const outcome = await this.makeTemplateUsual.execute(context.actor, id);
    return this.pages.after(context, id, { outcome, done: 'made_usual' });
  }
}
