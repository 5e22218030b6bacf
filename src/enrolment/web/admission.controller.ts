import { Controller, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerAct,
  CurrentContext,
  flash,
  found,
  IdParam,
  ReadDatabase,
  refusalFlash,
  type RequestContext,
  seeOther,
  type SeeOther,
} from '../../platform/index.js';
import { AdmitTrainee } from '../actions/admit-trainee.js';
import { enrolmentById } from '../data/own-enrolment.js';

/** Gives a waiting trainee a free seat out of turn. */
@Controller('office/enrolments/:id/admission')
@Requires('roster.manage')
export class AdmissionController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly admit: AdmitTrainee,
  ) {}

  @Post()
  async create(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const enrolment = found(await enrolmentById(this.reads.query, id));
    const roster = `/office/cohorts/${enrolment.cohortCode}/roster`;
    return answerAct(await this.admit.execute(context.actor, id), {
      done: () => seeOther(roster, flash('roster.admitted', { name: enrolment.traineeName })),
      again: (refusals) => seeOther(roster, refusalFlash(refusals)),
    });
  }
}
