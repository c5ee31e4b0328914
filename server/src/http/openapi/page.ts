import { auditEndpoints } from '@expertconnect/contract/audit/endpoints'
import { blockEndpoints } from '@expertconnect/contract/blocks/endpoints'
import { boardEndpoints } from '@expertconnect/contract/boards/endpoints'
import { bookingEndpoints } from '@expertconnect/contract/bookings/endpoints'
import { feedEndpoints } from '@expertconnect/contract/calendars/feed-endpoints'
import { sourceEndpoints } from '@expertconnect/contract/calendars/source-endpoints'
import { callEndpoints } from '@expertconnect/contract/calls/endpoints'
import { endpoints } from '@expertconnect/contract/endpoints'
import { expertEndpoints } from '@expertconnect/contract/experts/endpoints'
import { messageEndpoints } from '@expertconnect/contract/messages/endpoints'
import { noteEndpoints } from '@expertconnect/contract/notes/endpoints'
import { numberEndpoints } from '@expertconnect/contract/numbers/endpoints'
import { peopleEndpoints } from '@expertconnect/contract/people/endpoints'
import { reviewEndpoints } from '@expertconnect/contract/reviews/endpoints'
import { scheduleEndpoints } from '@expertconnect/contract/schedules/endpoints'
import { type Html, html, joined } from '../../markup/html.ts'
import { brandLink } from '../pages/brand.ts'
import type { OpenApi } from './document.ts'
import type { Operation, Response } from './operation.ts'
import type { JsonSchema } from './schemas.ts'
import { typeText } from './type-text.ts'

/** The files of the client that the page looks by: none where it is not built. */
export interface Looks {
  readonly sheets: readonly string[]
  /** Chooses the theme before the first paint. */
  readonly theme: string | null
}

const calendarEndpoints = { ...feedEndpoints, ...sourceEndpoints }

const nouns = [
  {
    name: 'Experts',
    about: 'Who offers sessions: the directory, profiles, categories and applications.',
    endpoints: expertEndpoints,
  },
  {
    name: 'Reviews',
    about: 'What customers say about sessions that took place, and the answers to it.',
    endpoints: reviewEndpoints,
  },
  { name: 'Boards', about: 'Which times of an expert are free.', endpoints: boardEndpoints },
  {
    name: 'Bookings',
    about: 'Holding a time, booking it, and changing what was booked.',
    endpoints: bookingEndpoints,
  },
  {
    name: 'Schedules',
    about: 'An expert’s hours, and what they say of a time.',
    endpoints: scheduleEndpoints,
  },
  {
    name: 'Calendars',
    about: 'One’s sessions in the calendars that one has, and what experts have in others.',
    endpoints: calendarEndpoints,
  },
  { name: 'Calls', about: 'The video session of a booking.', endpoints: callEndpoints },
  {
    name: 'Notes',
    about: 'What each side keeps about a session for itself.',
    endpoints: noteEndpoints,
  },
  { name: 'Messages', about: 'The e-mails that are due to people.', endpoints: messageEndpoints },
  {
    name: 'Numbers',
    about: 'What was booked, held and paid for, over time.',
    endpoints: numberEndpoints,
  },
  {
    name: 'People',
    about: 'Signing in, and what is kept about you.',
    endpoints: peopleEndpoints,
  },
  {
    name: 'Blocks',
    about: 'Blocks by experts and administrators, and reports.',
    endpoints: blockEndpoints,
  },
  { name: 'Audit', about: 'Who changed what.', endpoints: auditEndpoints },
] as const

/** The document as a page that needs no script: all of it can be searched, linked to and printed. */
export function documentPage(api: OpenApi, looks: Looks): string {
  const found = operationsOf(api)
  const parts = nouns.map((noun) => {
    return { ...noun, own: found.filter((each) => nounOf(each) === noun.endpoints) }
  })
  const contents = parts.map(
    ({ name, own }) =>
      html`<li><a href="#${idOf(name)}">${name}</a><ul>${own.map(entry)}</ul></li>`,
  )
  const sections = parts.map(({ name, about, own }) => {
    const inside = html`<p>${about}</p>${own.map((each) => article(each, api))}`
    return html`<section aria-labelledby="${idOf(name)}"><h2 id="${idOf(name)}">${name}</h2>${inside}</section>`
  })
  const about = html`<p>${wordsOf(api.info.description)}</p><p><a href="/openapi.json">openapi.json</a>, OpenAPI ${api.openapi}</p>`
  const bar = html`<header class="bar glass">${brandLink}</header>`
  const intro = html`<div class="intro"><h1>API</h1>${about}</div>`
  const nav = html`<nav aria-label="Operations"><ul>${contents}<li><a href="#security">Who may ask</a></li><li><a href="#schemas">Shapes</a></li></ul></nav>`
  const operations = html`<div id="operations">${sections}${security(api)}${schemas(api)}</div>`
  const main = html`<main>${intro}<div class="columns">${nav}${operations}</div></main>`
  const body = html`<a class="skip" href="#operations">Skip to the operations</a>${bar}${main}`
  return html`<!doctype html><html lang="en">${headOf(looks)}<body>${body}</body></html>`.text
}

