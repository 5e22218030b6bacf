import { createHash } from 'node:crypto';
import type { QueryFunction } from '../../../../src/platform/index.js';
import { PictureAltered, pictureOf, requiredPictures } from '../../../../src/platform/pictures/picture-of.js';

const stored = (sha256: string, bytes: Buffer): QueryFunction =>
  (() => Promise.resolve([{ sha256, type: 'image/png', bytes, width: 1, height: 1 }])) as unknown as QueryFunction;
const keyOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a picture by its key', () => {
  it('has the bytes that its key names', async () => {
    const bytes = Buffer.from('a picture');
    expect((await pictureOf(stored(keyOf(bytes), bytes), keyOf(bytes)))?.width).toBe(1);
  });

  it('is neither drawn nor signed if somebody has written other bytes', async () => {
    const key = keyOf(Buffer.from('another picture'));
    await expect(pictureOf(stored(key, Buffer.from('forged')), key)).rejects.toThrow(PictureAltered);
    await expect(pictureOf(stored(key, Buffer.from('forged')), key)).rejects.toThrow(key);
  });

  it('is not left out of pictures that are required: a missing one is refused like an altered one', async () => {
    const bytes = Buffer.from('a third picture');
    const gone = keyOf(Buffer.from('a picture that is gone'));
    const query = stored(keyOf(bytes), bytes);
    await expect(requiredPictures(query, [keyOf(bytes)])).resolves.toHaveProperty('size', 1);
    await expect(requiredPictures(query, [keyOf(bytes), gone])).rejects.toThrow(PictureAltered);
    await expect(requiredPictures(query, [keyOf(bytes), gone])).rejects.toThrow(gone);
    await expect(requiredPictures(query, [])).resolves.toHaveProperty('size', 0);
  });
});
