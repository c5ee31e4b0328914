import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type Response, type Router } from 'express'
import { Refused } from '../problem.ts'
import type { Services } from '../services/services.ts'
import { headOf, type PageHead } from './page-head.ts'

/** The built client, served by the same server. Hashed files never change; everything else is asked for again. */
export function servePages(
  router: Router,
  clientDir: string,
  services: Pick<Services, 'experts'>,
  publicUrl: () => string,
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
    const html = before + headOf(head, publicUrl()) + after
    response.status(status).setHeader('Cache-Control', 'no-cache').type('html').send(html)
  }
  const notFound: PageHead = { title: 'Not found · ExpertConnect', hidden: true }

  const titles: Readonly<Record<string, PageHead>> = {
    '/': {
      title: 'ExpertConnect: book a live video session with an expert',
      description:
        'Find an expert, pick a free time in your own time zone and have a confirmed video session. No account needed.',
      path: '/',
    },
    '/experts': {
      title: 'All experts · ExpertConnect',
      description: 'Search experts by name, skill or category and see who is free soonest.',
      path: '/experts',
    },
    '/bookings': { title: 'My bookings · ExpertConnect', hidden: true },
    '/sign-in': { title: 'Sign in · ExpertConnect', hidden: true },
    '/account': { title: 'Where you are signed in · ExpertConnect', hidden: true },
    '/privacy': { title: 'Privacy · ExpertConnect', path: '/privacy' },
    '/terms': { title: 'Terms · ExpertConnect', path: '/terms' },
    '/b/:id': { title: 'Your booking · ExpertConnect', hidden: true },
  }
  for (const [path, head] of Object.entries(titles)) {
    router.get(path, (_request, response) => sendPage(response, 200, head))
  }

  router.get('/experts/:slug', async (request, response) => {
    const expert = await services.experts.read(request.params.slug).catch((error: unknown) => {
      // A store that fails must not tell search engines that the expert is gone.
      if (error instanceof Refused) return null
      throw error
    })
    if (!expert) return sendPage(response, 404, notFound)
    sendPage(response, 200, {
      title: `${expert.name}, ${expert.headline} · ExpertConnect`,
      description: expert.bio.split('\n')[0] ?? expert.headline,
      path: `/experts/${expert.slug}`,
      ...(expert.photoUrl
        ? { image: expert.photoUrl.replace(/\.webp$/, '-share.jpg'), imageAlt: expert.name }
        : {}),
    })
  })

  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    sendPage(response, 404, notFound)
  })
}
