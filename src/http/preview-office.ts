import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ajaxFile = 'microsoft-ajax.js';

/**
 * The few things that office.js asks of the Microsoft Ajax library, which it would load from Microsoft's CDN. The
 * parameter checks answer "valid": they guard callers' mistakes, and the real office.js runs outside the preview.
 */
const ajaxStandIn = `(() => {
  const named = (name) => (...parts) => new Error([name, ...parts].join(': '));
  window.Type ??= Function;
  Type.registerNamespace = (path) => {
    let space = window;
    for (const part of path.split('.')) space = space[part] ??= {};
  };
  Type.registerClass = () => {};
  window.Sys = {
    StringBuilder: class {},
    Debug: { trace: () => {} },
    Browser: { agent: 'preview', InternetExplorer: 'internet-explorer' },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
  };
  Function._validateParams = () => null;
  Function._validateParameter = () => null;
  Function.createDelegate = (self, method) => (...values) => method.apply(self, values);
  for (const name of ['argument', 'argumentNull', 'argumentOutOfRange', 'argumentType', 'argumentUndefined',
    'create', 'invalidOperation', 'notImplemented', 'parameterCount']) Error[name] = named(name);
  String.format = (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (_, index) => values[index]);
})();
`;

const ajaxUrl =
  '(window.location.protocol.toLowerCase()==="https:"?"https:":"http:")+"//ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js"';
const localAjax: Substitution = [ajaxUrl, `"/preview/office/${ajaxFile}"`];

type Substitution = readonly [from: string, to: string];
const substitutions: Record<string, readonly Substitution[]> = {
  'office.js': [localAjax],
  'outlook-web-16.01.js': [
    localAjax,
    // The host must be https: relaxed, because the preview is http on this machine. That it must have the pane's own
    // host name stays checked.
    ['e=d.protocol=="https:",j="NotHttps"', 'e=c,j="NotHttps"'],
    // Outlook on the web of this release ignores the theme that newer ones pass on; the code to show it is there.
    ['a._featureGates,undefined,a._initialDisplayMode)', 'a._featureGates,a._officeTheme,a._initialDisplayMode)'],
    [
      'a[c]=OSF.OUtil.convertIntToCssHexColor(b[c]);',
      'a[c]=OSF.OUtil.convertIntToCssHexColor(b[c]);Object.assign(Office.context.officeTheme||{},a);',
    ],
  ],
};

/** A list of what may be served: it leaves no room for traversal, and none for the telemetry scripts. */
const servable = /^(office|outlook-web-16\.01|[a-z]{2,3}(-[a-z0-9]{2,4}){1,2}\/(office|outlook)_strings)\.js$/;
/** Asked for by office.js on every start; empty, it switches its telemetry off. */
const silenced = 'telemetry/oteljs_agave.js';

const texts = new Map<string, string>();

/**
 * One file of the real office.js for the preview in local mode, changed so that nothing is fetched from elsewhere.
 * `path` is what follows `/preview/office/`, in any case. Undefined when there is no such file, or when the package is
 * not installed (it is a development dependency).
 */
export function previewOfficeFile(path: string): { body: Buffer | string; contentType: string } | undefined {
  const name = path.replace(/^\//, '').toLowerCase();
  if (name === ajaxFile) return script(ajaxStandIn);
  if (name === silenced) return script('/* No telemetry in the preview. */\n');
  if (!servable.test(name)) return undefined;
  const text = texts.get(name) ?? officeText(name);
  if (text === undefined) return undefined;
  texts.set(name, text);
  return script(text);
}

function script(body: string): { body: string; contentType: string } {
  return { body, contentType: 'text/javascript; charset=utf-8' };
}

function officeText(name: string): string | undefined {
  const folder = officeFolder();
  const file = folder && fileIgnoringCase(folder, name);
  if (!file) return undefined;
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of substitutions[name] ?? []) {
    if (text.split(from).length !== 2) throw new Error(`@microsoft/office-js has changed: ${name} lacks ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

function officeFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
  } catch {
    return undefined; // Not installed: `npm install --omit=dev`, where there is no preview.
  }
}

/** office.js asks for lower-case names, while the package spells some folders and files in mixed case. */
function fileIgnoringCase(folder: string, name: string): string | undefined {
  let found = folder;
  for (const part of name.split('/')) {
    const entry = readdirSync(found).find((candidate) => candidate.toLowerCase() === part);
    if (!entry) return undefined;
    found = join(found, entry);
  }
  return found;
}
