import { parseHtml } from './parse-html.ts';

const breaking = /^(address|article|blockquote|center|dd|div|dl|dt|footer|form|h[1-6]|header|hr|p|pre|section)$/;
/** Elements in which white space is only the layout of the source. */
const framing = /^(ol|table|tbody|tfoot|thead|tr|ul)$/;
const spaced = /^(blockquote|h[1-6]|p|table|ul|ol)$/;
const skipped = /^(x-.*|base|embed|head|iframe|link|meta|object|script|style|svg|noscript|template|title)$/;

/** The plain text of an HTML mail, near to what Outlook hands out: lines kept, cells parted by tabs, links written out. */
export function textFromHtml(html: string): string {
  const text = textOf(parseHtml(html));
  return text
    .replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) {
    const betweenParts = framing.test(node.parentElement?.localName ?? '') && !node.nodeValue?.trim();
    return betweenParts ? '' : (node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' ');
  }
  if (!(node instanceof Element)) return '';
  const tag = node.localName;
  if (skipped.test(tag)) return '';
  if (tag === 'br') return '\n';
  if (tag === 'hr') return '\n________________________________\n';
  const inner = [...node.childNodes].map(textOf).join('');
  if (tag === 'td' || tag === 'th') return `${inner.trim()}\t`;
  if (tag === 'tr') return `\n${inner.replace(/\t$/, '')}`;
  if (tag === 'li') return `\n* ${inner.trim()}`;
  if (tag === 'a') return linkText(inner, node.getAttribute('href') ?? '');
  if (spaced.test(tag)) return `\n\n${inner.replace(/^\n+|\s+$/g, '')}\n\n`;
  return breaking.test(tag) ? `\n${inner}\n` : inner;
}

function linkText(inner: string, href: string): string {
  const shown = href.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
  return !/^(https?|mailto):/.test(href) || inner.includes(shown) ? inner : `${inner}<${href}>`;
}

/** The other way round: Outlook gives HTML for a text mail as well. */
export function htmlFromText(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<html><body><div class="PlainText">${escaped.replace(/\r?\n/g, '<br>\n')}</div></body></html>`;
}
