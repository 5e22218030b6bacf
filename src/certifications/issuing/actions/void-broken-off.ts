import { Injectable } from '@nestjs/common';
import { AN_HOUR, Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { anyBrokenOff, numbersBrokenOff } from '../data/broken-off.js';
import { settleNumbers } from '../data/draw-numbers.js';

/**
 * Voids numbers drawn for a single certificate that was never finished, for example because of a power cut.
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

  /** Returns how many. Waiting items of an issue keep their numbers, however long it is stopped. */
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
