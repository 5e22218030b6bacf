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
import { Academy } from '../data/academy.entity.js';
import type { AdministrationRefusalCode } from '../domain/administration.js';
import { may } from '../domain/may.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AcademyProfile } from './academy-profile.js';
import { LARGEST_LOGO_BYTES, refusalOfLogo } from './logo-refusals.js';

export type AcademyDescription = Pick<
  Academy,
  'nameZh' | 'nameEn' | 'placeZh' | 'placeEn' | 'contactEmail' | 'contactPhone'
>;

const THE_ACADEMY = 1;

/**
 * What the academy is called, where it is and which mark it carries. Certificates already issued keep what was printed.
 */
@Injectable()
export class DescribeAcademy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profile: AcademyProfile,
  ) {}

  async execute(actor: Actor, description: AcademyDescription): Promise<void> {
    await this.change(actor, 'academy.described', (before) => ({
      values: description,
      detail: Object.fromEntries(
        Object.entries(description).flatMap(([name, value]) => {
          const from = before[name as keyof AcademyDescription];
          return from === value ? [] : [[name, { from, to: value }]];
        }),
      ),
    }));
  }

  /**
   * The logo is drawn anew from the points of the file.
   * @param bytes the file as sent; `null` where none was chosen.
   */
  async carry(
    actor: Actor,
    bytes: Buffer | null,
  ): Promise<true | Refused<AccountRefusalCode | AdministrationRefusalCode>> {
    if (bytes === null || bytes.length === 0) return refused(refuse('noLogoChosen', {}, 'logo'));
    if (bytes.length > LARGEST_LOGO_BYTES)
      return refused(refuse('logoTooLarge', { max: LARGEST_LOGO_BYTES / 1024 }, 'logo'));
    const picture = await cleanPicture(bytes);
    if (!isPicture(picture)) return refused(refusalOfLogo(picture));
    const [logo, logoType] = [Buffer.from(picture.bytes).toString('base64'), picture.type];
    await this.change(actor, 'academy.logoChanged', () => ({
      values: { logo, logoType },
      detail: { bytes: picture.bytes.length, type: logoType },
    }));
    return true;
  }

  async carryNone(actor: Actor): Promise<void> {
    await this.change(actor, 'academy.logoRemoved', () => ({ values: { logo: null, logoType: null }, detail: {} }));
  }

  private async change(
    actor: Actor,
    act: string,
    decide: (before: Academy) => { values: Partial<Academy>; detail: Record<string, unknown> },
  ): Promise<void> {
    if (!may(actor, 'academy.configure')) throw new NotAllowed();
    await this.unitOfWork.run(actor, async (tx) => {
      const before = await tx.of(Academy).findOneByOrFail({ id: THE_ACADEMY });
      const { values, detail } = decide(before);
      await tx.of(Academy).update({ id: THE_ACADEMY }, values);
      await tx.audit(act, { type: 'academy', id: String(THE_ACADEMY), label: values.nameZh ?? before.nameZh }, detail);
    });
    await this.profile.refresh();
  }
}
