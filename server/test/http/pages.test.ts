import { pageTitles } from '@expertconnect/contract/pages'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import type { Content } from '../../src/storage/port/content.ts'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { plainContent } from '../content.ts'
import { startWorld, type World } from '../harness.ts'
import { type RawAnswer, rawRequest } from '../raw-request.ts'
import { readProblem } from './problem-check.ts'

const hostile = `</title><script>alert("1")</script> & 'O\u2019Neill' $& $1 <!--head-end-->`
const escaped =
  '&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;O\u2019Neill&#39; $&amp; $1 &lt;!--head-end--&gt;'

function content(): Content {
  const plain = plainContent()
  const [ada, bina] = plain.experts
  if (!ada || !bina) throw new Error('no experts')
  return {
    ...plain,
    experts: [
      ada,
      {
        ...ada,
        id: 'expert-mallory',
        slug: 'mallory',
        name: hostile,
        headline: hostile,
        bio: hostile,
      },
      { ...bina, bio: '話'.repeat(500) },
    ],
  }
}

let client: ClientFixture
let world: World
beforeAll(async () => {
  client = await makeClient()
  world = await startWorld({ clientDir: client.dir, content: content() })
})
afterAll(async () => {
  await world.stop()
  await client.remove()
})

function get(path: string, from = world) {
  return rawRequest(from.url, path)
}

/** The named and the property meta tags, with their text as it stands in the document. */
function metaOf({ text }: RawAnswer): Record<string, string> {
  const found = text.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}

function titleOf({ text }: RawAnswer): string {
  const titles = [...text.matchAll(/<title>(.*?)<\/title>/gs)]
  expect(titles).toHaveLength(1)
  return titles[0]?.[1] ?? ''
}

function expectPage(answer: RawAnswer, status: number): void {
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-cache')
  // A device whose clock is wrong sorts what it remembers by this one.
  expect(answer.headers['server-timing']).toMatch(/^now;desc="20\d\d-\d\d-\d\dT[\d:.]+Z"$/)
  expect(answer.text).toMatch(/^<!doctype html>.*<div id="root">.*<\/div>.*<\/html>\s*$/s)
  expect(answer.text).not.toMatch(/<!--(head|first)/)
  // Nothing but the client's own script and its data, wherever the words of a stranger stand.
  const scripts = answer.text.match(/<script[^>]*>/g) ?? []
  expect(scripts.filter((tag) => !tag.includes('"application/json"'))).toHaveLength(1)
  expect(scripts.length).toBeLessThanOrEqual(2)
}

