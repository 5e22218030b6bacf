import { appendToLog } from '../../../src/certifications/data/append-to-log.js';
import { leafHash } from '../../../src/certifications/log/hashing.js';
import { readCheckpoint } from '../../../src/certifications/log/checkpoint.js';
import { readEntry } from '../../../src/certifications/log/entry.js';
import { readNote, signedBy } from '../../../src/certifications/log/note.js';
import { rootByInclusion } from '../../../src/certifications/log/proving.js';
import { entriesIn } from '../../../src/certifications/log/tiles.js';
import { readTlogProof } from '../../../src/certifications/log/tlog-proof.js';
import { fingerprint } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { aLogSigner } from '../../support/log-keys.js';
import { type Row, stories } from './stories.js';

describe('the log', () => {
  let academy: TestAcademy;
  const signer = aLogSigner();
  const { one } = stories(() => academy);
  const rows: Row[] = [];
  const append = (row: Row, kind: 'issue' | 'revoke'): Promise<void> => academy.write(async (tx) => {
    await appendToLog(tx, signer, [{ certificateId: row.id, kind, credentialHash: fingerprint(row.id) }]);
    await tx.audit('story.told', { type: 'certificate', id: row.id, label: row.number });
  });

  beforeAll(async () => {
    academy = await TestAcademy.open();
    expect((await academy.client().get('/log/checkpoint')).text).toMatch(/^academy\.example\/log\n0\n47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— academy\.example\/log /);
    for (const name of ['王芳', '李娜', '张伟']) {
      const { row } = await one(name);
      rows.push(row);
      await append(row, 'issue');
    }
  });
  afterAll(() => academy.close());

  it('shows its signed head', async () => {
    const answer = await academy.client().get('/log/checkpoint');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const checkpoint = readCheckpoint(answer.text)!;
    expect(checkpoint.origin).toBe('academy.example/log');
    expect(signedBy(checkpoint.note, [signer])).toBe(signer);
  });

  it('shows its tiles and entries, which belong together', async () => {
    const client = academy.client();
    const tile = await client.get('/log/tile/0/000.p/3');
    expect([tile.headers['content-type'], tile.headers['cache-control']]).toEqual(['application/octet-stream', 'public, max-age=31536000, immutable']);
    const entries = entriesIn((await client.get('/log/tile/entries/000.p/3')).bytes);
    expect(Buffer.concat(entries.map((entry) => leafHash(entry))).equals(tile.bytes)).toBe(true);
    expect(readEntry(entries[1]!.toString())).toMatchObject({ event: 'issue', credential: fingerprint(rows[1]!.id) });
    for (const path of ['0/000', '0/000.p/200', '1/000.p/1', '0/001', '0/0', '64/000', 'entries/000', 'entries/x', 'entries/000.p/0', 'nonsense']) {
      expect([path, (await client.get(`/log/tile/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('tells nobody’s name', async () => {
    const text = (await academy.client().get('/log/tile/entries/000.p/3')).bytes.toString();
    for (const { number, token, id } of rows) for (const secret of [number, token, id, '王芳']) expect(text).not.toContain(secret);
  });

  it('proves of each certificate that it is logged', async () => {
    for (const [index, row] of rows.entries()) {
      const answer = await academy.client().get(`/c/${row.token}.tlog-proof`);
      expect(answer.status).toBe(200);
      const proof = readTlogProof(answer.text)!;
      const checkpoint = readCheckpoint(proof.checkpoint)!;
      expect(proof.index).toBe(index);
      expect(signedBy(readNote(proof.checkpoint)!, [signer])).toBe(signer);
      expect(rootByInclusion({ index, size: checkpoint.size, leaf: leafHash(proof.entry), path: proof.path })?.equals(checkpoint.root)).toBe(true);
    }
  });

  it('proves nothing that was not logged', async () => {
    const [row] = rows;
    for (const path of [`/c/${row!.token}.tlog-proof?event=revoke`, `/c/${row!.token}.tlog-proof?event=forget`, `/c/${'A'.repeat(27)}.tlog-proof`]) {
      expect((await academy.client().get(path)).status).toBe(404);
    }
  });
});
