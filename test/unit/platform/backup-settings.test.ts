import { resolve } from 'node:path';
import { BadSetting, readConfig } from '../../../src/platform/index.js';

describe('the settings of scheduled backups', () => {
  it('are none without a folder', () => {
    expect(readConfig({}).backups).toBeNull();
  });

  it('take a folder, with the default time and numbers', () => {
    expect(readConfig({ BACKUP_DIR: 'copies' }).backups).toEqual({
      dir: resolve('copies'),
      at: '02:30',
      keep: { daily: 7, weekly: 4, monthly: 12 },
    });
  });

  it('take a time of day and what to keep, in any order', () => {
    const { backups } = readConfig({ BACKUP_DIR: '/backups', BACKUP_AT: '23:05', BACKUP_KEEP: '2 monthly,30 daily' });
    expect(backups).toEqual({ dir: '/backups', at: '23:05', keep: { daily: 30, weekly: 0, monthly: 2 } });
  });

  it.each([
    [{ BACKUP_AT: '25:00' }, 'BACKUP_AT=25:00 cannot be used: it takes a time of day'],
    [{ BACKUP_AT: '2:30' }, 'BACKUP_AT=2:30 cannot be used'],
    [
      { BACKUP_KEEP: '7' },
      'BACKUP_KEEP=7 cannot be used: it takes how many to keep, such as `7 daily, 4 weekly, 12 monthly`.',
    ],
    [{ BACKUP_KEEP: '0 daily' }, 'BACKUP_KEEP=0 daily cannot be used'],
    [{ BACKUP_KEEP: '7 daily, 3 daily' }, 'cannot be used'],
    [{ BACKUP_KEEP: '7 daily, four weekly' }, 'cannot be used'],
    [{ BACKUP_KEEP: '9999 daily' }, 'cannot be used'],
  ])('explain what is wrong with %j', (settings, words) => {
    expect(() => readConfig({ BACKUP_DIR: '/backups', ...settings })).toThrow(BadSetting);
    expect(() => readConfig({ BACKUP_DIR: '/backups', ...settings })).toThrow(words);
  });

  it.each([{ BACKUP_AT: '02:30' }, { BACKUP_KEEP: '7 daily' }])(
    'refuse %j without a folder, since nothing would be made',
    (settings) => {
      expect(() => readConfig(settings)).toThrow('BACKUP_DIR is not: no backup would be made.');
    },
  );
});
