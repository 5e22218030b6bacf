import { isoOf } from '../../../platform/clock.js';

/** Events of webhooks. `test` is sent manually and has no certificate. */
export const WEBHOOK_EVENTS = ['certificate.revoked', 'certificate.replaced', 'certificate.expired'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export const DELIVERED_EVENTS = [...WEBHOOK_EVENTS, 'test'] as const;
export type DeliveredEvent = WebhookEvent | 'test';

export const DELIVERY_STATES = ['pending', 'sending', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const MOST_WEBHOOKS = 5;
export const MOST_ATTEMPTS = 8;
const FIRST_WAIT = 30_000;

/**
 * How long after its n-th failure (from 1) a message is tried again, in milliseconds:
 * half a minute, two minutes … a day and a half.
 */
export const waitAfter = (attempts: number): number => FIRST_WAIT * 4 ** (attempts - 1);

export interface Change {
  readonly event: WebhookEvent;
  readonly number: string;
  readonly url: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: string | null;
}

/** The body of a message; it contains no holder's name. */
export function messageOf({ event, number, url, at, reason }: Change): string {
  return JSON.stringify({ type: event, timestamp: isoOf(at), data: { number, url, reason } });
}

export function testMessage(at: number): string {
  return JSON.stringify({ type: 'test', timestamp: isoOf(at), data: {} });
}

export function eventsFrom(chosen: readonly string[]): WebhookEvent[] {
  return WEBHOOK_EVENTS.filter((event) => chosen.includes(event));
}
