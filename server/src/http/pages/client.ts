import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type Response, type Router } from 'express'
import { Refused } from '../../base/problem.ts'
import type { Services } from '../../services/services.ts'
import { headOf, type PageHead } from './page-head.ts'

/** The built client, served by the same server. Hashed files never change; everything else is asked for again. */
export function servePages(
  router: Router,
  clientDir: string,
  services: Pick<Services, 'directory'>,
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
    const html = before + headOf(head, publicUrl()).text + after
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
    '/account': { title: 'Your account · ExpertConnect', hidden: true },
    '/become-an-expert': { title: 'Become an expert · ExpertConnect', path: '/become-an-expert' },
    '/admin': { title: 'Administration · ExpertConnect', hidden: true },
    '/admin/applications': { title: 'Applications · ExpertConnect', hidden: true },
    '/admin/bookings': { title: 'Bookings · ExpertConnect', hidden: true },
    '/admin/bookings/:id': { title: 'Booking · ExpertConnect', hidden: true },
    '/admin/categories': { title: 'Categories · ExpertConnect', hidden: true },
    '/admin/people': { title: 'People · ExpertConnect', hidden: true },
    '/admin/audit': { title: 'Audit · ExpertConnect', hidden: true },
    '/privacy': { title: 'Privacy · ExpertConnect', path: '/privacy' },
    '/terms': { title: 'Terms · ExpertConnect', path: '/terms' },
    '/desk': { title: 'Your desk · ExpertConnect', hidden: true },
    '/desk/calendar': { title: 'Calendar · ExpertConnect', hidden: true },
    '/desk/hours': { title: 'Hours · ExpertConnect', hidden: true },
    '/desk/profile': { title: 'Profile · ExpertConnect', hidden: true },
    '/desk/bookings/:id': { title: 'A session of yours · ExpertConnect', hidden: true },
    '/b/:id': { title: 'Your booking · ExpertConnect', hidden: true },
  }
  for (const [path, head] of Object.entries(titles)) {
    router.get(path, (_request, response) => sendPage(response, 200, head))
  }

  router.get('/experts/:slug', async (request, response) => {
    const expert = await services.directory.read(request.params.slug).catch((error: unknown) => {
      // A store that fails must not tell search engines that the expert is gone.
      if (error instanceof Refused) return null
      throw error
    })
    if (!expert) return sendPage(response, 404, notFound)
    sendPage(response, 200, {
      title: `${expert.name}, ${expert.headline} · ExpertConnect`,
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
