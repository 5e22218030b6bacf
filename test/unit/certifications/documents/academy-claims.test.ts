import { claimOf, foldedName } from '../../../../src/certifications/documents/credential/academy-claims.js';
import { aCredential } from '../../../builders/issuers.js';

const ACADEMY = {
  names: ['济南信息技术学院', 'IT Academy of Jinan'],
  hosts: ['academy.example', 'old.academy.example:8443'],
};
const SELF = 'did:key:z6MkexampleexampleexampleexampleexampleexampleExample';
const claim = (changes: Record<string, unknown>, issuer: Record<string, unknown> = {}, did = SELF): string | null =>
  claimOf(
    aCredential(did, { issuer: { id: did, name: 'Riverside Evening School', ...issuer }, ...changes }),
    did,
    ACADEMY,
  );

describe('a credential of another issuer', () => {
  it.each([
    '济南信息技术学院',
    '濟南信息技術學院',
    '济 南 信 息 技 术 学 院',
    '济\u200b南信息\u2060技术学院',
    '济南信息·技术学院',
    '济南信息技术学院继续教育部',
    '济南⽂'.replace('⽂', '信息技术学院'),
    'IT Academy of Jinan',
    'it  ACADEMY of jinan',
    'ＩＴ Ａｃａｄｅｍｙ ｏｆ Ｊｉｎａｎ',
    'I.T. Academy-of-Jinan',
    'ΙТ Асаdеmу оf Јіnаn',
    'IT Ácademy of Jinan',
    'IT Academy 0f J1nan',
    '𝐈𝐓 𝐀𝐜𝐚𝐝𝐞𝐦𝐲 of Jinan',
    'IT\u00ad Academy\u3164 of Jinan',
    '\u202eIT Academy of Jinan\u202c',
    'The IT Academy of Jinan, Ltd',
    'lT Acaderny of Jinan',
    'ιτ αcаdεmγ οf jιηαη',
    'iт асаdемy of jiнan'.replace('н', 'n'),
    '|T AᏟᎪᎠᎬᎷᎩ of Jinan',
    'ꓲꓔ ꓮꓚꓮꓓꓰꓟꓬ ꓳꓝ ꓙꓲꓠꓮꓠ',
    '济南信息技朮学院',
  ])('that calls itself %j uses the academy’s name', (name) => {
    expect(claim({}, { name })).toBe('claimsName');
    expect(claim({}, { name: [{ '@value': name, '@language': 'zh' }] })).toBe('claimsName');
    expect(claim({ name: `${name} 毕业证书` })).toBe('claimsName');
  });

  it.each<[string, Record<string, unknown>]>([
    [
      'a second subject',
      { credentialSubject: [{ id: 'did:key:z1' }, { achievement: { name: '济南信息技术学院 毕业' } }] },
    ],
    [
      'one of several achievements',
      { credentialSubject: { achievement: [{ name: 'a' }, { name: '济南信息技术学院' }] } },
    ],
    ['a name written as an address', { 'https://schema.org/name': '济南信息技术学院' }],
    [
      'a creator’s name written as an address',
      { credentialSubject: { 'x#achievement': { 'x#creator': '济南信息技术学院' } } },
    ],
  ])('that uses the academy’s name in %s claims it', (_, changes) => {
    expect(claim(changes)).toBe('claimsName');
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
    ['its own address', { id: 'https://academy.example/c/EI6SQmPM7S9AGvrM2IJ51FEp7e0' }, {}, SELF],
    ['the issuer’s site', {}, { url: 'https://ACADEMY.example/' }, SELF],
    ['a site with a name before it', {}, { url: 'https://it@academy.example/about' }, SELF],
    ['an earlier site', {}, { url: 'https://old.academy.example:8443' }, SELF],
    ['a picture of the issuer’s', {}, { image: { id: 'https://academy.example/logo.png' } }, SELF],
    [
      'who made the achievement',
      { credentialSubject: { achievement: { creator: { id: 'did:web:academy.example' } } } },
      {},
      SELF,
    ],
    ['a path below the academy’s identifier', {}, {}, 'did:web:academy.example:evil'],
    ['an identifier with a port', {}, {}, 'did:web:old.academy.example%3A8443'],
  ])('uses the academy’s address as %s', (_, changes, issuer, did) => {
    expect(claim(changes, issuer, did)).toBe('claimsAddress');
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a plain one', {}, {}],
    ['a school of a like name', {}, { name: '济南技术学院' }],
    [
      'one whose holder works at the academy',
      { credentialSubject: { name: '济南信息技术学院', achievement: { name: 'Employee' } } },
      {},
    ],
    [
      'one that counts a certificate of the academy’s as evidence',
      { evidence: [{ id: 'https://academy.example/c/EI6SQmPM7S9AGvrM2IJ51FEp7e0', type: ['Evidence'] }] },
      {},
    ],
    ['one on a host that only ends alike', {}, { url: 'https://academy.example.evil.example/' }],
  ])('makes no such claim: %s', (_, changes, issuer) => {
    expect(claim(changes, issuer)).toBeNull();
  });

  it('is not blamed for the short name of an academy inside a longer one', () => {
    const of = (name: string): string | null =>
      claimOf(aCredential(SELF, { issuer: { id: SELF, name } }), SELF, { names: ['云院', 'CNA'], hosts: [] });
    expect([of('白云院线'), of('Canal Academy'), of('云 院'), of('C.N.A.')]).toEqual([
      null,
      null,
      'claimsName',
      'claimsName',
    ]);
    expect(foldedName('')).toBe('');
  });

  it('is found behind any number of other texts, and with an address inside a name or a dot behind its host', () => {
    const filler = Array.from({ length: 1_000 }, (_, at) => `text ${at}`);
    const [host] = ACADEMY.hosts;
    for (const issuer of [
      { alternateName: filler, name: ACADEMY.names[0] },
      { name: `School https://${host}/c/xyz` },
      { url: `https://${host}./` },
    ]) {
      expect(claimOf(aCredential(SELF, { issuer: { id: SELF, ...issuer } }), SELF, ACADEMY)).not.toBeNull();
    }
  });

  it('costs no more for characters that stand for eighteen others', () => {
    expect([...foldedName('\uFDFA'.repeat(100_000))].length).toBeLessThanOrEqual(600);
  });
});
