import { Injectable } from '@nestjs/common';
import { AN_HOUR, Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { anyBrokenOff, numbersBrokenOff } from '../data/broken-off.js';
import { settleNumbers } from '../data/draw-numbers.js';

/**
 * Numbers that were drawn for a single certificate whose making broke off, as by a power cut: they are said to be void.
 */
@Injectable()
export class VoidBrokenOff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  isDue(): Promise<boolean> {
    return anyBrokenOff(this.reads.query, this.before());
  }

  /** Returns how many; an issue's waiting items keep theirs, however long it stands still. */
  async execute(): Promise<number> {
    const numbers = await numbersBrokenOff(this.reads.query, this.before());
    const [first] = numbers;
    if (first === undefined) return 0;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      await settleNumbers(tx, numbers, { state: 'void', reason: 'brokenOff' });
      await tx.audit('numbers.voided', { type: 'certificate', id: first, label: first }, { count: numbers.length });
    });
    return numbers.length;
  }

  private before(): number {
    return this.clock.now() - AN_HOUR;
  }
}
