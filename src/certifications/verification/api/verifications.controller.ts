import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { type Caller, CurrentCaller, KeyGuard, NeedsScope, tooMany } from '../../../employers/index.js';
import {
  isoOf,
  looksLikeId,
  OpenToPrograms,
  ProblemDetails,
  TakesLongRequest,
  textOf,
} from '../../../platform/index.js';
import { VerifyForProgram } from '../actions/verify-for-program.js';
import { EmployerHistory, type LineToday } from '../actions/employer-history.js';
import { readItems } from '../domain/request-items.js';
import { MOST_ITEMS } from '../domain/verification-list.js';

const AT_ONCE = 200;

/** API for employers' programs: verification by number and name, and the history. */
@Controller('api/v1/verifications')
@OpenToPrograms()
@UseGuards(KeyGuard)
export class VerificationsApiController {
  constructor(
    private readonly verify: VerifyForProgram,
    private readonly lines: EmployerHistory,
  ) {}

  @Post()
  @TakesLongRequest(5 * 1024 * 1024)
  @HttpCode(200)
  @NeedsScope('verifications:make')
  async make(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<object> {
    const read = readItems(body);
    if (!read.ok && read.tooMany !== null) {
      throw new ProblemDetails(422, 'too-many-items', {
        detail: `${read.tooMany} certificates were sent; the limit is ${MOST_ITEMS}. Send several requests.`,
        members: { most: MOST_ITEMS },
      });
    }
    if (!read.ok)
      throw new ProblemDetails(422, 'invalid-request', {
        detail: 'Nothing was verified. Correct what errors lists and send the request again.',
        members: { errors: read.faults },
      });
    const outcome = await this.verify.execute(caller, read.purpose, read.items);
    if ('wait' in outcome) throw tooMany(outcome.wait, 'The employer has reached its daily limit of certificates.');
    return { checkedAt: isoOf(outcome.checkedAt), purpose: read.purpose, results: outcome.results };
  }

  @Get()
  @NeedsScope('verifications:read')
  async history(@CurrentCaller() caller: Caller, @Query('after') after: unknown): Promise<object> {
    const cursor = textOf(after);
    if (cursor !== '' && !looksLikeId(cursor))
      throw new ProblemDetails(422, 'invalid-request', {
        detail: 'after must be the value of next in the previous response.',
        members: { errors: [{ pointer: '', detail: 'after is not an id.' }] },
      });
    const lines = await this.lines.after(caller.employerId, {
      after: cursor === '' ? null : cursor,
      limit: AT_ONCE,
    });
    return { items: lines.map(lineJson), next: lines.length < AT_ONCE ? null : lines.at(-1)!.id };
  }
}

function lineJson({
  id,
  at,
  kind,
  askedNumber,
  askedName,
  verdict,
  now,
  withheld,
  reason,
  checks,
  purpose,
  askedByName,
}: LineToday): object {
  return {
    id,
    at: isoOf(at),
    by: kind,
    askedBy: askedByName,
    number: askedNumber,
    name: askedName,
    verdict,
    now,
    withheld,
    reason,
    checks,
    purpose,
  };
}
