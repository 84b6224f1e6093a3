import type { openApi } from './open-api.ts';

type Description = ReturnType<typeof openApi>;
/** By media type; bytes have no schema. */
type Content = Record<string, { schema?: object }>;
type Operation = {
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};

/** The API's description as a page to read; no script, no font, nothing from elsewhere. */
export function docsPage({ info, paths }: Description): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation as Operation)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(info.title)} API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<main>
<h1>${inHtml(info.title)} API</h1>
<p>${inHtml(info.description)}</p>
<p><a href="/openapi.json">openapi.json</a></p>
${operations.join('\n')}
</main>
</body>
</html>`;
}

function section(method: string, path: string, { summary, parameters, requestBody, responses }: Operation): string {
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${inHtml(name)}</code>${required ? ' *' : ''}</td><td>${where}</td><td><code>${inHtml(JSON.stringify(schema))}</code></td></tr>`,
  );
  const body = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => block(`Takes ${type}`, schema));
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    status === 'default'
      ? []
      : Object.entries(content).map(([type, { schema }]) => block(`Answers ${status} ${type}`, schema)),
  );
  return `<section>
<h2><code>${method.toUpperCase()} ${inHtml(path)}</code></h2>
<p>${inHtml(summary)}</p>
${rows.length ? `<table><tbody>${rows.join('')}</tbody></table>` : ''}
${[...body, ...answers].join('\n')}
</section>`;
}

function block(title: string, schema: object | undefined): string {
  if (!schema) return `<p>${inHtml(title)}</p>`;
  return `<details><summary>${inHtml(title)}</summary><pre>${inHtml(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
