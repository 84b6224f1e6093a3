import sanitize from 'sanitize-html';
import type { SafeHtml } from '../leads/email-message.ts';

/** Longer than people write; what is longer stays readable as text, and in the mailbox. */
const MOST_HTML = 200_000;
const MOST_INPUT = 2_000_000;
// A long newsletter has some eight thousand.
const MOST_TAGS = 15_000;

const COLOUR = /^(?:#[\da-f]{3,8}|rgba?\([\d\s,.%]{3,40}\)|[a-z]{3,25})$/i;
const styles = {
  color: [COLOUR],
  'background-color': [COLOUR],
  'font-weight': [/^(?:bold|normal|[1-9]00)$/],
  'font-style': [/^(?:italic|normal)$/],
  'text-align': [/^(?:left|right|center|justify|start|end)$/],
  'text-decoration': [/^(?:underline|line-through|none)$/],
};

const options: sanitize.IOptions = {
  allowedTags: (
    'a abbr address b blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins ' +
    'li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
  allowedAttributes: {
    '*': ['dir', 'lang', 'style', 'title'],
    a: ['href', 'rel', 'target'],
    font: ['color'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'type'],
    td: ['colspan', 'rowspan', 'align', 'valign'],
    th: ['colspan', 'rowspan', 'align', 'valign'],
  },
  allowedStyles: { '*': styles },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  // Pictures come from the mail's own attachments only: one from elsewhere tells its sender who reads it, and when.
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'xmp',
    'template',
    'svg',
    'math',
    'iframe',
  ],
  // Outlook nests about forty deep; an attacker until the reader gives up.
  nestingLimit: 90,
  transformTags: {
    a: (tagName, { href = '', ...attribs }) => ({
      tagName,
      // A link without a scheme would lead into the page that shows the mail.
      attribs: { ...(/^[a-z]+:/i.test(href) && { href }), ...attribs, rel: 'noopener noreferrer', target: '_blank' },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !/^cid:/i.test(attribs.src ?? ''),
};

// They make text run backwards, or letters unseen.
const MISLEADING = /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** The HTML of a mail as it may be shown: nothing runs, nothing is fetched, links say where they go. Null when too long. */
export function safeHtml(html: string): SafeHtml | null {
  if (html.length > MOST_INPUT || html.split('<', MOST_TAGS + 1).length > MOST_TAGS) return null;
  // Taken out before, that no tag hides behind them, and behind, when entities have become what they stand for.
  const safe = sanitize(html.replace(MISLEADING, ''), options).replace(MISLEADING, '').trim();
  return safe && safe.length <= MOST_HTML ? (safe as SafeHtml) : null;
}
