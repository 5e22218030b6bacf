import { ANSWER_VERDICTS, NOTHING_WHYS, OUTCOMES, VERIFICATION_VERDICTS } from '../../core/index.js';
import { WEBHOOK_EVENTS } from '../../webhooks/index.js';
import { ROW_STEPS, VERDICTS_NOW } from '../domain/answer-row.js';
import { LONGEST_QUESTION, MOST_ITEMS } from '../domain/verification-list.js';
import { WITHHELD } from '../domain/try-limits.js';
import { PROBLEMS } from './problem-kinds.js';

type Json = Readonly<Record<string, unknown>>;

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });
const textOrNull = (description: string, more: Json = {}): Json => ({ type: ['string', 'null'], description, ...more });
const object = (properties: Json, optional: readonly string[] = []): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Json, more: Json = {}): Json => ({ type: 'array', items, ...more });
const json = (schema: Json, example?: Json): Json => ({ 'application/json': { schema, ...(example && { example }) } });
const problems = (...statuses: readonly number[]): Json =>
  Object.fromEntries(statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]));

const question = {
  number: text('As on the certificate; case, spaces and dashes do not matter.', { maxLength: LONGEST_QUESTION }),
  name: text('The holder’s name, in Chinese or in Latin letters.', { maxLength: LONGEST_QUESTION }),
  reference: textOrNull('Yours; comes back with the answer.', { maxLength: 200 }),
};
const purpose = text('What the certificates are verified for, in one line without controls. Holders see it.', {
  minLength: 1,
  maxLength: 200,
});

const schemas: Json = {
  Question: object(question, ['reference']),
  VerificationRequest: {
    oneOf: [
      { ...object({ purpose, items: list(ref('Question'), { minItems: 1, maxItems: MOST_ITEMS }) }), title: 'Several' },
      { ...object({ purpose, ...question }, ['reference']), title: 'One' },
    ],
  },
  Checks: {
    ...object(Object.fromEntries(ROW_STEPS.map((step) => [step, ref('Outcome')]))),
    description: 'Always every step; steps that were not reached are unknown.',
  },
  Outcome: { type: 'string', enum: OUTCOMES },
  Verdict: {
    type: 'string',
    enum: ANSWER_VERDICTS,
    description:
      'notFound: no such number, a different name, or hidden by its holder; the three are not distinguished. couldNotCheck: no answer was given, see withheld.',
  },
  Withheld: {
    type: ['string', 'null'],
    enum: [...WITHHELD, null],
    description:
      'Why no answer was given. number: ten names did not match this number within 24 hours. name: ten numbers did not match this name. misses: at least 200 checks did not match, and more than did. null: answered.',
  },
  HistoryWithheld: {
    type: ['string', 'null'],
    enum: [...WITHHELD, 'altered', null],
    description:
      'As Withheld. altered: the stored line differs from the original answer, or was stored before lines were protected; verify again.',
  },
  HistoryVerdict: {
    type: 'string',
    enum: VERIFICATION_VERDICTS,
    description:
      'As in answers. Files checked on the page may also be foreign (another issuer’s, never a certificate of this academy), nothingToCheck (contains no signature or credential) or invalid (altered, or signed in another’s name).',
  },
  VerdictNow: {
    type: ['string', 'null'],
    enum: [...VERDICTS_NOW, null],
    description:
      'What is true of the certificate at the time of this request; it may differ from verdict, which is of its day. hidden: its holder hides it now. couldNotCheck: its record could not be checked. null: the answer was about no certificate.',
  },
  Reason: {
    type: ['string', 'null'],
    enum: [...NOTHING_WHYS, null],
    description:
      'For nothingToCheck: the reason, such as fileDamaged for an incomplete download, or the kind of document. ownSignedAnswer: this academy’s signed answer to a list, whose signature is correct. signedAnswer: says that it is one; no signature was checked. null in lines stored by earlier versions.',
  },
  Certificate: object({
    number: text('Its number.'),
    url: text('Its public page.', { format: 'uri' }),
    recipient: object({ name: text('As on the certificate.'), latinName: textOrNull('In Latin letters.') }),
    achievement: object({ nameZh: text('In Chinese.'), nameEn: text('In English.') }),
    issuedOn: text('Day of issue.', { format: 'date' }),
    expiresOn: textOrNull('Last day of validity; null: does not expire.', { format: 'date' }),
    reason: textOrNull('Public reason of a revocation or replacement.'),
    replacedBy: {
      oneOf: [object({ number: text('The new number.'), url: text('Its page.', { format: 'uri' }) }), { type: 'null' }],
    },
  }),
  Answer: object({
    reference: textOrNull('As sent.'),
    number: text('As sent.'),
    name: text('As sent.'),
    verdict: ref('Verdict'),
    withheld: ref('Withheld'),
    checks: ref('Checks'),
    certificate: { oneOf: [ref('Certificate'), { type: 'null' }] },
  }),
  VerificationAnswer: object({
    checkedAt: text('When.', { format: 'date-time' }),
    purpose: text('As sent.'),
    results: list(ref('Answer')),
  }),
  History: object({
    items: list(
      object({
        id: text('Id of this line.', { format: 'uuid' }),
        at: text('When.', { format: 'date-time' }),
        by: text('Channel: page, API or list.', { enum: ['page', 'api', 'batch'] }),
        askedBy: textOrNull('The key or person.'),
        number: textOrNull('As sent.'),
        name: textOrNull('As sent.'),
        verdict: ref('HistoryVerdict'),
        now: ref('VerdictNow'),
        withheld: ref('HistoryWithheld'),
        reason: ref('Reason'),
        checks: { oneOf: [ref('Checks'), { type: 'null' }] },
        purpose: textOrNull('As stated.'),
      }),
    ),
    next: textOrNull('Pass as after to read older lines; null at the end.', { format: 'uuid' }),
  }),
  Problem: {
    ...object({
      type: text('Kind of problem; the address explains it.', { format: 'uri' }),
      title: text('Name of the kind.'),
      status: { type: 'integer' },
      detail: text('Explanation of this occurrence.'),
      instance: text('Id of this occurrence; quote it when you contact us.'),
    }),
    description: 'RFC 9457 problem details.',
  },
  StatusChange: object({
    type: text('What changed.', { enum: WEBHOOK_EVENTS }),
    timestamp: text('When it changed.', { format: 'date-time' }),
    data: object({
      number: text('The certificate’s number.'),
      url: text('Its public page.', { format: 'uri' }),
      reason: textOrNull('Public reason.'),
    }),
  }),
};

