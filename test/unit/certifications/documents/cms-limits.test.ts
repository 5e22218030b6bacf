import { cmsWithinLimits } from '../../../../src/certifications/documents/credential/checks/cms-limits.js';
import { aMessage } from '../../../builders/files/hostile-credentials.js';
import { anIssuer } from '../../../builders/issuers.js';

const certificates = (count: number): Buffer[] => Array.from({ length: count }, () => Buffer.from('30030201ff', 'hex'));
const nested = (depth: number): Buffer =>
  Buffer.concat([Buffer.from('3080'.repeat(depth), 'hex'), Buffer.from('0000'.repeat(depth), 'hex')]);

describe('a signature message', () => {
  it('is within the limits as signers write it, with the zeros behind it', async () => {
    const pdf = (await (await anIssuer(null)).pdf(null)).toString('latin1');
    const message = Buffer.from(/\/Contents\s*<([0-9A-Fa-f]+)>/.exec(pdf)![1]!, 'hex');
    expect(message.length).toBeGreaterThan(1_000);
    expect(cmsWithinLimits(message)).toBe(true);
  });

  it.each([
    ['of sixty-five kilobytes', Buffer.alloc(65 * 1024), false],
    ['of nothing', Buffer.alloc(0), true],
    ['that is cut off', Buffer.from('3082', 'hex'), true],
    ['forty deep', nested(40), true],
    ['forty-one deep', nested(41), false],
    ['with ten certificates', aMessage(certificates(10)), true],
    ['with eleven', aMessage(certificates(11)), false],
    [
      'of more values than any',
      Buffer.concat([Buffer.from('3082ea60', 'hex'), Buffer.from('0500'.repeat(30_000), 'hex')]),
      false,
    ],
    ['whose tags never end', Buffer.concat([Buffer.from([0x1f]), Buffer.alloc(60_000, 0xff)]), true],
  ])('%s is told in time', (_, message, within) => {
    expect(cmsWithinLimits(message)).toBe(within);
  });
});
