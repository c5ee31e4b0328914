import { escapeHtml } from '../pages/page-head.ts'
import type { OpenApi } from './document.ts'
import type { Operation, Response } from './operation.ts'
import type { JsonSchema } from './schemas.ts'
import { typeText } from './type-text.ts'

/** The document as a page that needs no script: all of it can be searched, linked to and printed. */
export function documentPage(api: OpenApi): string {
  const found = operationsOf(api)
  const parts = api.tags.map(({ name, description }) => {
    const own = found.filter(({ operation }) => operation.tags.includes(name))
    return { name, description, own }
  })
  const contents = parts.map(
    ({ name, own }) =>
      `<li><a href="#${idOf(name)}">${name}</a><ul>${own.map(entry).join('')}</ul></li>`,
  )
  const sections = parts.map(
    ({ name, description, own }) =>
      `<section aria-labelledby="${idOf(name)}"><h2 id="${idOf(name)}">${name}</h2>` +
      `<p>${wordsOf(description)}</p>${own.map((each) => article(each, api)).join('')}</section>`,
  )
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<meta name="color-scheme" content="light dark"><title>The interface · ExpertConnect</title>` +
    `<meta name="description" content="The HTTP interface of ExpertConnect, operation by operation.">` +
    `<link rel="icon" href="data:,"><link rel="stylesheet" href="/docs.css"></head><body>` +
    `<a class="skip" href="#main">Skip to the operations</a>` +
    `<header><p><a href="/">ExpertConnect</a></p><h1>The interface</h1>` +
    `<p>${wordsOf(api.info.description)}</p>` +
    `<p><a href="/openapi.json">openapi.json</a>, OpenAPI ${api.openapi}</p></header>` +
    `<div class="columns"><nav aria-label="Operations"><ul>${contents.join('')}` +
    `<li><a href="#security">Who may ask</a></li><li><a href="#schemas">Shapes</a></li></ul></nav>` +
    `<main id="main">${sections.join('')}${security(api)}${schemas(api)}</main></div></body></html>`
  )
}

interface Found {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

function operationsOf({ paths }: OpenApi): Found[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
}

function idOf(tag: string): string {
  return `part-${tag.toLowerCase()}`
}

function entry({ operation: { operationId, summary } }: Found): string {
  return `<li><a href="#${operationId}">${escapeHtml(summary)}</a></li>`
}

function article({ path, method, operation }: Found, api: OpenApi): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${place}${required ? '' : ', optional'}</td>` +
      `<td><code>${typeText(schema)}</code>${description ? ` ${wordsOf(description)}` : ''}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll" tabindex="0" role="group" aria-label="Parameters of ${operationId}"><table><thead><tr>` +
        `<th scope="col">Parameter</th><th scope="col">Where</th><th scope="col">What</th></tr></thead>` +
        `<tbody>${rows.join('')}</tbody></table></div>`
  const body = requestBody
    ? `<h4>Send</h4>${requestBody.description ? `<p>${wordsOf(requestBody.description)}</p>` : ''}${content(requestBody)}`
    : ''
  const answers = Object.entries(responses).map(([status, response]) =>
    answer(status, '$ref' in response ? resolve(response.$ref, api) : response),
  )
  return (
    `<article><h3 id="${operationId}"><a href="#${operationId}">${escapeHtml(summary)}</a></h3>` +
    `<p class="route"><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code></p>` +
    `<p>${who(operation)}</p>${table}${body}<h4>Answers</h4>${answers.join('')}</article>`
  )
}

function who({ security: ways }: Operation): string {
  const names = ways.flatMap((way) => Object.keys(way))
  if (names.length === 0) return 'For everyone.'
  const all = names.map((name) => `<a href="#security-${name}">${name}</a>`).join(' or ')
  return ways.some((way) => Object.keys(way).length === 0) ? `${all}, or nobody.` : `By ${all}.`
}

function answer(status: string, response: Response): string {
  const isRefusal = Number(status) >= 400
  const words = wordsOf(response.description)
  if (isRefusal) return `<p class="refusal"><b>${status}</b> ${words}</p>`
  return `<p><b>${status}</b> ${words}</p>${content(response)}`
}

function content({ content: kinds = {} }: { readonly content?: Response['content'] }): string {
  return Object.entries(kinds)
    .map(([kind, { schema }]) => {
      return `<p><code>${escapeHtml(kind)}</code></p>${schema ? pre(schema) : ''}`
    })
    .join('')
}

/** Of the Markdown that descriptions may hold, ours hold code. */
function wordsOf(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}

function pre(schema: JsonSchema): string {
  return `<pre tabindex="0"><code>${typeText(schema)}</code></pre>`
}

function resolve($ref: string, api: OpenApi): Response {
  const response = api.components.responses[$ref.split('/').at(-1) ?? '']
  if (!response) throw new Error(`There is no ${$ref} in the document`)
  return response
}

function security({ components }: OpenApi): string {
  const ways = Object.entries(components.securitySchemes).map(
    ([name, { description }]) =>
      `<dt id="security-${name}"><code>${name}</code></dt><dd>${wordsOf(description)}</dd>`,
  )
  return `<section aria-labelledby="security"><h2 id="security">Who may ask</h2><dl>${ways.join('')}</dl></section>`
}

function schemas({ components }: OpenApi): string {
  const shapes = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details><summary><h3>${name}</h3></summary><div id="schema-${name}">` +
      `${schema.description ? `<p>${wordsOf(schema.description)}</p>` : ''}${pre(schema)}</div></details>`,
  )
  return `<section aria-labelledby="schemas"><h2 id="schemas">Shapes</h2>${shapes.join('')}</section>`
}
