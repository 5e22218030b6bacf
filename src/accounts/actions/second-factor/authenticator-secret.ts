import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Keys, SECRET_LENGTH } from '../../../platform/index.js';

const [IV, TAG] = [12, 16];

/** The secrets of authenticator apps: stored encrypted (AES-256-GCM), as checking a code needs them again. */
@Injectable()
export class AuthenticatorSecret {
  private readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = Buffer.from(keys.of('authenticator secrets'), 'hex');
  }

  make(): Buffer {
    return randomBytes(SECRET_LENGTH);
  }

  /** @param id of the authenticator, so that no secret passes for another one's */
  seal(secret: Uint8Array, id: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(id));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** `null` if it was encrypted with another master key, or altered. */
  open(sealed: Uint8Array, id: string): Buffer | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, IV), { authTagLength: TAG })
        .setAAD(Buffer.from(id))
        .setAuthTag(sealed.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
    } catch {
      return null;
    }
  }
}
