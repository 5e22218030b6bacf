import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, UnitOfWork } from '../../platform/index.js';
import type { Academy } from '../data/academy.entity.js';
import { may } from '../domain/rights.js';
import { AcademyProfile } from './academy-profile.js';
import { changeAcademy } from '../data/change-academy.js';

export type AcademyDescription = Pick<
  Academy,
  'nameZh' | 'nameEn' | 'placeZh' | 'placeEn' | 'contactEmail' | 'contactPhone'
>;

/** Changes the academy's name and address. Issued certificates keep what was printed. */
@Injectable()
export class DescribeAcademy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profile: AcademyProfile,
  ) {}

  async execute(actor: Actor, description: AcademyDescription): Promise<void> {
    if (!may(actor, 'academy.configure')) throw new NotAllowed();
    await this.unitOfWork.run(actor, (tx) =>
      changeAcademy(tx, 'academy.described', (before) => ({
        values: description,
        detail: Object.fromEntries(
          Object.entries(description).flatMap(([name, value]) => {
            const from = before[name as keyof AcademyDescription];
            return from === value ? [] : [[name, { from, to: value }]];
          }),
        ),
      })),
    );
    await this.profile.refresh();
  }
}
