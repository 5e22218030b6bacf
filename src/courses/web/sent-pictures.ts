import { Injectable } from '@nestjs/common';
import { type Actor, fileOf, isRefused, type Refusal, textOf } from '../../platform/index.js';
import { KeepPicture } from '../actions/keep-picture.js';

export interface PicturesOfForm {
  /** The form body with each picture field set to the key of its stored picture. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly refusals: readonly Refusal[];
}

/** Stores pictures uploaded with a form before it is validated, so that a failed form need not upload them again. */
@Injectable()
export class SentPictures {
  constructor(private readonly keep: KeepPicture) {}

  /** For each field `x`: a file under `xFile` replaces the picture, `xRemoved` clears it. */
  async with(actor: Actor, sent: unknown, fields: readonly string[]): Promise<PicturesOfForm> {
    const body: Record<string, unknown> = { ...(sent as Record<string, unknown> | null) };
    const refusals: Refusal[] = [];
    for (const field of fields) {
      if (textOf(body[`${field}Removed`]) !== '') body[field] = '';
      const file = fileOf(body[`${field}File`]);
      if (!file) continue;
      const outcome = await this.keep.execute(actor, await file.toBuffer());
      if (isRefused(outcome)) refusals.push(...outcome.reasons.map((one) => ({ ...one, field })));
      else body[field] = outcome.sha256;
    }
    return { body, refusals };
  }
}
