import { INKS, type Mark, PAPER, type Picture } from './picture.js';

const FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** The same picture for a page: an image of its own, so it carries no script and no style sheet. */
export function svgOf(picture: Picture): string {
  const { width, height } = picture.paper ?? PAPER;
  const marks = picture.parts.flatMap((part) => part.marks.map(markOf)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escaped(FAMILY)}"><title>${escaped(picture.title)}</title>${marks}</svg>`;
}

function markOf(mark: Mark): string {
  if (mark.kind === 'path') {
    const stroke = mark.stroke === null ? '' : ` stroke="${INKS[mark.stroke]}" stroke-width="${mark.width}"`;
    return `<path d="${coarse(mark.d)}" fill="${mark.fill === null ? 'none' : INKS[mark.fill]}"${stroke}/>`;
  }
  if (mark.kind === 'image') {
    const [x, y, width, height] = [mark.x, mark.y, mark.width, mark.height].map(rounded);
    return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="data:${mark.type};base64,${Buffer.from(mark.bytes).toString('base64')}"/>`;
  }
  const turned =
    mark.turned === 0 ? '' : ` transform="rotate(${rounded(mark.turned)} ${rounded(mark.x)} ${rounded(mark.y)})"`;
  const weight = mark.weight === 'bold' ? ' font-weight="700"' : '';
  return `<text x="${rounded(mark.x)}" y="${rounded(mark.y)}" font-size="${rounded(mark.size)}" text-anchor="${mark.anchor}" fill="${INKS[mark.ink]}"${weight}${turned}>${escaped(mark.text)}</text>`;
}

/** A tenth of a point is finer than the small picture shows. */
const coarse = (d: string): string => d.replace(/(\.\d)\d+/g, '$1');

const rounded = (value: number): number => Math.round(value * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
