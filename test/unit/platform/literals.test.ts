import sql from 'sql-template-tag';
import { literals } from '../../../src/platform/index.js';

describe('constants as SQL literals', () => {
  it('are written into the text and bind no values', () => {
    const query = sql`SELECT 1 FROM cohort WHERE state IN (${literals(['tentative', 'confirmed'])})`;
    expect(query.sql).toBe("SELECT 1 FROM cohort WHERE state IN ('tentative', 'confirmed')");
    expect(query.values).toEqual([]);
  });

  it('are refused unless they are plain words', () => {
    expect(() => literals(["tentative' OR '1' = '1"])).toThrow('Not a constant for SQL');
  });
});
