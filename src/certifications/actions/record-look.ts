import { Injectable } from '@nestjs/common';
import { type Actor, Reads, UnitOfWork } from '../../platform/index.js';
import { ownCertificate } from '../data/life/own-certificate.js';
import { type Look, recordLook } from '../data/life/views.js';

@Injectable()
export class RecordLook {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly reads: Reads) {}

  /** Writes a look into the holder's register, unless it is the holder who looks. */
  async of(actor: Actor, look: Look): Promise<void> {
    if (await ownCertificate(this.reads.all.bind(this.reads), look.certificateId, actor.id)) return;
    await this.unitOfWork.run(actor, (tx) => recordLook(tx, look));
  }
}
