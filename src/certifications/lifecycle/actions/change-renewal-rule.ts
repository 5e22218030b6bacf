import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../../platform/index.js';
import { RenewalRule } from '../data/renewal.entities.js';
import { renewalRules } from '../data/renewals.js';
import type { RenewalTerms } from '../domain/renewing.js';

@Injectable()
export class ChangeRenewalRule {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Applies to renewals from now on. @throws NotFound if there is no such achievement */
  execute(actor: Actor, achievementId: string, terms: RenewalTerms): Promise<{ code: string }> {
    if (!may(actor, 'renewalRule.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const rule = (await renewalRules(tx.query)).find((one) => one.achievementId === achievementId);
      if (!rule) throw new NotFound();
      const { offered, countedFrom, months, opensDays, graceDays } = terms;
      await tx
        .of(RenewalRule)
        .upsert({ achievementId, offered, countedFrom, months, opensDays, graceDays }, ['achievementId']);
      await tx.audit(
        'renewalRule.changed',
        { type: 'achievement', id: achievementId, label: rule.code },
        { offered, countedFrom, months, opensDays, graceDays },
      );
      return { code: rule.code };
    });
  }
}
