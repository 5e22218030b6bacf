import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { commandLineOf } from '../../support/operator.js';

describe(`an academy without a protecting trigger, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('fails its check, which names the trigger', async () => {
    const check = commandLineOf(academy.config);
    expect((await check('check')).code).toBe(0);
    await academy.connections.write.query(
      `DROP TRIGGER log_head_is_kept${DATABASE === 'PostgreSQL' ? ' ON log_head' : ''}`,
    );
    const { code, output, errors } = await check('check');
    expect(code).not.toBe(0);
    expect(output + errors).toContain('log_head_is_kept');
  });
});
