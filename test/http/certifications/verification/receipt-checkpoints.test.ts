import { SignCertificates, verifyLog } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { certificateSteps, type Row } from '../certificate-steps.js';

const LONGER = '\n40\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n';

describe(`the checkpoint in a receipt, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  const write = <T>(text: string): Promise<T[]> => academy.connections.write.query<T[]>(text);
  const head = async (): Promise<string> =>
    (await write<{ checkpoint: string }>('SELECT checkpoint FROM log_head'))[0]!.checkpoint;
  const faults = async (): Promise<readonly string[]> => (await verifyLog(academy.app.get(ReadDatabase))).faults;
  const asked = (): Promise<{ status: number; location: string | null }> =>
    academy.client().post('/verify/receipts', { token: row.token }, `/verify/receipts/new?token=${row.token}`);
  const receipt = async (): Promise<{ reference: string; checkpoint: string | null }> => {
    const { location } = await asked();
    const [stored] = await write<{ reference: string; checkpoint: string | null }>(
      `SELECT reference, checkpoint FROM verification_receipt WHERE reference = '${location?.split('/').at(-1) ?? ''}'`,
    );
    return stored!;
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    row = (await one('王芳', null)).row;
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(() => academy.close());

  it('is the one that the academy has signed', async () => {
    expect((await receipt()).checkpoint).toBe(await head());
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('is never said to be missing: no receipt is made while another one stands in the head of the log', async () => {
    const genuine = await head();
    await write(`UPDATE log_head SET checkpoint = '${genuine.replace(/\n\d+\n[^\n]+\n/, LONGER)}'`);
    const { status } = await asked();
    await write(`UPDATE log_head SET checkpoint = '${genuine}'`);
    expect(status).toBe(503);
    expect(await faults()).toEqual([]);
  }, 60_000);

  it.each([
    [
      'that no key of the log has signed',
      (genuine: string) => genuine.replace(/— \S+ \S/, (line) => line.replace(/.$/, line.endsWith('A') ? 'B' : 'A')),
    ],
    ['that does not lead to the log', (genuine: string) => genuine.replace(/\n\d+\n[^\n]+\n/, LONGER)],
  ])(
    'is named by verify-log with its receipt if it is one %s',
    async (_, altered) => {
      const { reference, checkpoint } = await receipt();
      await write(
        `UPDATE verification_receipt SET checkpoint = '${altered(checkpoint ?? '')}' WHERE reference = '${reference}'`,
      );
      expect(await faults()).toEqual([expect.stringContaining(`Receipt ${reference}: the checkpoint`)]);
      await write(
        `UPDATE verification_receipt SET checkpoint = '${checkpoint ?? ''}' WHERE reference = '${reference}'`,
      );
    },
    60_000,
  );
});
