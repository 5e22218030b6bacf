import sql from 'sql-template-tag';
import { literals } from '../../../src/platform/index.js';

describe('constants as SQL literals', () => {
  it('stand in the text and hand no values over', () => {
    const query = sql`SELECT 1 FROM cohort WHERE state IN (${literals(['tentative', 'confirmed'])})`;
    expect(query.sql).toBe("SELECT 1 FROM cohort WHERE state IN ('tentative', 'confirmed')");
    expect(query.values).toEqual([]);
  });

  it('refuse what is no plain word', () => {
    expect(() => literals(["tentative' OR '1' = '1"])).toThrow('Not a constant for SQL');
  });
});
