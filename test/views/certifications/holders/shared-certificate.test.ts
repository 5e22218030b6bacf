import type {
  EndedPage,
  SharedPage,
} from '../../../../src/certifications/holders/web/shared-certificate.controller.js';
import { BY_VERDICT, certificateModel, certificateRow } from '../../../support/views/certificate-pages.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<SharedPage>('certifications/holders/share/show', { path: '/s/secret' });
const endedView = viewOf<EndedPage>('certifications/holders/share/ended', { path: '/s/secret' });

function page(stage: Stage, change: Partial<SharedPage> = {}, row = certificateRow()): SharedPage {
  const opened = { secret: 'secret', expiresAt: LOOKED_AT, checkedAt: LOOKED_AT };
  return { ...certificateModel(stage, row), ...opened, withFacts: true, withFiles: true, ...change };
}

describe('a shared certificate', () => {
  inEachLanguage('with everything shows facts and files, all under the address of the link', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.facts[stage.t('certificate.number')]).toBe('JN-2026-00001-K');
    expect(seen.link(stage.t('certificate.download'))).toBe('/s/secret.pdf');
    expect(seen.link(stage.t('keep.jwt'))).toBe('/s/secret.jwt');
    expect(seen.words).toContain(stage.t('share.until', { at: LOOKED_AT }));
    expect(seen.hrefs.filter((href) => href.startsWith('/c/'))).toEqual([]);
  });

  inEachLanguage('with its facts says that there are no files', (stage) => {
    const seen = view(stage, page(stage, { withFiles: false }));
    expect(seen.facts).toHaveProperty(stage.t('certificate.number'));
    expect(seen.words).toContain(stage.t('share.no_files'));
    expect(seen.hrefs.filter((href) => href.startsWith('/s/'))).toEqual([]);
    expect(seen.main.all('img')).toEqual([]);
  });

  inEachLanguage('with the verdict alone shows no fact, not even its number', (stage) => {
    const seen = view(stage, page(stage, { withFacts: false, withFiles: false }));
    expect(seen.words).toContain(stage.t('share.verdict_only'));
    expect(seen.facts).toEqual({});
    expect(seen.words).not.toContain('JN-2026-00001-K');
  });

  describe.each(['valid', 'expired', 'revoked', 'superseded'] as const)('that is %s', (verdict) => {
    inEachLanguage('says so first', (stage) => {
      const seen = view(stage, page(stage, {}, certificateRow(BY_VERDICT[verdict])));
      expect(seen.heading).toBe(`李雷 ${stage.t(`certificate.verdict_${verdict}`)}`);
      expect(seen.textsOf('callout-title')).toEqual([stage.t(`certificate.heading_${verdict}`)]);
      expect(seen.words.includes('成绩有误')).toBe(verdict === 'revoked');
    });
  });

  describe.each(['expired', 'revoked'] as const)('by a link that has %s', (state) => {
    inEachLanguage('is not shown: only that the link no longer works', (stage) => {
      const seen = endedView(stage, { state, expiresAt: LOOKED_AT });
      expect(seen.textsOf('callout-title')).toEqual([stage.t(`share.ended_${state}`)]);
      expect(seen.words).toContain(stage.t(`share.ended_${state}_text`, { at: LOOKED_AT }));
      expect(seen.words).toContain(stage.t('share.ended_says_nothing'));
      expect(seen.hrefs).toEqual(['/verify']);
    });
  });
});
