import type { QueryFunction, Keys } from '../../../../platform/index.js';
import { decryptSecret } from '../../../documents/index.js';
import { WebhookSecret } from '../../../webhooks/index.js';
import { encryptedKeys, encryptedWebhookSecrets } from '../../data/encrypted-secrets.js';

export interface KeyReport {
  readonly opened: number;
  /** A sentence for each secret that the master key cannot decrypt. */
  readonly faults: readonly string[];
}

/** Decrypts every stored secret; none leaves this function. */
export async function checkStoredKeys(query: QueryFunction, keys: Keys): Promise<KeyReport> {
  const secret = keys.of('issuer keys');
  const webhooks = new WebhookSecret(keys);
  const faults: string[] = [];
  let opened = 0;
  const attempt = (what: string, open: () => unknown): void => {
    try {
      open();
      opened += 1;
    } catch {
      faults.push(`The master key does not open ${what}.`);
    }
  };
  for (const { name, encrypted } of await encryptedKeys(query))
    attempt(`the signing key ${name}`, () => decryptSecret(encrypted, secret, name));
  for (const { name, encrypted } of await encryptedWebhookSecrets(query)) {
    attempt(`the secret of webhook ${name}`, () =>
      webhooks.headersFor({ id: 'check', webhookId: name, sealedSecret: encrypted, body: '' }, 0),
    );
  }
  return { opened, faults };
}
