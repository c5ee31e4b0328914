import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTokens } from '../../src/base/tokens.ts'
import type { KeptMail } from '../../src/mail/outbox.ts'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'

const evil = '<script>alert(1)</script>'
const kept: readonly KeptMail[] = [
  {
    id: '2027-01-11T080000Z-0123456789ab',
    at: '2027-01-11T08:00:00Z',
    messageId: '<one@experts.example>',
    to: 'ida@example.org',
    subject: `Your session ${evil}`,
    text: `Your code: 123 456 ${evil}\nhttps://experts.example/b/1`,
    html: `<p style="color:red">Your code</p>${evil}`,
    invite: { method: 'REQUEST', file: `BEGIN:VCALENDAR\r\nSUMMARY:${evil}\r\n` },
  },
  {
    id: '2027-01-11T075900Z-0123456789ab',
    at: '2027-01-11T07:59:00Z',
    messageId: '<two@experts.example>',
    to: 'bo@example.org',
    subject: 'Without an invite',
    text: 'Hello',
    html: '<p>Hello</p>',
  },
]

const key = 'what-the-start-has-printed'
const Cookie = `ec-demo=${key}`
const withKey = { headers: { Cookie } }

let client: ClientFixture
let demo: World
let other: World
beforeAll(async () => {
  client = await makeClient()
  const devMail = { outbox: { list: async () => kept }, key }
  demo = await startWorld({ clientDir: client.dir, devMail, trustProxy: 1 })
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
    const { status, text } = await rawRequest(demo.url, path, withKey)
    expect(status).toBe(200)
    expect(text).toContain(`<title>${title}</title>`)
    if (path === '/dev/ui') expect(text).toContain('<meta name="robots" content="noindex">')
  })

  it.each(['experts.example', 'localhost.experts.example', '10.0.0.7'])(
    'is not found under the name %s, which can be made to lead here',
    async (host) => {
      for (const headers of [{ Host: host }, { 'X-Forwarded-Host': host }]) {
        expect((await rawRequest(demo.url, path, { headers: { ...headers, Cookie } })).status).toBe(
          404,
        )
      }
    },
  )

  it('is not found where the server is no demo of this machine', async () => {
    expect((await rawRequest(other.url, path, withKey)).status).toBe(404)
  })
})

describe('the key to the mail of a demo', () => {
  // A proxy on this machine that passes the name on as nginx does by itself: `Host: 127.0.0.1:PORT`.
  const throughProxy = { 'X-Forwarded-For': '203.0.113.9', Via: '1.1 front' }
  const { id } = kept[0] as KeptMail
  const wrongKeys = ['', 'wrong', `${key}x`, key.slice(1), key.toUpperCase()]

  it('opens it by the address that the start prints, and then by a cookie that no script reads', async () => {
    const opening = await rawRequest(demo.url, `/dev/mail?key=${key}`)
    expect(opening.status).toBe(303)
    expect(opening.headers.location).toBe('/dev/mail')
    const [cookie = ''] = opening.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^ec-demo=[^;]+; Max-Age=2592000; Path=\/; .*HttpOnly; SameSite=Lax$/)
    const headers = { Cookie: cookie.split(';')[0] ?? '' }
    const { status, text } = await rawRequest(demo.url, '/dev/mail', { headers })
    expect([status, text.includes('Your code: 123 456')]).toEqual([200, true])
    const access = await rawRequest(demo.url, '/dev/mail/access', { headers })
    expect(JSON.parse(access.text)).toEqual({ isOpen: true })
  })

  it.each(wrongKeys)('lets nobody read it without: %j', async (wrong) => {
    for (const way of [{}, throughProxy, { 'X-Forwarded-Host': 'localhost' }]) {
      const headers = { ...way, Cookie: `ec-demo=${wrong}` }
      for (const path of [`/dev/mail?key=${wrong}`, `/dev/mail/${id}/html`]) {
        const { status, text, headers: answered } = await rawRequest(demo.url, path, { headers })
        expect(status).toBe(403)
        expect(answered['set-cookie']).toBeUndefined()
        expect(text).toContain('/dev/mail?key=…')
        expect(text).not.toMatch(/123 456|ida@example|Your session/)
      }
      expect((await rawRequest(demo.url, `/dev/mail/${id}/session.ics`, { headers })).status).toBe(
        403,
      )
      const access = await rawRequest(demo.url, '/dev/mail/access', { headers })
      expect(access.text).toBe('{"isOpen":false}')
    }
  })

  it('stands on no page that a stranger can open', async () => {
    for (const path of ['/', '/sign-in', '/dev/ui', '/dev/mail', '/dev/mail/access', '/docs']) {
      const { text, headers } = await rawRequest(demo.url, path, { headers: throughProxy })
      expect(text + JSON.stringify(headers)).not.toContain(key)
    }
  })

  it('is the same after a restart, and another with another secret', () => {
    const keyOf = (secret: string) => createTokens(secret).forDemoMail()
    expect(keyOf('a'.repeat(32))).toBe(keyOf('a'.repeat(32)))
    expect(keyOf('a'.repeat(32))).not.toBe(keyOf('b'.repeat(32)))
    expect(keyOf('a'.repeat(32))).toMatch(/^[\w-]{43}$/)
  })
})

describe('a mail', () => {
  const [{ id }] = kept as [KeptMail]
  const page = `/dev/mail/${id}/html`

  it('is shown with all its parts, and nothing in it runs', async () => {
    const { text, headers } = await rawRequest(demo.url, '/dev/mail', withKey)
    expect(text).not.toContain(evil)
    expect(text).toContain('Your code: 123 456 &lt;script&gt;')
    expect(text).toContain(`<iframe sandbox title="HTML of: Your session`)
    expect(text.match(/<iframe/g)).toHaveLength(2)
    expect(text.match(/Calendar: REQUEST/g)).toHaveLength(1)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'; /)
    expect(policy).not.toMatch(/unsafe|script-src/)
  })

  it('shows its HTML in a frame that has no origin, no script and no net', async () => {
    const { status, text, headers } = await rawRequest(demo.url, page, withKey)
    expect([status, text]).toEqual([200, kept[0]?.html])
    const policy = String(headers['content-security-policy']).split('; ')
    expect(policy).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox',
    ])
    expect(headers['x-frame-options']).toBeUndefined()
    expect(headers['cache-control']).toBe('no-store')
  })

  it('gives its invite as a file, never as a page', async () => {
    const answer = await rawRequest(demo.url, `/dev/mail/${id}/session.ics`, withKey)
    expect(answer.text).toBe(kept[0]?.invite?.file)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8; method=REQUEST',
      'content-disposition': 'attachment; filename="session.ics"',
      'x-content-type-options': 'nosniff',
    })
  })

  it('is not found elsewhere, under another name, or where it has no such part', async () => {
    const Host = 'experts.example'
    expect((await rawRequest(demo.url, page, { headers: { Host, Cookie } })).status).toBe(404)
    expect((await rawRequest(other.url, page, withKey)).status).toBe(404)
    for (const wrong of [`${kept[1]?.id}/session.ics`, 'x/html', '..%2F..%2Fsecret/html']) {
      expect((await rawRequest(demo.url, `/dev/mail/${wrong}`, withKey)).status).toBe(404)
    }
  })
})
