const alone = /<(base|embed|link|meta)\b[^>]*>/gi;
const active = /<(\/?)(iframe|object|script|style|svg)\b/gi;
const handlers = /(\s)(on[a-z]+|style)(?=\s*=)/gi;

/**
 * A stranger's HTML as a tree in which nothing runs or loads. Scripts, styles and their like are removed or renamed
 * beforehand, not for safety but for quiet: the tree inherits this page's Content-Security-Policy, and the browser
 * would report each of them as a violation.
 */
export function parseHtml(html: string): HTMLElement {
  const quiet = html
    .replace(alone, '')
    .replace(active, '<$1x-$2')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(handlers, '$1data-$2'));
  return new DOMParser().parseFromString(quiet, 'text/html').body;
}
