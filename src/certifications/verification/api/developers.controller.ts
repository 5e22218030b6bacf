import { Controller, Get, Inject } from '@nestjs/common';
import { CONFIG, type Config, definePage, FileAnswer, OpenToAll, type Page } from '../../../platform/index.js';
import { ANSWER_VERDICTS, VERIFICATION_VERDICTS } from '../../core/index.js';
import { openApi } from './openapi.js';
import { PROBLEMS } from './problem-kinds.js';

export interface DevelopersPage {
  readonly origin: string;
  readonly request: string;
  readonly answer: string;
  readonly message: string;
  readonly verdicts: readonly string[];
  readonly fileVerdicts: readonly string[];
  readonly problems: readonly { readonly kind: string; readonly status: number }[];
}

const page = definePage<DevelopersPage>('certifications/verification/developers/show');

/** Verdicts about files only; programs see them in the history. */
const VERDICTS_OF_FILES = VERIFICATION_VERDICTS.filter((verdict) => !ANSWER_VERDICTS.some((one) => one === verdict));

const EXAMPLE = {
  request: { purpose: '2026 校园招聘', items: [{ number: 'JITA-2026-000128-K', name: '王芳', reference: 'A-17' }] },
  message: {
    type: 'certificate.revoked',
    timestamp: '2026-03-02T01:00:00Z',
    data: { number: 'JITA-2026-000128-K', url: '/c/…', reason: '…' },
  },
};

/** API documentation for employers: OpenAPI, and a page for developers. */
@Controller()
@OpenToAll()
export class DevelopersController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('api/v1/openapi.json')
  description(): FileAnswer {
    return new FileAnswer(
      JSON.stringify(openApi(this.config.publicUrl), null, 2),
      'application/vnd.oai.openapi+json; version=3.1',
      { cache: 'public, max-age=300' },
    );
  }

  @Get('developers')
  show(): Page {
    const origin = this.config.publicUrl;
    const answer = {
      checkedAt: '2026-03-02T01:00:00Z',
      purpose: EXAMPLE.request.purpose,
      results: [
        {
          reference: 'A-17',
          number: 'JITA-2026-000128-K',
          name: '王芳',
          verdict: 'valid',
          checks: { number: 'ok', register: 'ok', notRevoked: 'ok', notReplaced: 'ok', notExpired: 'ok' },
          certificate: {
            number: 'JITA-2026-000128-K',
            url: `${origin}/c/…`,
            recipient: { name: '王芳', latinName: 'Wang Fang' },
            achievement: { nameZh: '云计算管理员', nameEn: 'Cloud Administrator' },
            issuedOn: '2026-01-16',
            expiresOn: '2028-01-16',
            reason: null,
            replacedBy: null,
          },
        },
      ],
    };
    const shown = (value: object): string => JSON.stringify(value, null, 2);
    const request = `curl ${origin}/api/v1/verifications \\\n  -H "Authorization: Bearer ita_…" -H "Content-Type: application/json" \\\n  -d '${JSON.stringify(EXAMPLE.request)}'`;
    return page({
      origin,
      request,
      answer: shown(answer),
      message: shown({ ...EXAMPLE.message, data: { ...EXAMPLE.message.data, url: `${origin}/c/…` } }),
      problems: PROBLEMS,
      verdicts: ANSWER_VERDICTS,
      fileVerdicts: VERDICTS_OF_FILES,
    });
  }
}
