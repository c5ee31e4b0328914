import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import { photoIdOf } from '../../domain/experts/photo.ts'
import { Refused } from '../../base/problem.ts'
import { siteVersion, versionOfExpert } from '../../services/experts/share-pictures.ts'
import type { Services } from '../../services/services.ts'

interface ShareOptions {
  readonly services: Pick<Services, 'directory' | 'profiles' | 'sharePictures'>
  /** Where the portraits of the demo are. */
  readonly portraitsDir: string
  readonly limits: readonly RequestHandler[]
}

/** What is shown where somebody shares a link of ours. */
export function shareRoutes({ services, portraitsDir, limits }: ShareOptions): Router {
  const { directory, profiles, sharePictures } = services
  const router = Router()

  async function portraitAt(url: string | null): Promise<Uint8Array | null> {
    const id = photoIdOf(url)
    if (id !== null) return profiles.photo(id)
    const name = /^\/portraits\/([a-z0-9-]+\.webp)$/.exec(url ?? '')?.[1]
    return name === undefined ? null : readFile(join(portraitsDir, name)).catch(() => null)
  }

  router.get('/share/site.png', ...limits, (request, response) =>
    sendPicture(request, response, siteVersion, () => sharePictures.ofSite()),
  )

  router.get<{ file: string }>('/share/experts/:file', ...limits, async (request, response) => {
    const slug = /^([a-z0-9-]{1,80})\.png$/.exec(request.params.file)?.[1]
    if (slug === undefined) throw new Refused('not_found')
    const expert = await directory.read(slug)
    await sendPicture(request, response, versionOfExpert(expert), () =>
      sharePictures.ofExpert(expert, () => portraitAt(expert.photoUrl)),
    )
  })

  return router
}

/** Whoever has it already is told so without a stroke being drawn. */
async function sendPicture(
  request: Request,
  response: Response,
  version: string,
  read: () => Promise<Buffer>,
): Promise<void> {
  response.set({ 'Cache-Control': 'public, max-age=3600', ETag: `"${version}"` })
  if (request.fresh) return void response.status(304).end()
  const picture = await read()
  response.type('png').send(picture)
}
