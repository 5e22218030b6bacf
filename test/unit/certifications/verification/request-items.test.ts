import { readItems } from '../../../../src/certifications/verification/domain/request-items.js';

describe('a certificate in a request of a program', () => {
  const read = (item: object) => readItems({ purpose: '招聘', items: [{ number: 'A1', name: '王芳' }, item] });

  it('is refused with its place where controls change how its number or name reads', () => {
    const detail = 'Must not contain characters that change the order in which text is shown.';
    expect(read({ number: 'A2', name: '\u202e陈华\u202c' })).toMatchObject({
      ok: false,
      faults: [{ pointer: '/items/1/name', detail }],
    });
    expect(read({ number: '\u20662A', name: '陈华' })).toMatchObject({
      ok: false,
      faults: [{ pointer: '/items/1/number', detail }],
    });
  });

  it('is refused with its place where its number or name was decoded in another encoding', () => {
    const detail = 'Must not contain U+FFFD: the text was decoded in another encoding than its own.';
    for (const place of ['number', 'name'])
      expect(read({ number: 'A2', name: '陈华', [place]: '\ufffd\ufffdƺ' })).toMatchObject({
        ok: false,
        faults: [{ pointer: `/items/1/${place}`, detail }],
      });
  });

  it('keeps what chat programs paste', () => {
    expect(read({ number: 'A2', name: '\u200b陈\u3000华\ufeff' })).toMatchObject({ ok: true });
  });
});

describe('the purpose of a request, which holders read', () => {
  const faultsOf = (purpose: unknown) => readItems({ purpose, number: 'A1', name: '王芳' });

  it.each(['', ' \n', '\u200b', '\u2800', '\u3164', '\u202e'])(
    'is refused if nobody sees anything of it: %j',
    (purpose) => {
      expect(faultsOf(purpose)).toMatchObject({
        ok: false,
        faults: [{ pointer: '/purpose', detail: 'Say what the certificates are verified for.' }],
      });
    },
  );

  it.each(['x\u202ey', 'a\nb', 'a\u2028b', 'a\u0007', 'a\u200bb'])(
    'is refused if controls disguise it: %j',
    (purpose) => {
      expect(faultsOf(purpose)).toMatchObject({ ok: false, faults: [{ pointer: '/purpose' }] });
    },
  );

  it('is refused if it was decoded in another encoding', () => {
    expect(faultsOf('\ufffd\ufffdƺ')).toMatchObject({ ok: false, faults: [{ pointer: '/purpose' }] });
  });

  it('is kept without white space around it', () => {
    expect(faultsOf(' 招聘 2026\n')).toMatchObject({ ok: true, purpose: '招聘 2026' });
  });

  it.each([undefined, 7, 'x'.repeat(201)])('has one fault if it is no text of its length: %j', (purpose) => {
    expect(faultsOf(purpose)).toMatchObject({ ok: false, faults: [{ pointer: '/purpose' }] });
  });
});
