import { Injectable } from '@nestjs/common';
import {
  type Actor,
  cleanPicture,
  isPicture,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../platform/index.js';
import type { AdministrationRefusalCode } from '../domain/administration.js';
import { LARGEST_LOGO_BYTES, refusalOfLogo } from '../domain/logo-refusals.js';
import { may } from '../domain/rights.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AcademyProfile } from './academy-profile.js';
import { changeAcademy } from '../data/change-academy.js';

@Injectable()
export class ChangeLogo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profile: AcademyProfile,
  ) {}

  /**
   * The logo is redrawn from the pixels of the file.
   * @param bytes the file as uploaded; `null` if none was chosen
   */
  async execute(
    actor: Actor,
    bytes: Buffer | null,
  ): Promise<true | Refused<AccountRefusalCode | AdministrationRefusalCode>> {
    if (!may(actor, 'academy.configure')) throw new NotAllowed();
    if (bytes === null || bytes.length === 0) return refused(refuse('noLogoChosen', {}, 'logo'));
    if (bytes.length > LARGEST_LOGO_BYTES)
      return refused(refuse('logoTooLarge', { max: LARGEST_LOGO_BYTES / 1024 }, 'logo'));
    const picture = await cleanPicture(bytes);
    if (!isPicture(picture)) return refused(refusalOfLogo(picture));
    const [logo, logoType] = [Buffer.from(picture.bytes).toString('base64'), picture.type];
    await this.unitOfWork.run(actor, (tx) =>
      changeAcademy(tx, 'academy.logoChanged', () => ({
        values: { logo, logoType },
        detail: { bytes: picture.bytes.length, type: logoType },
      })),
    );
    await this.profile.refresh();
    return true;
  }
}