function headOf({ sheets, theme }: Looks): Html {
  const meta = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>API · ExpertConnect</title><meta name="description" content="The HTTP API of ExpertConnect, operation by operation.">`
  const links = [...sheets, '/docs.css'].map(
    (sheet) => html`<link rel="stylesheet" href="${sheet}">`,
  )
  const script = theme === null ? null : html`<script src="${theme}"></script>`
  return html`<head>${meta}<link rel="icon" href="data:,">${script}${links}</head>`
}

function nounOf({ operation: { operationId } }: Found) {
  // The files are no endpoints of the table.
  if (operationId === 'getCalendarFeed') return calendarEndpoints
  if (!(operationId in endpoints)) return bookingEndpoints
  return nouns.find((noun) => operationId in noun.endpoints)?.endpoints
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

function entry({ operation: { operationId, summary } }: Found): Html {
  return html`<li><a href="#${operationId}">${summary}</a></li>`
}

function article({ path, method, operation }: Found, api: OpenApi): Html {
  const { operationId, summary, requestBody, responses } = operation
  const answers = Object.entries(responses).map(([status, response]) =>
    answer(status, '$ref' in response ? resolve(response.$ref, api) : response),
  )
  const route = html`<span class="route"><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></span>`
  const heading = html`<summary><h3>${summary}</h3>${route}</summary>`
  const asked = html`<p>${who(operation)}</p>${parametersOf(operation)}${bodyOf(requestBody)}`
  // The name is inside: a link to it opens the operation.
  const inside = html`<div id="${operationId}">${asked}<h4>Answers</h4>${answers}</div>`
  return html`<details class="glass-card">${heading}${inside}</details>`
}

function parametersOf({ operationId, parameters = [] }: Operation): Html | null {
  if (parameters.length === 0) return null
  const rows = parameters.map(({ name, in: place, required, schema, description }) => {
    const where = html`<td>${place}${required ? null : ', optional'}</td>`
    const what = html`<td><code>${typeText(schema)}</code>${description ? html` ${wordsOf(description)}` : null}</td>`
    return html`<tr><th scope="row"><code>${name}</code></th>${where}${what}</tr>`
  })
  const heads = ['Parameter', 'Where', 'What'].map((name) => html`<th scope="col">${name}</th>`)
  const table = html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Parameters of ${operationId}">${table}</div>`
}

function bodyOf(requestBody: Operation['requestBody']): Html | null {
  if (!requestBody) return null
  const { description } = requestBody
  const words = description ? html`<p>${wordsOf(description)}</p>` : null
  return html`<h4>Send</h4>${words}${content(requestBody)}`
}

function who({ security: ways }: Operation): Html {
  const names = ways.flatMap((way) => Object.keys(way))
  if (names.length === 0) return html`For everyone.`
  const links = names.map((name) => html`<a href="#security-${name}">${name}</a>`)
  const all = joined(links, ' or ')
  const isForAll = ways.some((way) => Object.keys(way).length === 0)
  return isForAll ? html`${all}, or nobody.` : html`By ${all}.`
}

function answer(status: string, response: Response): Html {
  const isRefusal = Number(status) >= 400
  const words = wordsOf(response.description)
  if (isRefusal) return html`<p class="refusal"><b>${status}</b> ${words}</p>`
  return html`<p><b>${status}</b> ${words}</p>${content(response)}`
}

function content({ content: kinds = {} }: { readonly content?: Response['content'] }): Html[] {
  return Object.entries(kinds).map(
    ([kind, { schema }]) => html`<p><code>${kind}</code></p>${schema ? pre(schema) : null}`,
  )
}

/** Of the Markdown that descriptions may hold, ours hold code. */
function wordsOf(text: string): Html {
  const parts = text.split(/`([^`]+)`/)
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

function pre(schema: JsonSchema): Html {
  return html`<pre tabindex="0"><code>${typeText(schema)}</code></pre>`
}

function resolve($ref: string, api: OpenApi): Response {
  const response = api.components.responses[$ref.split('/').at(-1) ?? '']
  if (!response) throw new Error(`There is no ${$ref} in the document`)
  return response
}

function security({ components }: OpenApi): Html {
  const ways = Object.entries(components.securitySchemes).map(
    ([name, { description }]) =>
      html`<dt id="security-${name}"><code>${name}</code></dt><dd>${wordsOf(description)}</dd>`,
  )
  return html`<section aria-labelledby="security"><h2 id="security">Who may ask</h2><dl>${ways}</dl></section>`
}

function schemas({ components }: OpenApi): Html {
  const shapes = Object.entries(components.schemas).map(([name, schema]) => {
    const words = schema.description ? html`<p>${wordsOf(schema.description)}</p>` : null
    const inside = html`<div id="schema-${name}">${words}${pre(schema)}</div>`
    return html`<details class="glass-card"><summary><h3>${name}</h3></summary>${inside}</details>`
  })
  return html`<section aria-labelledby="schemas"><h2 id="schemas">Shapes</h2><div class="shapes">${shapes}</div></section>`
}
