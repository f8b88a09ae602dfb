import { type Fragment, Html, html } from '../../shared/domain/html.ts';
import { Document, type Operation, type Schema } from './document.ts';
import { DOCS_STYLE } from './style.ts';

/**
 * The API's description as one plain page: no script, nothing loaded from elsewhere.
 * @throws ZodError where the document is not an OpenAPI document of ours.
 */
export function docsPage(openApi: unknown): string {
  const { info, paths, components } = Document.parse(openApi);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${info.title}</title>
<style>${new Html(DOCS_STYLE)}</style>
</head>
<body>
<header><h1>${info.title} <small>${info.version}</small></h1>${prose(info.description)}<p><a href="openapi.json">openapi.json</a></p></header>
<nav aria-label="Routes"><ul>${operations.map(({ method, path, operation }) => html`<li><a href="#${operation.operationId}"><b>${method}</b> ${path}</a></li>`)}</ul></nav>
<main>
${operations.map(({ method, path, operation }) => drawOperation(method, path, operation))}
<h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas).map(([name, schema]) => drawSchema(name, schema))}
</main>
</body>
</html>
`.text;
}

const drawOperation = (
  method: string,
  path: string,
  { operationId, summary, description, parameters = [], requestBody, responses }: Operation,
) =>
  html`<section id="${operationId}">
<h2><b class="method">${method}</b> <code>${path}</code></h2>
<p class="summary">${summary}</p>
${description !== undefined && prose(description)}
${
  parameters.length > 0 &&
  html`<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Description</th></tr></thead><tbody>${parameters.map(
    (p) =>
      html`<tr><td><code>${p.name}</code>${p.required === true && html` <em>required</em>`}</td><td>${p.in}</td><td>${typeOf(p.schema)}</td><td>${inline(p.description ?? p.schema.description ?? '')}${p.schema.default !== undefined && html` Without it: <code>${JSON.stringify(p.schema.default)}</code>.`}</td></tr>`,
  )}</tbody></table>`
}
${requestBody !== undefined && Object.values(requestBody.content).map(({ schema, example }) => html`<h3>Body</h3>${fields(schema)}${drawExample(example)}`)}
<table><caption>Answers</caption><tbody>${Object.entries(responses).map(
    ([status, { description: meaning, content }]) =>
      html`<tr><td><code>${status}</code></td><td>${inline(meaning)}</td><td>${Object.values(content ?? {}).map(({ schema }) => typeOf(schema))}</td></tr>`,
  )}</tbody></table>
${drawExample(responses['200']?.content?.['application/json']?.example)}
</section>
`;

const drawExample = (example: unknown): Fragment =>
  example !== undefined && html`<details><summary>Example</summary><pre>${JSON.stringify(example, null, 2)}</pre></details>`;

const drawSchema = (name: string, schema: Schema) =>
  html`<section id="schema-${name}"><h3>${name}</h3>${schema.description !== undefined && prose(schema.description)}${fields(schema)}</section>
`;

/** What a schema is made of: a table of an object's fields, one table per kind of a union, or the type in a word. */
function fields(schema: Schema): Fragment {
  const kinds = schema.oneOf ?? schema.anyOf;
  if (kinds !== undefined) return kinds.map(fields);
  if (schema.properties === undefined) return html`<p>${typeOf(schema)}</p>`;
  const rows = Object.entries(schema.properties).map(
    ([name, field]) =>
      html`<tr><td><code>${name}</code>${schema.required?.includes(name) !== true && html` <em>optional</em>`}</td><td>${typeOf(field)}</td><td>${inline(field.description ?? '')}</td></tr>`,
  );
  return rows.length > 0 && html`<table><tbody>${rows}</tbody></table>`;
}

/** A type in a few words; named ones link to where they are described. */
function typeOf(schema: Schema): Fragment {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return html`<a href="#schema-${name}">${name}</a>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum !== undefined) return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`;
  const kinds = schema.oneOf ?? schema.anyOf;
  if (kinds !== undefined) return kinds.flatMap((kind, i) => [i === 0 ? '' : ' | ', typeOf(kind)]);
  if (schema.items !== undefined) return ['list of ', typeOf(schema.items)];
  if (schema.properties !== undefined) {
    return ['{ ', Object.entries(schema.properties).map(([field, of], i) => [i === 0 ? '' : ', ', field, ': ', typeOf(of)]), ' }'];
  }
  return schema.format ?? (typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any'));
}

/** Paragraphs, `code` and **stress**: all that our descriptions use of Markdown. */
const prose = (text: string): Fragment => text.split('\n\n').map((paragraph) => html`<p>${inline(paragraph)}</p>`);

const inline = (text: string): Fragment =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`;
    return part.startsWith('**') ? html`<strong>${part.slice(2, -2)}</strong>` : part;
  });
