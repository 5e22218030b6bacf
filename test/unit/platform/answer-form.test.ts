import {
  answerAct,
  answerForm,
  type FormState,
  Page,
  readForm,
  refuse,
  refused,
  seeOther,
  TextField,
  withRefusals,
} from '../../../src/platform/index.js';

class NameForm {
  @TextField({ max: 5 }) name!: string;
}

// Not defined as one of the product's pages, which the architecture tests count.
const page = (filling: FormState, status = 200): Page => new Page('test/answer-form', filling, status);
const read = (name: string) => readForm(NameForm, { name }, '2026-01-01');
const again = (filling: FormState): Page => page(filling);

describe('answering a form', () => {
  it('performs the action for a valid form and continues', async () => {
    const answer = await answerForm(read('Wei'), {
      act: async ({ name }) => ({ greeting: `Hello ${name}` }),
      done: ({ greeting }, { name }) => seeOther(`/${name}/${greeting}`),
      again,
    });
    expect(answer).toEqual(seeOther('/Wei/Hello Wei'));
  });

  it('shows a form with faults again, without performing the action', async () => {
    let acted = false;
    const act = async () => (acted = true);
    const answer = await answerForm(read(''), { act, done: () => seeOther('/'), again });
    expect(acted).toBe(false);
    expect(answer).toMatchObject({ status: 422, model: { typed: { name: '' }, faults: [{ field: 'name' }] } });
    expect(answer).not.toHaveProperty('model.refusals');
  });

  it('shows a refused form again', async () => {
    const refusal = refuse('nameTaken', {}, 'name');
    const answer = await answerForm(read('Wei'), {
      act: async () => refused(refusal),
      done: () => seeOther('/'),
      again,
    });
    expect(answer).toMatchObject({ status: 422, model: { typed: { name: 'Wei' }, refusals: [refusal] } });
    expect(answer).not.toHaveProperty('model.faults');
  });

  it('shows faults together with refusals from before the form was read', async () => {
    const refusal = refuse('notAPicture', {}, 'picture');
    const failing = (name: string) =>
      answerForm(withRefusals(read(name), [refusal]), { act: async () => true, done: () => seeOther('/'), again });
    expect(await failing('')).toMatchObject({ model: { faults: [{ field: 'name' }], refusals: [refusal] } });
    expect(await failing('Wei')).toMatchObject({ status: 422, model: { faults: [], refusals: [refusal] } });
    expect(withRefusals(read('Wei'), [])).toEqual(read('Wei'));
  });

  it('keeps the status of a page that sets one', async () => {
    const answer = await answerAct(refused(refuse('tooMany')), {
      done: () => seeOther('/'),
      again: () => page({}, 429),
    });
    expect(answer).toMatchObject({ status: 429 });
  });

  it.each([
    [{ minutes: 15 }, 900],
    [{ most: 5000, hours: 3 }, 10_800],
    [{}, 86_400],
  ])('says when to try again where too many were sent: %j', async (data, retryAfter) => {
    const again = (status?: number) => () => page({}, status);
    const refusal = refused(refuse('nameTaken'), refuse('tooMany', data));
    expect(await answerAct(refusal, { done: () => seeOther('/'), again: again(429) })).toMatchObject({ retryAfter });
    expect(await answerAct(refusal, { done: () => seeOther('/'), again: again() })).toMatchObject({ retryAfter: null });
  });
});
