import { emailPage } from '../../../src/platform/mail/email-page.js';
import { inEachLanguage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<object>('mail/email', { isPart: true });

describe('an email', () => {
  inEachLanguage('is in its own language, with paragraphs and lines as they were written', (stage) => {
    const subject = '<script>alert(1)</script>';
    const body = '阿依古丽·买买提：\n\n第一行 <b>\n第二行\n\n \n\n再见';
    const seen = view(stage, emailPage({ language: 'zh-CN', subject, body }).model);
    expect(seen.root.all('html')[0]?.attribute('lang')).toBe('zh-CN');
    expect(seen.root.all('title')[0]?.children).toEqual([subject]);
    expect(seen.root.all('p').map(({ text }) => text)).toEqual(['阿依古丽·买买提：', '第一行 <b> 第二行', '再见']);
    expect(seen.root.all('br')).toHaveLength(1);
    expect(seen.hrefs).toEqual([]);
  });

  inEachLanguage('has a line that is an address as a link, and fetches nothing', (stage) => {
    const address = 'https://x.test/verify?a=1&b=<2>';
    const body = `See:\n${address}\nor write to https://x.test today`;
    const seen = view(stage, emailPage({ language: 'en', subject: 'S', body }).model);
    expect(seen.hrefs).toEqual([address]);
    expect(seen.link(address)).toBe(address);
    expect(seen.root.all('img', 'link', 'script', 'style', 'iframe')).toEqual([]);
  });

  inEachLanguage('without words has no paragraph', (stage) => {
    expect(view(stage, emailPage({ language: 'en', subject: 'S', body: ' \n\n' }).model).root.all('p')).toEqual([]);
  });
});