const header = (description: string): Json => ({ description, schema: { type: 'string' } });

/** OpenAPI 3.1 description of the API for employers’ programs. @param origin the academy's public address */
export function openApi(origin: string): Json {
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Certificate verification',
      version: '1.0.0',
      summary: 'Verify an academy’s certificates by number and name.',
      description: `Explained at ${origin}/developers.`,
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths: {
      '/api/v1/verifications': {
        post: {
          operationId: 'verify',
          summary: `Verify one certificate, or up to ${MOST_ITEMS}`,
          description:
            'Needs the scope verifications:make. Requests are recorded: holders see who verified their certificate and for what purpose.',
          requestBody: {
            required: true,
            content: json(ref('VerificationRequest'), {
              purpose: 'Graduate recruitment 2026',
              items: [{ number: 'JITA-2026-000128-K', name: '王芳', reference: 'A-17' }],
            }),
          },
          responses: {
            200: {
              description: 'One answer for each question, in the same order.',
              content: json(ref('VerificationAnswer')),
            },
            ...problems(400, 401, 403, 413, 415, 422, 429),
          },
        },
        get: {
          operationId: 'history',
          summary: 'Earlier verifications, newest first',
          description: 'Needs the scope verifications:read.',
          parameters: [
            {
              name: 'after',
              in: 'query',
              required: false,
              description: 'Value of next in the previous response.',
              schema: { type: 'string', format: 'uuid' },
            },
          ],
          responses: {
            200: { description: 'Up to 200 lines.', content: json(ref('History')) },
            ...problems(401, 403, 422, 429),
          },
        },
      },
    },
    webhooks: {
      statusChange: {
        post: {
          operationId: 'statusChange',
          summary: 'A certificate that you verified was revoked or replaced, or has expired',
          security: [],
          parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
            name,
            in: 'header',
            required: true,
            schema: { type: 'string' },
          })),
          requestBody: { required: true, content: json(ref('StatusChange')) },
          responses: { '2XX': { description: 'Received. Any other response is retried.' } },
        },
      },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of your company, such as ita_…' },
      },
      schemas,
      responses: Object.fromEntries(
        [...new Set(PROBLEMS.map(({ status }) => status))].map((status) => [
          `Problem${status}`,
          {
            description: PROBLEMS.filter((one) => one.status === status)
              .map(({ kind }) => kind)
              .join(', '),
            content: { 'application/problem+json': { schema: ref('Problem') } },
            ...(status === 429 && { headers: { 'retry-after': header('Whole seconds to wait.') } }),
            ...(status === 401 && { headers: { 'www-authenticate': header('Bearer, with the error.') } }),
          },
        ]),
      ),
    },
  };
}
