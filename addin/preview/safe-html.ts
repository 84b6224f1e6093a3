import { parseHtml } from './parse-html.ts';

const kept =
  /^(a|abbr|b|blockquote|br|caption|code|div|em|h[1-6]|hr|i|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)$/;
const dropped = /^(x-.*|audio|base|embed|iframe|link|meta|object|script|style|svg|math|noscript|template|title|video)$/;

/**
 * A stranger's HTML rebuilt from harmless elements: nothing in it runs, loads or leads away. Pictures become their
 * description and links keep only their look, because the preview works without network. It goes into a frame
 * without scripts besides.
 */
export function safeHtml(html: string, target: Document): DocumentFragment {
  const fragment = target.createDocumentFragment();
  fragment.append(...rebuilt(parseHtml(html), target));
  return fragment;
}

function rebuilt(parent: Node, target: Document): Node[] {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [target.createTextNode(node.nodeValue ?? '')];
    if (!(node instanceof Element) || dropped.test(node.localName)) return [];
    if (node.localName === 'img') return [picture(node, target)];
    const inner = rebuilt(node, target);
    if (!kept.test(node.localName)) return inner;
    const copy = target.createElement(node.localName);
    copyHarmless(node, copy);
    copy.append(...inner);
    return [copy];
  });
}

function copyHarmless(from: Element, to: Element): void {
  for (const name of ['colspan', 'rowspan']) {
    const value = from.getAttribute(name);
    if (value && /^\d{1,2}$/.test(value)) to.setAttribute(name, value);
  }
  const link = from.getAttribute('href');
  if (from.localName === 'a' && link) {
    to.className = 'link';
    to.setAttribute('title', link);
  }
}

function picture(image: Element, target: Document): Element {
  const box = target.createElement('span');
  box.className = 'picture';
  box.textContent = image.getAttribute('alt') || 'Picture';
  return box;
}
