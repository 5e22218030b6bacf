import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const BY_DAY = { certificate_view: 'at', verification_record: 'at', verification_batch: 'created_at' } as const;
const nameOf = (table: string, column: string): string => `ix_${table}_${column}`;

/** Views, verifications and lists are deleted when their retention ends: the oldest are found by index. */
export class WhatIsOverIsFoundByItsDay1767225600171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of Object.entries(BY_DAY))
      await runner.createIndex(table, new TableIndex({ name: nameOf(table, column), columnNames: [column] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of Object.entries(BY_DAY)) await runner.dropIndex(table, nameOf(table, column));
  }
}
