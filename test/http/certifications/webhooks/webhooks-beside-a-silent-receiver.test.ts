import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sql from 'sql-template-tag';
import { claimDelivery } from '../../../../src/certifications/webhooks/data/webhook-claims.js';
import { type Actor, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { AddWebhook } from '../../../../src/certifications/webhooks/actions/add-webhook.js';
import { TestWebhook } from '../../../../src/certifications/webhooks/actions/test-webhook.js';
import { anEmployer } from '../../../builders/employers.js';
import { done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';

const ANSWER = 800;
const CLAIM = 60_000;

interface Receiver {
  readonly server: Server;
  readonly host: string;
  readonly ids: string[];
  atOnce: number;
}

describe('webhooks beside a receiver that never answers', () => {
  let academy: TestAcademy;
  let [silent, good]: Receiver[] = [];
  let administrator: Actor;
  let [silentHook, goodHook] = ['', ''];
  let whileGoodIsToldLast = (): Promise<void> => Promise.resolve();
  const MESSAGES = 4;

  const receiver = async (answers: boolean): Promise<Receiver> => {
    const made = { ids: [] as string[], atOnce: 0 };
    let underWay = 0;
    const server = createServer((request, response) => {
      request.resume();
      underWay += 1;
      made.ids.push(String(request.headers['webhook-id']));
      Object.assign(receiving, { atOnce: Math.max(receiving.atOnce, underWay) });
      response.once('close', () => {
        underWay -= 1;
      });
      if (!answers) return;
      const told =
        made.ids.length === MESSAGES
          ? whileGoodIsToldLast()
          : new Promise<void>((resolve) => {
              setTimeout(resolve, 20);
            });
      void told.then(() => response.writeHead(204).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiving: Receiver = { ...made, server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
    return receiving;
  };

  beforeEach(async () => {
    [silent, good] = [await receiver(false), await receiver(true)];
    academy = await TestAcademy.open({
      env: { WEBHOOK_HOSTS: `${silent.host},${good.host}` },
      timing: { answer: ANSWER, claim: CLAIM },
    });
    administrator = await person(academy, 'administrator');
    const add = async ({ host }: Receiver): Promise<string> => {
      const employer = await anEmployer(academy);
      return done(
        await academy.app.get(AddWebhook).execute(administrator, {
          employerId: employer.id,
          url: `http://${host}/in`,
          events: ['certificate.revoked'],
        }),
      ).id;
    };
    [silentHook, goodHook] = [await add(silent), await add(good)];
  });
  afterEach(async () => {
    await academy.close();
    for (const one of [silent, good]) {
      one?.server.closeAllConnections();
      one?.server.close();
    }
    whileGoodIsToldLast = () => Promise.resolve();
  });

  const tell = async (id: string, many: number): Promise<void> => {
    for (let n = 0; n < many; n += 1) {
      await academy.app.get(TestWebhook).execute(administrator, id);
      academy.clock.moveTo(academy.clock.now() + 1_000);
    }
  };
  const run = (): Promise<void> => academy.app.get(Ticker).runNow('webhooks');
  const deliveries = (webhookId: string) =>
    academy.app.get(ReadDatabase).query<{ id: string; state: string; attempts: number; fault: string | null }>(sql`
    SELECT id AS "id", state AS "state", attempts AS "attempts", fault AS "fault" FROM webhook_delivery WHERE webhook_id = ${webhookId} ORDER BY created_at, id`);

  it('are notified of everything while its first message is still being sent, one at a time and in order', async () => {
    await tell(silentHook, MESSAGES);
    await tell(goodHook, MESSAGES);
    let seen: unknown = null;
    whileGoodIsToldLast = async () => {
      seen = (await deliveries(silentHook)).map(({ state, attempts }) => `${state} ${attempts}`);
    };
    await run();
    expect(seen).toEqual(['sending 0', 'pending 0', 'pending 0', 'pending 0']);
    expect(good!.ids).toEqual((await deliveries(goodHook)).map(({ id }) => `msg_${id}`));
    expect(good!.atOnce).toBe(1);
    expect((await deliveries(goodHook)).map(({ state }) => state)).toEqual(Array(MESSAGES).fill('sent'));
    expect(silent!.ids).toHaveLength(1);
    expect((await deliveries(silentHook))[0]).toMatchObject({ state: 'pending', attempts: 1, fault: 'timeout' });
  });

  it('wait with no more than ten test messages', async () => {
    await tell(silentHook, 12);
    expect(await deliveries(silentHook)).toHaveLength(10);
  });

  it('are notified of new events while it has not answered', async () => {
    await tell(silentHook, 1);
    const running = run();
    while (silent!.ids.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await tell(goodHook, 1);
    await Promise.all([running, run()]);
    expect(good!.ids).toHaveLength(1);
  });

  it('leave a message that another sender has claimed alone until its claim has run out, and then keep its id', async () => {
    await tell(goodHook, 2);
    const claimed = await academy.write((tx) => {
      tx.withoutAudit('another sender');
      return claimDelivery(tx, goodHook, CLAIM);
    });
    await run();
    expect(good!.ids).toEqual([]);
    academy.clock.moveTo(academy.clock.now() + CLAIM);
    await run();
    expect(good!.ids).toHaveLength(2);
    expect(good!.ids[0]).toBe(`msg_${claimed!.id}`);
  });

  it('are notified once by two senders at the same moment', async () => {
    await tell(goodHook, MESSAGES);
    await Promise.all([run(), run(), run()]);
    expect(good!.ids).toHaveLength(MESSAGES);
    expect(good!.atOnce).toBe(1);
  });
});
