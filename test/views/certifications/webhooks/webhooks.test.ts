import type { WebhookRow } from '../../../../src/certifications/webhooks/data/webhook-queries.js';
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '../../../../src/certifications/webhooks/domain/webhook.js';
import type { ShowPage } from '../../../../src/certifications/webhooks/web/webhook.controller.js';
import { WebhookForm } from '../../../../src/certifications/webhooks/web/webhook.form.js';
import type { IndexPage } from '../../../../src/certifications/webhooks/web/webhooks.controller.js';
import { formView, pagesOf } from '../../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const own = { viewer: 'employer', path: '/employer/webhooks' } as const;
const listView = viewOf<IndexPage>('certifications/webhooks/index', own);
const view = viewOf<ShowPage>('certifications/webhooks/show', own);
const removalView = viewOf<{ webhook: WebhookRow }>('certifications/webhooks/removal', own);

const webhook: WebhookRow = {
  id: 'w1',
  employerId: 'm1',
  url: `https://hr.example/${'a'.repeat(480)}?x=<b>`,
  events: [...WEBHOOK_EVENTS],
  scannedAt: LOOKED_AT,
  createdAt: LOOKED_AT,
  createdByName: '阿依古丽·买买提',
};

describe('the webhooks of an employer', () => {
  function page(stage: Stage, change: Partial<IndexPage> = {}, events: string[] = [...WEBHOOK_EVENTS]): IndexPage {
    const options = WEBHOOK_EVENTS.map((value) => ({ value, label: stage.t(`webhook.event.${value}`) }));
    const typed = { url: 'http://<x>', events };
    return {
      form: formView(WebhookForm, stage.translator, { typed, options: { events: options } }),
      made: null,
      webhooks: [],
      ...change,
    };
  }

  inEachLanguage('that are none say so, and a new one hears of everything', (stage) => {
    const seen = listView(stage, page(stage));
    expect(seen.heading).toBe(stage.t('webhook.title'));
    expect(seen.words).toContain(stage.t('webhook.none'));
    expect(seen.words).toContain(stage.t('webhook.url_hint'));
    expect(seen.controls('events').map(({ label, isChosen }) => [label, isChosen])).toEqual(
      WEBHOOK_EVENTS.map((event) => [stage.t(`webhook.event.${event}`), true]),
    );
    expect(seen.button(stage.t('webhook.act'))).toBe('post /employer/webhooks');
    expect(seen.link(stage.t('webhook.docs'))).toBe('/developers#webhooks');
    expect(seen.textsOf('secret')).toEqual([]);
  });

  inEachLanguage('say what each hears of, since when and by whom', (stage) => {
    const hears = stage.t('webhook.event.certificate.revoked');
    const seen = listView(stage, page(stage, { webhooks: [{ ...webhook, hears }] }));
    const since = `${stage.translator.format.moment(LOOKED_AT)} 阿依古丽·买买提`;
    expect(seen.rows).toEqual([[webhook.url, hears, since]]);
    expect(seen.link(webhook.url)).toBe('/employer/webhooks/w1');
    expect(seen.words).not.toContain(stage.t('webhook.none'));
  });

  inEachLanguage('show the secret of a new one once', (stage) => {
    const seen = listView(stage, page(stage, { made: { url: webhook.url, secret: 'whsec_1' } }));
    expect(seen.textsOf('secret')).toEqual(['whsec_1']);
    expect(seen.words).toContain(stage.t('webhook.made_text', { url: webhook.url }));
  });

  inEachLanguage('refused keep what was typed, with each fault beside its field', (stage) => {
    const form = faultyIn(page(stage, {}, ['certificate.replaced']).form);
    const seen = listView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('url')?.value).toBe('http://<x>');
    expect(seen.controls('events').map(({ isChosen }) => isChosen)).toEqual([false, true, false]);
  });
});

describe('the messages of a webhook', () => {
  type Delivery = ShowPage['deliveries'][number];

  function delivery(stage: Stage, change: Partial<Delivery> = {}): Delivery {
    return {
      id: 'd1',
      event: 'test',
      eventWord: stage.t('webhook.event.test'),
      number: null,
      state: 'sent',
      attempts: 1,
      createdAt: LOOKED_AT,
      nextAttemptAt: LOOKED_AT,
      sentAt: null,
      status: null,
      fault: null,
      faultWord: null,
      ...change,
    };
  }

  function page(deliveries: readonly Delivery[], count = deliveries.length): ShowPage {
    return { webhook, deliveries, count, pages: pagesOf('/employer/webhooks/w1', { page: 1, size: 50, count }) };
  }

  inEachLanguage('without entries say so, and a test can be sent', (stage) => {
    const seen = view(stage, page([]));
    expect(seen.words).toContain(stage.t('webhook.log_none'));
    expect(seen.words).toContain(webhook.url);
    expect(seen.button(stage.t('webhook.test'))).toBe('post /employer/webhooks/w1/test');
    expect(seen.link(stage.t('webhook.remove'))).toBe('/employer/webhooks/w1/removal');
  });

  inEachLanguage('say in every state what became of each', (stage) => {
    const rows = DELIVERY_STATES.map((state, at) => delivery(stage, { id: `d${at}`, state, attempts: at }));
    const seen = view(stage, page(rows));
    const next = stage.t('webhook.next', { at: LOOKED_AT });
    expect(seen.rows.map((cells) => cells.slice(1, 4))).toEqual(
      DELIVERY_STATES.map((state, at) => [
        stage.translator.format.moment(LOOKED_AT),
        `${stage.t(`webhook.state.${state}`)}${state === 'pending' ? ` ${next}` : ''}`,
        String(at),
      ]),
    );
    expect(seen.buttons(stage.t('webhook.resend'))).toEqual(
      rows.map(({ id }) => `post /employer/webhooks/w1/deliveries/${id}/resending`),
    );
  });

  inEachLanguage('say what was answered, or why nothing was', (stage) => {
    const faultWord = stage.t('webhook.fault.timeout');
    const answered = delivery(stage, { number: 'JN-1', status: 500, fault: 'timeout', faultWord });
    const rows = [answered, delivery(stage, { fault: 'timeout', faultWord }), delivery(stage)];
    const seen = view(stage, page(rows, 1001));
    expect(seen.rows.map((cells) => cells[4])).toEqual(['HTTP 500', faultWord, '–']);
    expect(seen.rows[0]?.[0]).toBe(`${stage.t('webhook.event.test')} JN-1`);
    const heads = ['webhook.message', 'verification_list.at', 'webhook.state', 'webhook.attempts', 'webhook.answer'];
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual([...heads, 'list.actions'].map((head) => stage.t(head)));
    expect(seen.words).toContain(stage.t('webhook.log_count', { count: 1001 }));
    expect(seen.link(stage.t('list.next'))).toBe('/employer/webhooks/w1?page=2');
  });

  inEachLanguage('end with the webhook, after a warning', (stage) => {
    const seen = removalView(stage, { webhook });
    expect(seen.heading).toBe(stage.t('webhook.remove_title'));
    expect(seen.sections).toEqual([stage.t('webhook.remove_heading', { url: webhook.url })]);
    expect(seen.words).toContain(stage.t('webhook.remove_consequence'));
    expect(seen.button(stage.t('webhook.remove_act'))).toBe('post /employer/webhooks/w1/removal');
    expect(seen.link(stage.t('form.cancel'))).toBe('/employer/webhooks/w1');
  });
});
