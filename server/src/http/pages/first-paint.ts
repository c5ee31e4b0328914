import type { Expert } from '@expertconnect/contract/experts/shapes'
import { landingWords, pageTitles, skipWords } from '@expertconnect/contract/pages'
import { type Html, html } from '../../markup/html.ts'
import { brandLink } from './brand.ts'
import type { AskedList } from './first-data.ts'

// What a page shows until its code is there, which takes seconds on a slow line: real words, where the client will put
// them. The client draws over it. Its looks are in `client/src/ui/style/first-paint.css`.

const cardsOfLanding = 4
/** On a phone, above what has to be scrolled to. */
const firstSeen = 2

export function landingPaint(experts: readonly Expert[]): Html {
  const { title, emphasis, lead } = landingWords
  const heading = html`<h1>${title}<em>${emphasis}</em></h1>`
  return frame(
    html`<div class="first-hero">${heading}<p>${lead}</p></div>${cards(experts.slice(0, cardsOfLanding))}`,
  )
}

export function directoryPaint(experts: readonly Expert[], { query, category }: AskedList): Html {
  // The client writes what is looked for behind it.
  const heading = query || category ? 'Experts' : pageTitles['/experts']
  return frame(html`<div class="first-directory"><h1>${heading}</h1></div>${cards(experts)}`)
}

export function expertPaint({ name, headline, bio, photoUrl }: Expert): Html {
  const paragraphs = bio.split(/\n+/).filter((text) => text.trim() !== '')
  const head = html`<div class="first-head">${portrait(photoUrl, 132, true)}<div><h1>${name}</h1><p>${headline}</p></div></div>`
  const words = html`<div class="first-bio">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>`
  return frame(
    html`<div class="first-expert"><div class="glass">${head}${words}</div><div class="glass"></div></div>`,
  )
}

function frame(content: Html): Html {
  const bar = html`<header class="glass">${brandLink}</header>`
  const skip = html`<a class="skip-link" href="#main">${skipWords}</a>`
  return html`<div class="first">${skip}${bar}<main id="main">${content}</main></div>`
}

function cards(experts: readonly Expert[]): Html {
  const items = experts.map(
    ({ slug, name, headline, photoUrl }, index) =>
      html`<li class="glass-card">${portrait(photoUrl, 128, index < firstSeen)}<h2><a href="/experts/${slug}">${name}</a></h2><p>${headline}</p></li>`,
  )
  return html`<ul class="first-cards">${items}</ul>`
}

/**
 * After the words: a portrait is asked for once the page is laid out, and only where it is near to being seen. One that is
 * seen at once comes before the code.
 */
function portrait(photoUrl: string | null, size: number, isSeen: boolean): Html {
  if (!photoUrl) return html`<span></span>`
  const priority = isSeen ? 'high' : 'auto'
  return html`<img src="${photoUrl}" alt="" width="${size}" height="${size}" loading="lazy" fetchpriority="${priority}">`
}
