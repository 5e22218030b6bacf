import { credentialHash } from '../../../../src/certifications/documents/credential/signing.js';
import { IssuerKeys } from '../../../../src/certifications/index.js';
import { leafHash } from '../../../../src/certifications/log/log/hashing.js';
import { readCheckpoint } from '../../../../src/certifications/log/log/checkpoint.js';
import { readEntry } from '../../../../src/certifications/log/log/entry.js';
import { type NoteSigner, readNote, signedBy } from '../../../../src/certifications/log/log/note.js';
import { rootByInclusion } from '../../../../src/certifications/log/log/proving.js';
import { entriesIn } from '../../../../src/certifications/log/log/tiles.js';
import { readTlogProof } from '../../../../src/certifications/log/log/tlog-proof.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { signedIn } from '../../../support/people.js';
import { type Graduates, graduates } from '../graduates.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

describe('the log', () => {
  let academy: TestAcademy;
  let signer: NoteSigner;
  const { issue, certificatesOf } = certificateSteps(() => academy);
  let rows: Row[];
  let scenario: Graduates;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    expect((await academy.client().get('/log/checkpoint')).text).toMatch(
      /^academy\.example\/log\n0\n47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— academy\.example\/log /,
    );
    scenario = await graduates(academy, { names: ['王芳', '李娜', '张伟'].map((name) => ({ name })) });
    await issue(scenario);
    rows = await certificatesOf(scenario);
    signer = (await academy.app.get(IssuerKeys).ready()).log;
  }, 120_000);
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
    expect([tile.headers['content-type'], tile.headers['cache-control']]).toEqual([
      'application/octet-stream',
      'public, max-age=31536000, immutable',
    ]);
    const entries = entriesIn((await client.get('/log/tile/entries/000.p/3')).bytes);
    expect(Buffer.concat(entries.map((entry) => leafHash(entry))).equals(tile.bytes)).toBe(true);
    const credential = credentialHash((await client.get(`/c/${rows[1]!.token}.json`)).text);
    expect(
      entries.map((entry) => readEntry(entry.toString())).filter((entry) => entry?.credential === credential),
    ).toMatchObject([{ event: 'issue' }]);
    for (const path of [
      '0/000',
      '0/000.p/200',
      '1/000.p/1',
      '0/001',
      '0/0',
      '64/000',
      'entries/000',
      'entries/x',
      'entries/000.p/0',
      'nonsense',
    ]) {
      expect([path, (await client.get(`/log/tile/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('tells nobody’s name', async () => {
    const text = (await academy.client().get('/log/tile/entries/000.p/3')).bytes.toString();
    for (const { number, token, id } of rows)
      for (const secret of [number, token, id, '王芳']) expect(text).not.toContain(secret);
  });

  it('proves of each certificate that it is logged', async () => {
    const places = new Set<number>();
    for (const row of rows) {
      const answer = await academy.client().get(`/c/${row.token}.tlog-proof`);
      expect(answer.status).toBe(200);
      const proof = readTlogProof(answer.text)!;
      const checkpoint = readCheckpoint(proof.checkpoint)!;
      const { index } = proof;
      places.add(index);
      expect(readEntry(proof.entry.toString())?.credential).toBe(
        credentialHash((await academy.client().get(`/c/${row.token}.json`)).text),
      );
      expect(signedBy(readNote(proof.checkpoint)!, [signer])).toBe(signer);
      expect(
        rootByInclusion({ index, size: checkpoint.size, leaf: leafHash(proof.entry), path: proof.path })?.equals(
          checkpoint.root,
        ),
      ).toBe(true);
    }
    expect(places).toEqual(new Set([0, 1, 2]));
  });

  it('proves nothing by the address of a certificate while its holder hides it', async () => {
    const holder = await signedIn(academy, scenario.trainees[0]!);
    const list = (await holder.get('/my/certificates')).text;
    const row = rows.find(({ id }) => list.includes(`/my/certificates/${id}`))!;
    const path = `/my/certificates/${row.id}`;
    const statusOf = async (kind: string): Promise<number> =>
      (await academy.client().get(`/c/${row.token}.${kind}`)).status;
    for (const [act, status] of [
      ['hiding', 404],
      ['showing', 200],
    ] as const) {
      await holder.submit(`${path}/${act}`, {}, path);
      for (const kind of ['json', 'tlog-proof']) expect([act, kind, await statusOf(kind)]).toEqual([act, kind, status]);
    }
  });

  it('proves nothing that was not logged', async () => {
    const [row] = rows;
    for (const path of [
      `/c/${row!.token}.tlog-proof?event=revoke`,
      `/c/${row!.token}.tlog-proof?event=forget`,
      `/c/${'A'.repeat(27)}.tlog-proof`,
    ]) {
      expect((await academy.client().get(path)).status).toBe(404);
    }
  });

  it.each([
    [
      'its head',
      'log_head',
      `checkpoint = 'evil.example/log' || SUBSTR(checkpoint, 20)`,
      ['checkpoint', 'tile/0/000.p/3'],
    ],
    ['a hash', 'log_hash', `hash = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`, ['tile/0/000.p/3']],
    ['an entry', 'log_entry', `text = REPLACE(text, '"issue"', '"revoke"')`, ['tile/entries/000.p/1']],
  ])('is not shown where %s was altered in the database', async (_what, table, change, paths) => {
    const { write } = academy.connections;
    const enable = await disableTriggers(academy, [table]);
    await write.query(`CREATE TABLE kept AS SELECT * FROM ${table}`);
    await write.query(`UPDATE ${table} SET ${change}`);
    try {
      for (const path of paths)
        expect([path, (await academy.client().get(`/log/${path}`)).status]).toEqual([path, 503]);
      expect((await academy.client().get(`/c/${rows[0]!.token}.tlog-proof`)).status).toBe(503);
    } finally {
      await write.query(`DELETE FROM ${table}`);
      await write.query(`INSERT INTO ${table} SELECT * FROM kept`);
      await write.query('DROP TABLE kept');
      await enable();
      academy.takeErrors();
    }
    // A log that did not hold is read again after a minute.
    academy.clock.moveTo(academy.clock.now() + 61_000);
    for (const path of paths) expect((await academy.client().get(`/log/${path}`)).status).toBe(200);
  });
});
