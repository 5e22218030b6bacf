import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** A revocation or replacement has a class of reason besides its text; earlier events have none. */
export class AReasonHasAClass1767225600160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('certificate_reason', [column.ref('event_id'), column.choice('reason_class')], {
        primary: ['event_id'],
        foreignKeys: [{ columns: ['event_id'], to: 'certificate_event' }],
        oneOf: {
          reason_class: [
            'issuedInError',
            'requirementsNotMet',
            'misconduct',
            'dataWrong',
            'holderAsked',
            'keyCompromised',
            'other',
            'nameCorrected',
            'nameChanged',
            'revokedByMistake',
          ],
        },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('certificate_reason');
  }
}
