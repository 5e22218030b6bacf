import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, type RequestContext, type SeeOther, IdParam } from '../../../platform/index.js';
import { BringTemplateBack } from '../actions/bring-template-back.js';
import { RetireTemplate } from '../actions/retire-template.js';
import { ShownTemplatePages } from './shown-template.page.js';

/** Which templates are in use. */
@Controller('office/certificate-templates/:id')
@Requires('certificateTemplate.manage')
export class TemplateRetirementController {
  constructor(
    private readonly retireTemplate: RetireTemplate,
    private readonly bringTemplateBack: BringTemplateBack,
    private readonly pages: ShownTemplatePages,
  ) {}

  @Post('retirement')
  async retire(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const outcome = await this.retireTemplate.execute(context.actor, id);
    return this.pages.after(context, id, { outcome, done: 'retired' });
  }

  @Post('return')
  async bringBack(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page | SeeOther> {
    const outcome = await this.bringTemplateBack.execute(context.actor, id);
    return this.pages.after(context, id, { outcome, done: 'brought_back' });
  }
}
