import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { previewOfficeFile } from '../../src/http/preview-office.ts';

function text(path: string): string {
  const file = previewOfficeFile(path);
  assert.ok(file, `${path} is served`);
  assert.equal(file.contentType, 'text/javascript; charset=utf-8');
  return String(file.body);
}

const loaded = [
  'office.js',
  'outlook-web-16.01.js',
  'en-us/office_strings.js',
  'en-us/outlook_strings.js',
  'de-de/office_strings.js',
  'microsoft-ajax.js',
  'telemetry/oteljs_agave.js',
];

describe('office.js for the preview', () => {
  it('is the real one', () => {
    assert.match(text('office.js'), /OSF\.HostInfo|_OfficeAppFactory/);
    assert.match(text('outlook-web-16.01.js'), /olkItemSelectedChanged/);
    assert.match(text('en-us/outlook_strings.js'), /ExtensibilityStrings/);
  });

  it('names no host that a script could be fetched from', () => {
    // Links in licence comments and messages for people; nothing loads from them.
    const links = /^(docs\.microsoft\.com|go\.microsoft\.com|raw\.githubusercontent\.com|support\.microsoft\.com)$/;
    for (const path of loaded) {
      const hosts = [...text(path).matchAll(/["'(\s:]\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(
        ([, host]) => host ?? '',
      );
      assert.deepEqual(
        hosts.filter((host) => !links.test(host)),
        [],
        path,
      );
    }
    assert.ok(text('office.js').includes('"/preview/office/microsoft-ajax.js"'));
    assert.ok(text('outlook-web-16.01.js').includes('"/preview/office/microsoft-ajax.js"'));
  });

  it('comes with a stand-in for the Ajax library that office.js accepts', () => {
    const window: Record<string, unknown> = {};
    window.window = window;
    runInNewContext(text('microsoft-ajax.js'), window);
    assert.equal(
      runInNewContext(
        "typeof Sys.StringBuilder + typeof Type.registerClass + String.format('{1}{0}', 'a', 'b')",
        window,
      ),
      'functionfunctionba',
    );
    assert.equal(runInNewContext("Error.argument('x').message", window), 'argument: x');
  });

  it('is found in any case, and once more from memory', () => {
    assert.equal(text('EN-US/Office_Strings.js'), text('en-us/office_strings.js'));
    assert.equal(text('/Office.js'), text('office.js'));
  });

  it('serves no other file of the package and nothing outside of it', () => {
    for (const path of [
      '',
      '/',
      '.',
      'en-us',
      'office.d.ts',
      'excel-web-16.00.js',
      'ariatelemetry/aria-web-telemetry.js',
      '../package.json',
      'en-us/../../package.json',
      '..%2fpackage.json',
      '%2e%2e/%2e%2e/office.js',
      '..\\package.json',
      '/etc/passwd',
      'en-us/../office.js',
      'office.js\0.txt',
      'xx-yy/office_strings.js',
    ]) {
      assert.equal(previewOfficeFile(path), undefined, JSON.stringify(path));
    }
  });
});
