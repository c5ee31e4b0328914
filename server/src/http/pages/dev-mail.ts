import { createHash } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { Refused } from '../../base/problem.ts'
import { sameText } from '../../base/tokens.ts'
import type { KeptMail, Outbox } from '../../mail/outbox.ts'
import { cookieJarOf } from '../cookie-jar.ts'
import { brokenIntoLines, type Html, html } from '../../markup/html.ts'

const shown = 50

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:44rem;margin:2rem auto;' +
  'padding:0 1rem;overflow-wrap:anywhere}article{border:1px solid #8886;border-radius:12px;padding:0 1rem;' +
  'margin:1rem 0}h2{font-size:1.1rem}fieldset{border:0;padding:0;margin:1rem 0}label{margin-inline-end:1rem}' +
  'iframe{width:100%;height:40rem;border:0;background:#fff;color-scheme:light}pre{overflow-x:auto}' +
  'fieldset:has([value=text]:checked)~iframe,fieldset:has([value=html]:checked)~.text{display:none}'
/** Nothing but this one style sheet and the mails’ own pages: what stands in a mail was written by somebody else. */
const policy =
  `default-src 'none'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ` +
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`
/** Of a mail's HTML: an origin of its own without scripts, links or loading. Mails have their styles inside. */
const policyOfMail =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox"

const daysOfKey = 30

export interface DevMail {
  readonly outbox: Pick<Outbox, 'list'>
  /** What the start prints, for whoever sits at this machine. */
  readonly key: string
}

/**
 * The outbox as pages, for trying things out. They show sign-in codes, and a proxy on this machine looks like somebody who
 * sits at it, whatever its headers say. So they open only with the key that the start prints: once in the address, from
 * then on by a cookie. Never without `demandThisMachine` either, since a foreign name can be made to lead here.
 */
export function devMailRoutes({ outbox, key }: DevMail, secure: boolean): Router {
  const router = Router()

  function isOpen(request: Request, response: Response): boolean {
    return sameText(cookieJarOf(request, response, secure).read('demo') ?? '', key)
  }

  router.get('/', (request, response, next) => {
    const given = request.query['key']
    if (typeof given !== 'string' || !sameText(given, key)) return next()
    cookieJarOf(request, response, secure).keep('demo', key, daysOfKey * 24 * 60 * 60)
    // Without the key, which shall stay in no history.
    response.setHeader('Cache-Control', 'no-store').redirect(303, '/dev/mail')
  })

  // A page that asks whether to show the way here gets no error in its console.
  router.get('/access', (request, response) => {
    response.setHeader('Cache-Control', 'no-store').json({ isOpen: isOpen(request, response) })
  })

  router.use((request, response, next) => {
    if (isOpen(request, response)) return next()
    response.status(403)
    sendHtml(response, policy, closedPage.text)
  })

  async function find<K extends 'html' | 'invite'>(id: string, part: K) {
    const mail = (await outbox.list(shown)).find((each) => each.id === id)
    const found = mail?.[part]
    if (found === undefined) throw new Refused('not_found')
    return found as NonNullable<KeptMail[K]>
  }

  router.get('/', async (_request, response) => {
    const articles = (await outbox.list(shown)).map(articleOf)
    const body = articles.length > 0 ? articles : html`<p>None yet.</p>`
    sendHtml(response, policy, pageOf('Mail that was sent', body).text)
  })

  router.get('/:id/html', async (request, response) => {
    const text = await find(request.params.id, 'html')
    // The page of mails shows it in a frame; its policy says who else may: nobody.
    response.removeHeader('X-Frame-Options')
    sendHtml(response, policyOfMail, text)
  })

  router.get('/:id/session.ics', async (request, response) => {
    const { file, method } = await find(request.params.id, 'invite')
    response
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Type', `text/calendar; charset=utf-8; method=${method}`)
      .setHeader('Content-Disposition', 'attachment; filename="session.ics"')
      .send(file)
  })

  return router
}

function pageOf(title: string, body: Html | readonly Html[]): Html {
  const head = html`<meta name="viewport" content="width=device-width"><title>Mail</title><link rel="icon" href="/favicon.svg"><style>${style}</style>`
  return html`<!doctype html><html lang="en">${head}<h1>${title}</h1>${body}</html>`
}

/** It says no more than where to look: whoever reads it may have come through a proxy. */
const closedPage = pageOf(
  'This mail is for whoever started the demo',
  html`<p>The start printed an address with a key, in the line that ends with <code>/dev/mail?key=…</code>. Please open that address: this browser then remembers the key.</p>`,
)

function sendHtml(response: Response, contentSecurityPolicy: string, text: string): void {
  response
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Security-Policy', contentSecurityPolicy)
    .type('html')
    .send(text)
}

function articleOf(mail: KeptMail): Html {
  const { id, at, to, subject, text, invite } = mail
  const words = html`<p class="text">${linked(text)}</p>`
  return html`<article><h2>${subject}</h2><p>To ${to}, ${at}</p>${bothForms(id, subject, words)}${invite && calendarPart(id, invite)}</article>`
}

/** Text first: it has links that lead somewhere. */
function bothForms(id: string, subject: string, words: Html): Html {
  const choices = ['text', 'html'].map(
    (form) =>
      html`<label><input type="radio" name="${id}" value="${form}"${form === 'text' ? html` checked` : ''}> ${form === 'text' ? 'Text' : 'HTML'}</label>`,
  )
  const frame = html`<iframe sandbox title="HTML of: ${subject}" loading="lazy" src="/dev/mail/${id}/html"></iframe>`
  return html`<fieldset>${choices}</fieldset>${words}${frame}`
}

function calendarPart(id: string, { method, file }: NonNullable<KeptMail['invite']>): Html {
  return html`<details><summary>Calendar: ${method}</summary><p><a href="/dev/mail/${id}/session.ics" download>session.ics</a></p><pre>${file}</pre></details>`
}

/** With its addresses as links. */
function linked(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<]+)/)
  return html`${parts.map((part, index) =>
    index % 2 === 1 ? html`<a href="${part}">${part}</a>` : brokenIntoLines(part),
  )}`
}
