import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Keys } from '../../../platform/index.js';

const MARK = 'whsec_';
const [IV, TAG] = [12, 16];

/**
 * The secrets that sign webhooks' messages (Standard Webhooks, v1:
 * HMAC-SHA256): kept encrypted, for signing needs them again.
 */
@Injectable()
export class WebhookSecret {
  private readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = Buffer.from(keys.of('webhook secrets'), 'hex');
  }

  make(): string {
    return `${MARK}${randomBytes(24).toString('base64')}`;
  }

  seal(secret: string, webhookId: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(webhookId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** The headers of one try of one message. @param at epoch milliseconds */
  headersFor(
    {
      id,
      webhookId,
      sealedSecret,
      body,
    }: { readonly id: string; readonly webhookId: string; readonly sealedSecret: Buffer; readonly body: string },
    at: number,
  ): Record<string, string> {
    const timestamp = String(Math.floor(at / 1000));
    const secret = Buffer.from(this.open(sealedSecret, webhookId).slice(MARK.length), 'base64');
    const signature = createHmac('sha256', secret).update(`msg_${id}.${timestamp}.${body}`).digest('base64');
    return {
      'content-type': 'application/json',
      'user-agent': 'it-academy-webhooks/1',
      'webhook-id': `msg_${id}`,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    };
  }

  private open(sealed: Buffer, webhookId: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, IV), { authTagLength: TAG })
      .setAAD(Buffer.from(webhookId))
      .setAuthTag(sealed.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  }
}
