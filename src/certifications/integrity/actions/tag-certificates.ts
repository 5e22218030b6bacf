import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding, tagCertificates, untagged } from '../../binding/index.js';

const AT_ONCE = 200;

/** Adds lookup tags to certificates that were bound before there were tags. */
@Injectable()
export class TagCertificates {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /** Records that are not in order get no tags, and are reported. */
  async execute(): Promise<void> {
    const ids = await untagged(this.query);
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('tags are derived from the record');
        await tagCertificates(tx, this.binding.key, ids.slice(from, from + AT_ONCE));
      });
  }
}
