import Handlebars from 'handlebars';
import { DefaultArguments, parametersOf } from '../../../../src/platform/pages/parameters.js';

const CARD = '{{!-- parameters: title note=null rows=3 --}}\n{{title}}|{{#if note}}{{note}}{{else}}-{{/if}}|{{rows}}';

function render(view: string, model: object): string {
  const environment = Handlebars.create();
  environment.registerPartial('card', CARD);
  const tree = environment.parse(view, { srcName: 'page.hbs' });
  new DefaultArguments((name) => (name === 'card' ? parametersOf(CARD, name) : null)).accept(tree);
  return environment.compile(tree, { strict: true })(model);
}

describe('parameters of a partial', () => {
  it('are read from its first line, which stays out of the page', () => {
    expect(render('{{> card title="A" note="B" rows=5}}', {})).toBe('A|B|5');
  });

  it('have their default if a call omits them', () => {
    expect(render('{{> card title="A"}}', {})).toBe('A|-|3');
  });

  it('are not read from the surrounding page', () => {
    expect(render('{{> card title="A"}}', { note: 'of the page', rows: 9 })).toBe('A|-|3');
  });

  it('have their default in a call with a block', () => {
    expect(render('{{#> card title=name}}{{/card}}', { name: 'A', note: 'of the page' })).toBe('A|-|3');
  });

  it.each([
    ['an argument that is not declared', '{{> card title="A" colour="red"}}', 'page.hbs:1: .*no parameter "colour"'],
    ['a call without a required argument', '<p>\n{{> card note="B"}}', 'page.hbs:2: .*called without "title"'],
    ['a call with a block that lacks one', '{{#> card}}{{/card}}', 'page.hbs:1: .*called without "title"'],
    ['a call inside another block', '{{#if a}}{{> card}}{{/if}}', 'page.hbs:1: .*called without "title"'],
    ['a partial that does not exist', '{{> cart title="A"}}', 'page.hbs:1: no partial "cart"'],
    ['a partial chosen at run time', '{{> (lookup . "kind")}}', 'page.hbs:1: .*called by its name'],
  ])('refuse %s', (_, view, message) => {
    expect(() => render(view, { a: true })).toThrow(new RegExp(message));
  });

  it.each([
    ['twice', 'title note=null note=3', 'parameter "note" is declared twice'],
    ['both as required and with a default', 'title title=null', 'parameter "title" is declared twice'],
    ['with a default that is not a literal', 'title note=other', 'the default of "note" is not a literal'],
  ])('are not declared %s', (_, declared, message) => {
    expect(() => parametersOf(`{{!-- parameters: ${declared} --}}\n`, 'card')).toThrow(message);
  });

  it('are none if the first line declares none', () => {
    expect(parametersOf('<p>{{title}}</p>\n{{!-- parameters: title --}}', 'card').required).toEqual([]);
  });
});
