import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, type RequestContext, IdParam } from '../../../platform/index.js';
import { IssuancePages } from './issuance.page.js';

/** The page of an issue, during and after it. */
@Controller('office/issuances')
@Requires('certificate.issue')
export class IssuanceController {
  constructor(private readonly pages: IssuancePages) {}

  @Get(':id')
  show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.pages.show(context, id);
  }
}
