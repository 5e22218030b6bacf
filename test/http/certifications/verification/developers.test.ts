/** @database SQLite: the description of the interface, which no row changes. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { anEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, object>; readonly responses: Record<string, unknown> };
}

describe('the description of the interface', () => {
  let academy: TestAcademy;
  let description: Description;
  let fits: (schema: string, value: unknown) => string[];
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const answer = await academy.client(null).get('/api/v1/openapi.json');
    description = JSON.parse(answer.text) as Description;
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    ajv.addSchema({ $id: 'api', ...description });
    fits = (schema, value) => {
      const check = ajv.getSchema(`api#/components/schemas/${schema}`)!;
      return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    };
  });
  afterAll(() => academy.close());

  it('is OpenAPI 3.1, every reference in it leads somewhere, and every schema compiles', () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const text = JSON.stringify(description);
    for (const [, kind, name] of text.matchAll(/"#\/components\/(schemas|responses)\/(\w+)"/g))
      expect(description.components[kind as 'schemas']).toHaveProperty(name!);
    for (const name of Object.keys(description.components.schemas)) expect(() => fits(name, {})).not.toThrow();
  });

  it('describes what is really answered: verdicts, history and problems', async () => {
    const employer = await anEmployer(academy);
    const { row } = await one('王芳', 'Wang Fang');
    const headers = { authorization: `Bearer ${employer.key}`, 'content-type': 'application/json' };
    const request = {
      purpose: '校园招聘',
      items: [
        { number: row.number, name: '王芳', reference: 'A1' },
        { number: row.number, name: '别人' },
      ],
    };
    expect(fits('VerificationRequest', request)).toEqual([]);
    expect(fits('VerificationRequest', { purpose: 'x' })).not.toEqual([]);
    const answer = await academy
      .client(null)
      .request({ method: 'POST', path: '/api/v1/verifications', headers, payload: JSON.stringify(request) });
    expect(fits('VerificationAnswer', JSON.parse(answer.text))).toEqual([]);
    expect(
      fits('History', JSON.parse((await academy.client(null).get('/api/v1/verifications', headers)).text)),
    ).toEqual([]);
    const problem = await academy
      .client(null)
      .request({ method: 'POST', path: '/api/v1/verifications', headers, payload: '{}' });
    expect(fits('Problem', JSON.parse(problem.text))).toEqual([]);
    expect(description.paths['/api/v1/verifications']!['post']!.responses).toHaveProperty(String(problem.status));
  });

  it('is explained in both languages, each kind of problem under its own anchor', async () => {
    const zh = await academy.client('zh-CN').get('/developers');
    const en = await academy.client('en').get('/developers');
    expect(wordsOf(zh.text)).toContain('核验接口');
    expect(wordsOf(en.text)).toContain('Standard Webhooks');
    for (const kind of ['key-wrong', 'too-many-items', 'webhooks', 'signed-answer'])
      expect(en.text).toContain(`id="${kind}"`);
  });
});
