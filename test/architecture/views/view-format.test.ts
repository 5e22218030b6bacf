import { type Breach, type Source, source, sourcesIn } from '../sources.js';
import { describeRules, type ArchitectureRule } from '../wall.js';

const COLUMNS = 120;

/** Elements between which white space is not visible, so that each can begin on its own line. */
const BLOCKS = new Set(
  `article aside blockquote body caption circle dd defs details dialog div dl dt ellipse fieldset figcaption figure footer
  form g h1 h2 h3 h4 h5 h6 head header hr html legend li line link main meta nav ol optgroup option p path polygon
  polyline pre rect script section select source style summary table tbody td tfoot th thead title tr ul`.split(/\s+/),
);
const HANDLEBARS = /\{\{!--[^]*?--\}\}|\{\{[^{}]*\}\}/g;

function linesOf(view: Source): string[] {
  return view.text.split('\n');
}

function longLines(view: Source): Breach[] {
  return linesOf(view).flatMap((line, at) =>
    line.length > COLUMNS ? `${view.path}:${at + 1}: ${line.length} columns, at most ${COLUMNS}` : [],
  );
}

function sharedLines(view: Source): Breach[] {
  const markup = view.text.replace(HANDLEBARS, (call) => call.replace(/[^\n]/g, ' '));
  return linesOf(source(view.path, markup)).flatMap((line, at) => {
    const begun = [...line.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name!).filter((name) => BLOCKS.has(name));
    return begun.length > 1 ? `${view.path}:${at + 1}: <${begun.join('>, <')}> begin on one line` : [];
  });
}

const views = sourcesIn('views', '.hbs');
const WALLS: readonly ArchitectureRule[] = [
  {
    title: 'a line of a view has at most 120 columns',
    rule: longLines,
    checked: views,
    offenders: [
      source('views/text.hbs', `<p>${'a'.repeat(COLUMNS)}</p>`),
      source('views/call.hbs', `<p>\n  {{> page-header heading=(t "${'a'.repeat(COLUMNS)}")}}\n</p>`),
    ],
    innocents: [source('views/exact.hbs', `${'a'.repeat(COLUMNS)}\n${'b'.repeat(COLUMNS)}\n`)],
  },
  {
    title: 'at most one block element begins on a line of a view',
    rule: sharedLines,
    checked: views,
    offenders: [
      source('views/nested.hbs', '<ul><li>{{name}}</li></ul>'),
      source('views/beside.hbs', '<dl>\n  <dt>{{name}}</dt><dd>{{value}}</dd>\n</dl>'),
      source('views/block.hbs', '{{#each rows}}<tr><td>{{this}}</td>{{/each}}'),
      source('views/branches.hbs', '{{#if a}}<p>{{a}}</p>{{else}}<p>{{b}}</p>{{/if}}'),
      source('views/choice.hbs', '<select name="a"><option value="1">{{one}}</option>\n</select>'),
      source('views/picture.hbs', '<svg><rect width="1"/><rect width="2"/></svg>'),
    ],
    innocents: [
      source('views/text.hbs', '<p>{{icon "alert"}} <a href="/a"><strong>{{a}}</strong></a> <span>{{b}}</span></p>'),
      source('views/comment.hbs', '{{!-- <ul><li> --}}\n<ul>\n  <li>{{t "<p><p>"}}</li>\n</ul>'),
      source('views/value.hbs', '<label for="a">{{a}}</label> <input id="a" title="{{t "a < b"}}">'),
    ],
  },
];

describeRules(WALLS);
