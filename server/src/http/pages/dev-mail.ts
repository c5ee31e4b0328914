import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Outbox } from '../../mail/outbox.ts'
import { type Html, html } from '../html.ts'

const shown = 50

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:40rem;margin:2rem auto;' +
  'padding:0 1rem;overflow-wrap:anywhere}article{border:1px solid #8886;border-radius:12px;padding:0 1rem;' +
  'margin:1rem 0}h2{font-size:1.1rem}'
/** Nothing but this one style sheet: what stands in a mail was written by somebody else. */
const policy = `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The outbox as a page, for trying things out. It shows sign-in codes: never without `demandThisMachine`. */
export function devMail(outbox: Pick<Outbox, 'list'>): RequestHandler {
  return async (_request, response) => {
    const mails = await outbox.list(shown)
    const articles = mails.map(
      ({ at, to, subject, text }) =>
        html`<article><h2>${subject}</h2><p>To ${to}, ${at}</p><p>${linked(text)}</p></article>`,
    )
    const head = html`<meta name="viewport" content="width=device-width"><title>Mail</title><link rel="icon" href="/favicon.svg"><style>${style}</style>`
    const body = articles.length > 0 ? articles : html`<p>None yet.</p>`
    const page = html`<!doctype html><html lang="en">${head}<h1>Mail that was sent</h1>${body}</html>`
    response
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Security-Policy', policy)
      .type('html')
      .send(page.text)
  }
}

/** With its addresses as links. */
function linked(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<]+)/)
  return html`${parts.map((part, index) =>
    index % 2 === 1 ? html`<a href="${part}">${part}</a>` : brokenIntoLines(part),
  )}`
}

function brokenIntoLines(text: string): Html {
  const [first = '', ...others] = text.split('\n')
  return html`${first}${others.map((line) => html`<br>${line}`)}`
}
