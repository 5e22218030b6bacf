import type { ArgumentsHost } from '@nestjs/common';
import type { Config } from '../../../src/platform/index.js';
import { FaultFilter } from '../../../src/platform/server/fault.filter.js';

describe('a fault that nobody expected', () => {
  const statusOf = (fault: unknown): number => {
    const answered: number[] = [];
    const reply = {
      sent: false,
      status: (status: number) => (answered.push(status), reply),
      headers: () => reply,
      header: () => reply,
      type: () => reply,
      send: () => reply,
    };
    const request = { id: 'one', url: '/api/', headers: {}, log: { error: () => undefined } };
    const http = { getRequest: () => request, getResponse: () => reply };
    const filter = new FaultFilter({} as never, { publicUrl: 'http://academy.example' } as Config);
    filter.catch(fault, { switchToHttp: () => http } as unknown as ArgumentsHost);
    return answered[0] ?? 0;
  };

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])(
    'is answered as records that contradict each other where a row that no act wrote has the key of a new one: %s',
    (code) => {
      expect(statusOf(Object.assign(new Error('a constraint failed'), { code }))).toBe(503);
    },
  );

  it('is answered as unexpected otherwise', () => {
    expect(statusOf(Object.assign(new Error('a constraint failed'), { code: 'SQLITE_CONSTRAINT_CHECK' }))).toBe(500);
  });
});
