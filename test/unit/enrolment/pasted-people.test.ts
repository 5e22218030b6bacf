import { readPastedPeople, recognise } from '../../../src/enrolment/domain/pasted-people.js';

const chen = { id: '1', name: '陈晨', email: 'chen.chen@example.com', phone: '13800000001' };
const chenToo = { id: '2', name: '陈晨', email: 'chenchen2@example.com', phone: null };
const smith = { id: '3', name: 'Anna Smith', email: null, phone: '13900000002' };
const recognised = (text: string) => readPastedPeople(text).map((one) => recognise(one, [chen, chenToo, smith]));

describe('a list pasted from a spreadsheet', () => {
  test('is parsed with cells in any order, full-width digits and empty lines', () => {
    expect(readPastedPeople('陈晨\tchen.chen@EXAMPLE.com\n\n１３９０００００００２  Anna Smith\n')).toEqual([
      { line: 1, typed: '陈晨\tchen.chen@EXAMPLE.com', name: '陈晨', email: 'chen.chen@example.com', phone: null },
      { line: 3, typed: '１３９０００００００２  Anna Smith', name: 'Anna Smith', email: null, phone: '13900000002' },
    ]);
  });

  test('recognises a person by email or phone if the name agrees', () => {
    expect(recognised('陈晨,chen.chen@example.com\nAnna Smith\t139-0000-0002')).toEqual([
      { kind: 'known', person: chen },
      { kind: 'known', person: smith },
    ]);
    expect(recognised('李静,chen.chen@example.com')).toEqual([{ kind: 'unknown' }]);
  });

  test('is ambiguous where two people have the name', () => {
    expect(recognised('陈晨')).toEqual([{ kind: 'several' }]);
    expect(recognised('Anna Smith')).toEqual([{ kind: 'known', person: smith }]);
  });
});
