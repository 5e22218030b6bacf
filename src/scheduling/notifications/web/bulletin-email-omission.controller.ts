import { Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type SeeOther, type RequestContext, IdParam } from '../../../platform/index.js';
import { DropBulletinEmail } from '../actions/drop-bulletin-email.js';
import { TakeBackBulletinEmail } from '../actions/take-back-bulletin-email.js';
import { afterTouch } from './bulletin-answers.js';

/** Drops one email of a bulletin, or includes it again. */
@Controller('office/bulletins/:id/letters/:key')
@Requires('session.schedule')
export class BulletinEmailOmissionController {
  constructor(
    private readonly dropEmail: DropBulletinEmail,
    private readonly takeBackEmail: TakeBackBulletinEmail,
  ) {}

  @Post('omission')
  async drop(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    const outcome = await this.dropEmail.execute(context.actor, { bulletinId: id, key });
    return afterTouch(id, 'bulletin.letter_omitted', outcome);
  }

  @Post('readmission')
  async takeBack(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Param('key') key: string,
  ): Promise<SeeOther> {
    const outcome = await this.takeBackEmail.execute(context.actor, { bulletinId: id, key });
    return afterTouch(id, 'bulletin.letter_readmitted', outcome);
  }
}
