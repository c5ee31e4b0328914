import { callPages, pageTitles } from '@expertconnect/contract/pages'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClientFixture, makeClient } from '../../client-fixture.ts'
import { startWorld, type World } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'

let client: ClientFixture
let world: World
beforeAll(async () => {
  client = await makeClient()
  world = await startWorld({ clientDir: client.dir })
})
afterAll(async () => {
  await world.stop()
  await client.remove()
})

const get = (path: string) => rawRequest(world.url, path)
const filled = (path: string) => path.replace(':id', 'id-000001')
const ofCalls = new Set<string>(callPages)
const others = [
  ...Object.keys(pageTitles).filter((path) => !ofCalls.has(path)),
  '/experts/ada-lovelace',
  '/nothing',
  '/b/:id/call/more',
  '/practice/more',
]
const elsewhere = [
  '/api/v1/categories',
  '/docs',
  '/healthz',
  '/problems/not_found',
  '/openapi.json',
]

/** Feature by feature, who may use it. */
async function permissionsOf(path: string): Promise<Record<string, string>> {
  const { headers } = await get(filled(path))
  const lines = String(headers['permissions-policy'])
    .split(', ')
    .map((line) => line.split('='))
  return Object.fromEntries(lines) as Record<string, string>
}

async function contentPolicyOf(path: string): Promise<Record<string, string>> {
  const { headers } = await get(filled(path))
  const parts = String(headers['content-security-policy'])
    .split(';')
    .map((part) => part.trim().split(/ (.*)/s))
  return Object.fromEntries(parts.map(([name = '', value = '']) => [name, value]))
}

describe('the pages of calls', () => {
  it.each(callPages)(
    '%s may use what a call needs, itself alone, and nothing else',
    async (path) => {
      const allowed = [
        'autoplay',
        'camera',
        'display-capture',
        'fullscreen',
        'microphone',
        'picture-in-picture',
        'screen-wake-lock',
        'speaker-selection',
      ]
      for (const [feature, who] of Object.entries(await permissionsOf(path))) {
        expect([feature, who]).toEqual([feature, allowed.includes(feature) ? '(self)' : '()'])
      }
      expect(Object.keys(await permissionsOf(path))).toEqual(expect.arrayContaining(allowed))
      const { 'media-src': media, ...rest } = await contentPolicyOf(path)
      expect(media).toBe("'self' blob:")
      expect(rest).toEqual(await contentPolicyOf('/'))
    },
  )

  it.each(callPages)('%s keeps all other headers, and is found by nobody', async (path) => {
    const page = await get(filled(path))
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['x-frame-options']).toBe('DENY')
    expect(page.text).toContain('content="noindex"')
    expect(page.text).not.toContain('id-000001')
  })

  it.each(['/b/id-000001/call/', '/practice/', '/practice?x=1', '/B/id-000001/CALL'])(
    'are the same in every way to write them: %s',
    async (path) => {
      expect(await permissionsOf(path)).toEqual(await permissionsOf('/practice'))
    },
  )
})

describe('every other page', () => {
  it.each([...others, ...elsewhere])('%s may use neither camera nor screen', async (path) => {
    const permissions = await permissionsOf(path)
    expect(new Set(Object.values(permissions))).toEqual(new Set(['()']))
    expect(Object.keys(permissions).toSorted()).toEqual(
      Object.keys(await permissionsOf('/practice')).toSorted(),
    )
    expect(await contentPolicyOf(path)).not.toHaveProperty('media-src')
  })
})
