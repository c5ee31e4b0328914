import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expertTitle } from '@expertconnect/contract/experts/expert-title'
import {
  callPages,
  kitTitle,
  notFoundTitle,
  type PagePath,
  pageTitles,
} from '@expertconnect/contract/pages'
import compression from 'compression'
import express, { type RequestHandler, type Response, type Router } from 'express'
import { Refused } from '../../base/problem.ts'
import type { Services } from '../../services/services.ts'
import { callPageHeaders } from '../guards/security.ts'
import { demandThisMachine } from '../guards/this-machine.ts'
import { headOf, type PageHead } from './page-head.ts'

/** What search engines may show of the pages that are always there. All others are somebody's own. */
const shownPages: Partial<Record<PagePath, Pick<PageHead, 'description'>>> = {
  '/': {
    description:
      'Find an expert, pick a free time in your own time zone and have a confirmed video session. No account needed.',
  },
  '/experts': {
    description: 'Search experts by name, skill or category and see who is free soonest.',
  },
  '/become-an-expert': {},
  '/privacy': {},
  '/terms': {},
}
const notFound: PageHead = { title: notFoundTitle, hidden: true }

export interface PagesOptions {
  readonly clientDir: string
  readonly directory: Services['directory']
  readonly publicUrl: () => string
  /** Only a demo on this machine shows the kit that pages are made of. */
  readonly showsKit: boolean
  readonly secure: boolean
  /** Of pages that are looked up. */
  readonly limits: readonly RequestHandler[]
}

/** The built client, served by the same server. Hashed files never change; everything else is asked for again. */
export function servePages(
  router: Router,
  { clientDir, directory, publicUrl, showsKit, secure, limits }: PagesOptions,
): void {
  const document = readFileSync(join(clientDir, 'index.html'), 'utf8')
  const [before = '', after = ''] = document.split(/<!--head-start-->[\s\S]*<!--head-end-->/)

  router.use(compression())
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  )
  // Its head is filled in page by page.
  router.get('/index.html', (_request, response) => response.redirect(301, '/'))
  router.use(express.static(clientDir, { index: false, maxAge: 0, cacheControl: true }))

  const sendPage = (response: Response, status: number, head: PageHead): void => {
    const html = before + headOf(head, publicUrl()).text + after
    // Scripts cannot read the Date of the page they are in; many devices' clocks are wrong.
    const clock = `now;desc="${new Date().toISOString()}"`
    response.status(status).set({ 'Cache-Control': 'no-cache', 'Server-Timing': clock })
    response.type('html').send(html)
  }
  for (const path of Object.keys(pageTitles) as PagePath[]) {
    const [title, shown] = [pageTitles[path], shownPages[path]]
    const head: PageHead = shown ? { title, path, ...shown } : { title, hidden: true }
    const isOfCall = callPages.some((each) => each === path)
    const guards = isOfCall ? [callPageHeaders(secure)] : []
    router.get(path, ...guards, (_request, response) => sendPage(response, 200, head))
  }

  if (showsKit) {
    router.get('/dev/ui', demandThisMachine, (_request, response) =>
      sendPage(response, 200, { title: kitTitle, hidden: true }),
    )
  }

  router.get<{ slug: string }>('/experts/:slug', ...limits, async (request, response) => {
    const slug = request.params.slug.toLowerCase()
    const expert = await directory.read(slug).catch((error: unknown) => {
      // A store that fails must not tell search engines that the expert is gone.
      if (error instanceof Refused) return null
      throw error
    })
    if (!expert) return sendPage(response, 404, notFound)
    // Typed by hand, or made of a name: one page has one address.
    if (slug !== request.params.slug) {
      const [, query] = request.originalUrl.split(/(?=\?)/)
      return response.redirect(301, `/experts/${expert.slug}${query ?? ''}`)
    }
    sendPage(response, 200, {
      title: expertTitle(expert),
      description: expert.bio.split('\n')[0] ?? expert.headline,
      path: `/experts/${expert.slug}`,
      ...(expert.photoUrl ? { image: shareImageOf(expert.photoUrl), imageAlt: expert.name } : {}),
    })
  })

  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    sendPage(response, 404, notFound)
  })
}

/** Portraits of the demo have one drawn for it; a photo of one's own serves as it is. */
function shareImageOf(photoUrl: string): string {
  return photoUrl.replace(/^(\/portraits\/.+)\.webp$/, '$1-share.jpg')
}
