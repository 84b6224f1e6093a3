import assert from 'node:assert/strict';
import fc from 'fast-check';
import { safeHtml } from '../../src/email/safe-html.ts';

describe('the HTML of a mail, made safe', () => {
  const cases: [told: string, html: string, safe: string | null][] = [
    [
      'keeps what people write',
      '<p dir="rtl">Hi <b>you</b></p><ul><li>1</li></ul>',
      '<p dir="rtl">Hi <b>you</b></p><ul><li>1</li></ul>',
    ],
    [
      'runs nothing',
      '<p onclick="x()">a<script>x()</script><svg onload=x()><iframe srcdoc="<script>"></p>',
      '<p>a</p>',
    ],
    ['loads no picture from elsewhere', '<img src="https://spy.example/1.gif" alt="x">', null],
    [
      'loads no background either',
      '<p style="background:url(https://spy.example);color:red">a</p>',
      '<p style="color:red">a</p>',
    ],
    ['keeps pictures of the mail itself', '<img src="cid:1@x" alt="logo">', '<img src="cid:1@x" alt="logo" />'],
    [
      'lets links lead to places only',
      '<a href="javascript:x()">a</a>',
      '<a rel="noopener noreferrer" target="_blank">a</a>',
    ],
    ['follows no link into the app', '<a href="/api/leads">a</a><a href="//spy.example">b</a>', null],
    ['has no text that runs backwards', '<p>evil\u202egpj.exe</p>', '<p>evilgpj.exe</p>'],
    [
      'has none that runs backwards as an entity',
      '<p title="a&#x202E;b">evil&#8238;gpj.exe &ZeroWidthSpace;&NoBreak;x</p>',
      '<p title="ab">evilgpj.exe x</p>',
    ],
    ['takes no form, frame or style sheet', '<style>p{}</style><form action="x"><input value="a">b</form>', 'b'],
    [
      'sees through raw text',
      '<xmp><img src=x onerror=x()></xmp><noscript><p title="</noscript><img src=x onerror=x()>">',
      null,
    ],
  ];
  for (const [told, html, safe] of cases) {
    it(told, () => {
      const answer = safeHtml(html);
      if (safe !== null) assert.equal(answer, safe);
      assert.doesNotMatch(answer ?? '', /onerror|spy|javascript|href="\//);
    });
  }

  it('gives up on what is too long, and survives what is nested without end', () => {
    assert.equal(safeHtml('a'.repeat(3_000_000)), null);
    const deep = safeHtml('<div>'.repeat(14_000) + 'x'.repeat(10));
    assert.ok((deep?.length ?? 0) < 10_000);
    assert.equal(safeHtml('<div>'.repeat(50_000)), null);
  });

  it('lets through no tag, attribute or address that is not on its list, however the pieces fall', () => {
    const pieces = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b',
        '>',
        'a',
        '"',
        "'",
        '&lt;',
        '&#x6a;',
        '<!--',
        '-->',
        '<![CDATA[',
        '<svg>',
        '<math>',
        '</svg>',
      ],
      ...[
        '<table><td>',
        '<img src="cid:x" onerror=x()>',
        '<img src=x onerror=x()>',
        '<a href="jav&#x09;ascript:x()">',
        '<xmp>',
      ],
      ...[
        '<style>',
        '<script>',
        '</script>',
        '<noscript>',
        '<textarea>',
        '<title>',
        '<template>',
        ' onclick=x() ',
        ' style="',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const safe = safeHtml(parts.join('')) ?? '';
        for (const [tag = ''] of safe.matchAll(/<[^>]*>/g)) {
          assert.match(
            tag,
            /^<\/?(?:p|b|a|img|table|td|tr|tbody)(?: (?:src="cid:|href="https|rel|target|style)[^>]*)?(?: \/)?>$/,
          );
        }
        assert.doesNotMatch(safe.replace(/<[^>]*>/g, ''), /</);
      }),
      { numRuns: 1000 },
    );
  });
});
