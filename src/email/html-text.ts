import { compile, type DomNode, type FormatCallback, type RecursiveCallback } from 'html-to-text';
import { CELL, LINK, ROW } from './mail-line.ts';

type BlockTextBuilder = Parameters<FormatCallback>[2];

const MOST_HTML = 300_000;
// Outlook nests about forty elements deep; an attacker nests until the stack ends.
const DEEPEST = 90;
// A long newsletter has some eight thousand.
const MOST_TAGS = 15_000;

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: DEEPEST, ellipsis: '' },
  formatters: { row: markedBlock(ROW), cell: markedBlock(CELL), link },
  selectors: [
    ...['script', 'style', 'head', 'title', 'iframe', 'object', 'svg', 'template', 'img'].map(skip),
    ...['[style*="display:none"]', '[style*="display: none"]', '[hidden]'].map(skip),
    { selector: 'a', format: 'link' },
    { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'tr', format: 'row' },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', format: 'block' },
  ],
});

/** The text of an HTML body as a person sees it: hidden parts, scripts and pictures left out, tables marked. */
export function htmlText(html: string): string {
  return toText(
    withFewTags(withoutBulk(html))
      .slice(0, MOST_HTML)
      .replace(/[\ue000-\ue002]/g, ''),
  );
}

/** The same without its marks and the addresses of its links: to be kept and shown. */
export function plainText(html: string): string {
  return htmlText(html)
    .replace(/\ue000[^\ue000]*\ue000/g, '')
    .replace(/[\ue000-\ue002]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withFewTags(html: string): string {
  let at = -1;
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html;
  }
  return html.slice(0, at);
}

function skip(selector: string) {
  return { selector, format: 'skip' };
}

function markedBlock(mark: string) {
  return (element: DomNode, walk: RecursiveCallback, builder: BlockTextBuilder): void => {
    builder.openBlock({ leadingLineBreaks: 1 });
    builder.addInline(mark, { noWordTransform: true });
    walk(element.children ?? [], builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
  };
}

function link(element: DomNode, walk: RecursiveCallback, builder: BlockTextBuilder): void {
  walk(element.children ?? [], builder);
  const href = String(element.attribs?.href ?? '').trim();
  if (/^https?:\/\/[^\s<>]{3,300}$/i.test(href)) builder.addLiteral(`${LINK}${href}${LINK}`);
}

/** Embedded pictures and style sheets can be most of a mail; they would use up the limit before the text begins. */
function withoutBulk(html: string): string {
  if (html.length < 20_000) return html;
  let lean = '';
  let at = 0;
  const bulk = /<style\b|<!--|\bdata:[a-z]{2,20}\/|<script\b/gi;
  for (let found = bulk.exec(html); found && lean.length < MOST_HTML; found = bulk.exec(html)) {
    lean += html.slice(at, found.index);
    at = endOfBulk(html, found.index, found[0].toLowerCase());
    bulk.lastIndex = at;
  }
  return lean + html.slice(at, at + Math.max(0, MOST_HTML - lean.length));
}

function endOfBulk(html: string, start: number, opening: string): number {
  if (opening.startsWith('data:')) {
    const rest = /["')\s>]/g;
    rest.lastIndex = start;
    return rest.exec(html)?.index ?? html.length;
  }
  const closing = opening === '<!--' ? '-->' : `</${opening.slice(1)}>`;
  const end = html.indexOf(closing, start);
  return end < 0 ? start + opening.length : end + closing.length;
}
