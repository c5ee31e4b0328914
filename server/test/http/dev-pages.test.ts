import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'

let client: ClientFixture
let demo: World
let other: World
beforeAll(async () => {
  client = await makeClient()
  const outbox = { list: async () => [] }
  demo = await startWorld({ clientDir: client.dir, devMail: outbox, trustProxy: 1 })
  other = await startWorld({ clientDir: client.dir })
})
afterAll(async () => {
  await demo.stop()
  await other.stop()
  await client.remove()
})

describe.each([
  ['/dev/mail', 'Mail'],
  ['/dev/ui', 'The UI kit · ExpertConnect'],
])('%s', (path, title) => {
  it('is shown by a demo to its own machine, and to no search engine', async () => {
    const { status, text } = await rawRequest(demo.url, path)
    expect(status).toBe(200)
    expect(text).toContain(`<title>${title}</title>`)
    if (path === '/dev/ui') expect(text).toContain('<meta name="robots" content="noindex">')
  })

  it.each(['experts.example', 'localhost.experts.example', '10.0.0.7'])(
    'is not found under the name %s, which can be made to lead here',
    async (host) => {
      for (const headers of [{ Host: host }, { 'X-Forwarded-Host': host }]) {
        expect((await rawRequest(demo.url, path, { headers })).status).toBe(404)
      }
    },
  )

  it('is not found where the server is no demo of this machine', async () => {
    expect((await rawRequest(other.url, path)).status).toBe(404)
  })
})
