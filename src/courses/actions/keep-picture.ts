import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  cleanPicture,
  isPicture,
  NotAllowed,
  type PictureRefusalCode,
  refused,
  type Refused,
  storePicture,
  UnitOfWork,
} from '../../platform/index.js';

@Injectable()
export class KeepPicture {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Re-encodes an uploaded picture, stores it once per content, and returns its key. */
  async execute(actor: Actor, bytes: Buffer): Promise<{ sha256: string } | Refused<PictureRefusalCode>> {
    if (!may(actor, 'course.manage') && !may(actor, 'certificateTemplate.manage')) throw new NotAllowed();
    const picture = await cleanPicture(bytes);
    if (!isPicture(picture)) return refused(picture);
    const { sha256, type, width, height } = picture;
    return this.unitOfWork.run(actor, async (tx) => {
      if (await storePicture(tx, picture))
        await tx.audit(
          'picture.kept',
          { type: 'picture', id: sha256.slice(0, 36), label: `${width} × ${height}` },
          { type },
        );
      else tx.withoutAudit('the picture is kept already');
      return { sha256 };
    });
  }
}