describe('the page of an expert', () => {
  it('tells who it is to those that run no script', async () => {
    const page = await get('/experts/ada-lovelace')
    expectPage(page, 200)
    const title = 'Ada Lovelace, Engines that weave numbers · ExpertConnect'
    const description = 'I wrote the first program.'
    expect(titleOf(page)).toBe(title)
    expect(metaOf(page)).toEqual({
      description,
      'og:title': title,
      'og:site_name': 'ExpertConnect',
      'og:type': 'profile',
      'og:description': description,
      'og:url': `${world.url}/experts/ada-lovelace`,
      'og:image': expect.stringMatching(
        /\/share\/experts\/ada-lovelace\.png\?v=[\w-]{22}$/,
      ) as string,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Ada Lovelace, Engines that weave numbers',
      'twitter:card': 'summary_large_image',
    })
    expect(page.text).toContain(`<link rel="canonical" href="${world.url}/experts/ada-lovelace">`)
  })

  it('escapes whatever the expert is called', async () => {
    const page = await get('/experts/mallory')
    expectPage(page, 200)
    expect(titleOf(page)).toBe(`${escaped}, ${escaped} · ExpertConnect`)
    const meta = metaOf(page)
    expect(meta['og:title']).toBe(`${escaped}, ${escaped} · ExpertConnect`)
    expect(meta['og:image:alt']).toBe(`${escaped}, ${escaped}`)
    expect(meta['description']).toBe(escaped)
  })

  it('keeps the description short in every script', async () => {
    const meta = metaOf(await get('/experts/bina-gurung'))
    expect(meta['description']).toBe(`${'話'.repeat(199)}…`)
  })

  it('names the public address where there is one', async () => {
    const options = { clientDir: client.dir, publicUrl: 'https://experts.example' }
    const away = await startWorld(options)
    const meta = metaOf(await get('/experts/ada-lovelace', away))
    expect(meta['og:url']).toBe('https://experts.example/experts/ada-lovelace')
    expect(meta['og:image']).toMatch(/^https:\/\/experts\.example\/share\/experts\//)
    await away.stop()
  })

  it.each(['nobody', 'No%20Slug', '__proto__', '..%2f..%2fetc', '%00', 'x'.repeat(300)])(
    'is not found for %s: the client says so, with the right status',
    async (slug) => {
      const page = await get(`/experts/${slug}`)
      expectPage(page, 404)
      expect(metaOf(page)).toMatchObject({ robots: 'noindex' })
      expect(page.text).not.toContain('canonical')
    },
  )

  it('does not pass for gone while the store fails', async () => {
    const storage = await openStorage('file::memory:')
    const findBySlug = () => Promise.reject(new Error('the disk is gone'))
    const failing = { ...storage, experts: { ...storage.experts, findBySlug } }
    const ill = await startWorld({ clientDir: client.dir, storage: failing })
    const answer = await get('/experts/ada-lovelace', ill)
    expect(answer.status).toBe(500)
    readProblem(answer)
    await ill.stop()
  })
})

describe('the other pages', () => {
  it.each(Object.entries(pageTitles))('%s says what it is: %s', async (path, title) => {
    expect(titleOf(await get(path.replace(':id', 'id-000001')))).toBe(`${title} · ExpertConnect`)
  })

  it.each(['/', '/experts', '/privacy', '/terms'])('%s may be found', async (path) => {
    const page = await get(path)
    expectPage(page, 200)
    expect(titleOf(page)).toContain('ExpertConnect')
    expect(metaOf(page)).toMatchObject({ 'og:url': world.url + path, 'og:type': 'website' })
    expect(metaOf(page)['og:image']).toContain(`${world.url}/share/site.png?v=`)
    expect(metaOf(page)['robots']).toBeUndefined()
  })

  it.each(['/b/id-000001', '/b/x', '/bookings'])('%s is not for search engines', async (path) => {
    const page = await get(path)
    expectPage(page, 200)
    expect(metaOf(page)).toMatchObject({ robots: 'noindex' })
    expect(page.text).not.toContain('id-000001')
    expect(page.text).not.toContain('canonical')
  })

  it.each([
    ['/experts/Ada-Lovelace', '/experts/ada-lovelace'],
    [
      '/experts/ADA-LOVELACE?from=mail&to=//evil.example',
      '/experts/ada-lovelace?from=mail&to=//evil.example',
    ],
    ['/Experts/aDa-lovelace?', '/experts/ada-lovelace?'],
  ])('%s leads to the one address of that expert', async (path, to) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.location]).toEqual([301, to])
    expect((await get('/experts/Nobody')).status).toBe(404)
  })

  it.each(['/nothing', '/experts/ada-lovelace/nothing', '/b', '/b/id/more', '/apis', '/index.php'])(
    '%s does not exist: the client says so, with the right status',
    async (path) => {
      const page = await get(`${path}?utm=%3Cscript%3E`)
      expectPage(page, 404)
      expect(metaOf(page)).toMatchObject({ robots: 'noindex' })
    },
  )

  it('are read, never written', async () => {
    const head = await rawRequest(world.url, '/experts/ada-lovelace', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    for (const path of ['/', '/experts/ada-lovelace', '/nothing']) {
      const answer = await rawRequest(world.url, path, { method: 'POST' })
      expect(readProblem(answer).status).toBe(404)
    }
  })
})

describe('files', () => {
  it('with a hash in their name never change, others are asked for again', async () => {
    const script = await get('/assets/x-abc123.js')
    expect([script.status, script.headers['content-type']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const icon = await get('/favicon.svg')
    expect([icon.status, icon.headers['cache-control']]).toEqual([200, 'public, max-age=0'])
  })

  it.each(['/assets/x-old999.js', '/assets/', '/portraits/nobody.webp', '/portraits/'])(
    '%s is missing, and no page in its place that would be kept for a file',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers['cache-control']).toMatch(/^no-/)
    },
  )

  const climbs = ['..', '%2e%2e', '%2E.', '.%2e', '..%2f..', '..%5c..', '%252e%252e', '....//..']
  it.each(climbs.flatMap((up) => ['/', '/assets/', '/portraits/'].map((at) => at + up)))(
    'outside of their folder are not reached by %s',
    async (climb) => {
      for (const target of [
        'secret.txt',
        '../secret.txt',
        'src/main.ts',
        '../server/src/entry/main.ts',
      ]) {
        for (const slash of ['/', '%2f', '%5c']) {
          const answer = await get(climb + slash + target.replaceAll('/', slash))
          expect([400, 404]).toContain(answer.status)
          expect(answer.text).not.toContain('a secret beside the client')
          expect(answer.text).not.toContain('import ')
        }
      }
    },
  )

  it.each([
    '/.env',
    '/.git/config',
    '/assets/.hidden',
    '/portraits/%00.webp',
    '/portraits/generate',
  ])('that are nobody\u2019s business are not served: %s', async (path) =>
    expect([400, 404]).toContain((await get(path)).status),
  )
})
