import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MailServer, only, startMailServer } from '../mail/mail-server.ts'
import { startChild } from '../storage/child.ts'

const command = new URL('../../src/entry/mail-test-main.ts', import.meta.url)
const login = { user: 'experts', password: 'p/ss word' }

let server: MailServer
beforeEach(async () => {
  server = await startMailServer({ login })
})
afterEach(() => server.close())

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const MAIL_FROM = 'ExpertConnect <no-reply@experts.example>'
  const child = startChild(command, words, [], { SMTP_URL: server.url, MAIL_FROM, ...env })
  const code = await child.ended()
  return { code, text: [...child.lines, ...child.complaints].join('\n') }
}

describe('npm run mail:test', () => {
  it('sends one mail of each kind and says of each that it was handed over', async () => {
    const { code, text } = await run(['ida@example.org'])
    expect(text).toMatch(
      /^127\.0\.0\.1:\d+ lets us in\.\nExpertConnect can send mail: handed over \(250 /,
    )
    expect(code).toBe(0)
    expect(text.match(/: handed over \(250 /g)).toHaveLength(server.received.length)
    const subjects = server.received.map(({ raw }) => /^Subject: .*/m.exec(raw)?.[0])
    expect(new Set(subjects).size).toBeGreaterThan(15)
    for (const { from, to } of server.received) {
      expect([from, to]).toEqual(['no-reply@experts.example', 'ida@example.org'])
    }
  })

  it('fails where the server refuses the mail, and says its words', async () => {
    server.behave(only('recipient', 550))
    const { code, text } = await run(['ida@example.org'])
    expect(text).toMatch(/refused for good: 550 Refused with 550 by a test/)
    expect(code).toBe(1)
  })

  it('fails where the server does not let us in, and tells no password', async () => {
    const SMTP_URL = server.url.replace(encodeURIComponent(login.password), 'another-one')
    const { code, text } = await run(['ida@example.org'], { SMTP_URL })
    expect(text).toMatch(
      /No mail was sent: 127.0.0.1:\d+: the mail server refuses our name and password/,
    )
    expect(text).not.toContain('another-one')
    expect(code).toBe(1)
  })

  it.each([[[]], [['nobody']], [['ida@example.org', 'bo@example.org']]])(
    'says how it is used: %j',
    async (words) => {
      expect(await run(words)).toEqual({
        code: 1,
        text: 'No mail was sent: Say to whom: npm run mail:test -- ADDRESS',
      })
    },
  )

  it('says what is missing', async () => {
    const { code, text } = await run(['ida@example.org'], { SMTP_URL: '' })
    expect([code, text]).toEqual([
      1,
      'No mail was sent: No mail server is configured: set SMTP_URL and MAIL_FROM.',
    ])
    expect((await run(['ida@example.org'], { MAIL_FROM: '' })).text).toContain(
      'MAIL_FROM is needed',
    )
  })
})
