import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../../../platform/index.js';
import type { Task } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

export interface RecordToExamine {
  readonly subject: string;
  readonly id: string;
  readonly label: string;
  readonly foundAt: number;
}

/** Records that differ from what the product wrote: the operator has to find out who changed the database. */
@Injectable()
export class RecordsToExamine extends TaskQuery<RecordToExamine> {
  readonly kind = 'register_record';

  protected query(): Sql {
    return sql`SELECT subject AS "subject", id AS "id", label AS "label", found_at AS "foundAt" FROM register_alarm ORDER BY found_at, id`;
  }

  protected taskOf({ subject, id, label, foundAt }: RecordToExamine): Task {
    return {
      kind: this.kind,
      due: dayOf(Number(foundAt)),
      href: addressOf(subject, id),
      code: label,
      titleZh: '证书登记',
      titleEn: 'Certificate register',
      values: { foundAt: Number(foundAt) },
    };
  }
}

function addressOf(subject: string, id: string): string {
  if (subject === 'certificate') return `/office/certificates/${id}`;
  if (subject === 'issuance') return `/office/issuances/${id}`;
  if (subject === 'certificateBatch') return `/office/certificates/batches/${id}`;
  return subject === 'issuerKey' ? '/office/issuer-keys' : '/office/certificates';
}
