import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  flash,
  IdParam,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../../platform/index.js';
import { DiscardList } from '../actions/lists/discard-list.js';

/** Discards a list whose columns were read wrongly, before anything is verified. */
@Controller('employer/lists')
@Requires('employer.self')
export class ListRemovalController {
  constructor(private readonly discardList: DiscardList) {}

  @Post(':id/removal')
  async remove(@CurrentContext() { actor }: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const filename = await this.discardList.execute(actor, id);
    return filename === null
      ? seeOther(`/employer/lists/${id}`, flash('verification_list.already_started'))
      : seeOther('/employer', flash('verification_list.discarded', { filename }));
  }
}
