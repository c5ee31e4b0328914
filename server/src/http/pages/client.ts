import { join } from 'node:path'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import { expertTitle } from '@expertconnect/contract/experts/expert-title'
import { firstAsked } from '@expertconnect/contract/first-data'
import {
  callPages,
  kitTitle,
  landingWords,
  notFoundTitle,
  type PagePath,
  pageTitles,
} from '@expertconnect/contract/pages'
import { PlainDate } from '@expertconnect/contract/primitives'
import compression from 'compression'
import express, { type RequestHandler, type Router } from 'express'
import { aboutMany } from '../../base/live-memory.ts'
import { Refused } from '../../base/problem.ts'
import type { Html } from '../../markup/html.ts'
import { siteVersion, versionOfExpert } from '../../services/experts/share-pictures.ts'
import type { Services } from '../../services/services.ts'
import { callPageHeaders } from '../guards/security.ts'
import { demandThisMachine } from '../guards/this-machine.ts'
import { readDocument } from './document.ts'
import { type AskedList, directoryList, type FirstData, type FirstList } from './first-data.ts'
import { directoryPaint, expertPaint, landingPaint } from './first-paint.ts'
import { codeOf } from './page-files.ts'
import type { PageHead } from './page-head.ts'
import { packPage, sendPacked, sendPage } from './send-page.ts'

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
const siteImage = {
  path: `/share/site.png?v=${siteVersion}`,
  alt: landingWords.title + landingWords.emphasis,
}
const notFound: PageHead = { title: notFoundTitle, hidden: true }

interface ListPage {
  readonly asked: (address: Readonly<Record<string, unknown>>) => AskedList | null
  readonly paint: (experts: FirstList['experts'], asked: AskedList) => Html
}
const lists: Partial<Record<PagePath, ListPage>> = {
  '/': { asked: () => firstAsked.landing, paint: landingPaint },
  '/experts': { asked: directoryList, paint: directoryPaint },
}

export interface PagesOptions {
  readonly clientDir: string
  readonly firstData: FirstData
  readonly memory: Services['pageMemory']
  readonly publicUrl: () => string
  /** Only a demo on this machine shows the kit that pages are made of. */
  readonly showsKit: boolean
  readonly secure: boolean
  /** Of pages that are looked up. */
  readonly limits: readonly RequestHandler[]
}

/** The built client, served by the same server. Hashed files never change; everything else is asked for again. */
export function servePages(router: Router, options: PagesOptions): void {
  const { clientDir, firstData, memory, publicUrl, showsKit, secure, limits } = options
  const document = readDocument(clientDir)
  const codeFor = codeOf(clientDir, document.text)
  const plain = (about: PageHead, code: readonly Html[] = []) =>
    document.compose(about, publicUrl(), { code })

  router.use(compression())
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  )
  // Its head is filled in page by page.
  router.get('/index.html', (_request, response) => response.redirect(301, '/'))
  router.use(express.static(clientDir, { index: false, maxAge: 0, cacheControl: true }))

  for (const path of Object.keys(pageTitles) as PagePath[]) {
    const [title, shown] = [pageTitles[path], shownPages[path]]
    const about: PageHead = shown
      ? { title, path, image: siteImage, ...shown }
      : { title, hidden: true }
    const isOfCall = callPages.some((each) => each === path)
    const guards = isOfCall ? [callPageHeaders(secure)] : []
    const code = codeFor(path)
    const list = lists[path]
    if (!list) {
      router.get(path, ...guards, (_request, response) =>
        sendPage(response, 200, plain(about, code)),
      )
      continue
    }
    router.get(path, ...limits, async (request, response) => {
      const asked = list.asked(request.query)
      if (!asked) return sendPage(response, 200, plain(about, code))
      const make = async () => {
        const { experts, data } = await firstData.list(asked)
        const first = { paint: list.paint(experts, asked), data, code }
        return { expertId: aboutMany, ...packPage(document.compose(about, publicUrl(), first)) }
      }
      const page = await memory.read(`${path} ${JSON.stringify(asked)}`, make).catch(() => null)
      // Without its first data the page asks for it, and says what is wrong.
      if (page) sendPacked(request, response, page)
      else sendPage(response, 200, plain(about, code))
    })
  }

  if (showsKit) {
    router.get('/dev/ui', demandThisMachine, (_request, response) =>
      sendPage(response, 200, plain({ title: kitTitle, hidden: true })),
    )
  }

  router.get<{ slug: string }>('/experts/:slug', ...limits, async (request, response) => {
    const slug = request.params.slug.toLowerCase()
    const day = PlainDate.safeParse(request.query.day).data ?? ''
    const make = async () => {
      const { expert, data } = await firstData.expert(slug, day)
      const first = { paint: expertPaint(expert), data }
      const page = document.compose(aboutExpert(expert), publicUrl(), first)
      return { expertId: expert.id, ...packPage(page) }
    }
    const page = await memory.read(`/experts/${slug} ${day}`, make).catch((error: unknown) => {
      // A store that fails must not tell search engines that the expert is gone.
      if (error instanceof Refused) return null
      throw error
    })
    if (!page) return sendPage(response, 404, plain(notFound))
    // Typed by hand, or made of a name: one page has one address.
    if (slug !== request.params.slug) {
      const [, query] = request.originalUrl.split(/(?=\?)/)
      return response.redirect(301, `/experts/${slug}${query ?? ''}`)
    }
    sendPacked(request, response, page)
  })

  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    sendPage(response, 404, plain(notFound))
  })
}

function aboutExpert(expert: Expert): PageHead {
  return {
    title: expertTitle(expert),
    description: expert.bio.split('\n')[0] ?? expert.headline,
    path: `/experts/${expert.slug}`,
    // Those who show previews keep a picture by its address.
    image: {
      path: `/share/experts/${expert.slug}.png?v=${versionOfExpert(expert)}`,
      alt: expertTitle(expert),
    },
    isOfPerson: true,
  }
}
