import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, UnitOfWork } from '../../platform/index.js';
import { may } from '../domain/rights.js';
import { AcademyProfile } from './academy-profile.js';
import { changeAcademy } from '../data/change-academy.js';

@Injectable()
export class RemoveLogo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profile: AcademyProfile,
  ) {}

  async execute(actor: Actor): Promise<void> {
    if (!may(actor, 'academy.configure')) throw new NotAllowed();
    await this.unitOfWork.run(actor, (tx) =>
      changeAcademy(tx, 'academy.logoRemoved', () => ({ values: { logo: null, logoType: null }, detail: {} })),
    );
    await this.profile.refresh();
  }
}
