import Handlebars from 'handlebars';
import { Indentation } from '../../../../src/platform/pages/indentation.js';

function render(view: string, model: object = {}): string {
  const tree = Handlebars.parse(view);
  new Indentation().accept(tree);
  return Handlebars.compile(tree)(model);
}

describe('the indentation of a view', () => {
  it('is one line break in the page', () => {
    expect(render('<ul>\n  <li>\n    {{a}}\n  </li>\n\n  <li>b</li>\n</ul>\n', { a: 'a' })).toBe(
      '<ul>\n<li>\na\n</li>\n<li>b</li>\n</ul>\n',
    );
  });

  it('is one space between attributes, and none before the end of the tag', () => {
    expect(render('<a\n  class="x"\n  href="{{a}}"\n>b</a>', { a: '/a' })).toBe('<a class="x" href="/a">b</a>');
  });

  it.each([
    [true, '<input value="b" checked>'],
    [false, '<input value="b">'],
  ])('leaves no gap if an attribute depends on something that is %s', (on, html) => {
    expect(render('<input\n  value="b"\n  {{#if on}} checked{{/if}}\n>', { on })).toBe(html);
    expect(render('<input\n  value="b"\n  {{#if on}}\n    checked\n  {{/if}}\n>', { on })).toBe(html);
  });

  it('is removed at both ends of an attribute’s value', () => {
    const view = '<p\n  class="\n    a b-{{c}}\n    {{#if on}} d{{/if}} {{#if off}} e{{/if}}\n  "\n>f</p>';
    expect(render(view, { c: 1, on: true })).toBe('<p class="a b-1 d">f</p>');
  });

  it('keeps single spaces, and the content of values', () => {
    expect(render('<p>a <b>b</b> {{c}}</p><pre>{{c}}</pre>', { c: '1\n  2' })).toBe(
      '<p>a <b>b</b> 1\n  2</p><pre>1\n  2</pre>',
    );
  });
});
