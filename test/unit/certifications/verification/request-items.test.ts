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
