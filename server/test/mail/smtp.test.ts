import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type Manners, type Moment, only, slowly } from './mail-server.ts'
import {
  begin,
  beginTalker,
  beginTransport,
  mail,
  settingsOf,
  shortPatience,
  stamp,
} from './smtp-scene.ts'

const login = { user: 'experts@mail.example', password: 'p/ss #word@ü' }

describe('a server that takes a mail', () => {
  it('has it once, with the stamp, from and to whom it was', async () => {
    const { server, transport } = await begin()
    expect(await transport.check()).toBeNull()
    const handover = await transport.handOver(mail, stamp)
    expect(handover).toEqual({ kind: 'handed_over', reply: expect.stringMatching(/^250 /) })
    expect(server.received).toMatchObject([
      { from: 'no-reply@experts.example', to: 'ida@example.org', messageId: stamp.messageId },
    ])
  })

  it('has the same stamp when a mail is handed over again', async () => {
    const { server, transport } = await begin()
    await transport.handOver(mail, stamp)
    await delay(1100)
    await transport.handOver(mail, stamp)
    const headers = server.received.map(({ raw }) => raw.match(/^(Message-ID|Date): .*$/gm))
    const expected = [
      `Message-ID: ${stamp.messageId}`,
      // RFC 5322 knows no parts of a second.
      'Date: Sun, 28 Mar 2027 00:59:58 +0000',
    ]
    expect(headers.map((each) => each?.map(String).toSorted())).toEqual([
      expected.toSorted(),
      expected.toSorted(),
    ])
  })

  it('hears of failed delivery at MAIL_BOUNCES', async () => {
    const { server, transport } = await begin({}, { bounces: 'bounces@experts.example' })
    await transport.handOver(mail, stamp)
    expect(server.received).toMatchObject([{ from: 'bounces@experts.example' }])
    expect(server.received[0]?.raw).toContain('From: ExpertConnect <no-reply@experts.example>')
  })

  it('lets us in by name and password, and keeps few connections open', async () => {
    const { server, transport } = await begin({ login })
    const handovers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        transport.handOver(mail, { ...stamp, messageId: `<${index}@experts.example>` }),
      ),
    )
    expect(new Set(handovers.map(({ kind }) => kind))).toEqual(new Set(['handed_over']))
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(20)
    expect(server.moments['sign-in']).toBeLessThanOrEqual(4)
  })

  it('may be slow', async () => {
    const { server, transport } = await begin({ behave: slowly(300) })
    expect((await transport.handOver(mail, stamp)).kind).toBe('handed_over')
    expect(server.received).toHaveLength(1)
  })

  it('may have closed the connections of before', async () => {
    const { server, transport } = await begin()
    await transport.handOver(mail, stamp)
    await server.close()
    const again = await begin({ port: server.port })
    expect((await transport.handOver(mail, stamp)).kind).toBe('handed_over')
    expect(again.server.received).toHaveLength(1)
  })
})

describe('what a server answers', () => {
  it.each<[Moment['at'], number, string]>([
    ['recipient', 550, 'refused'],
    ['recipient', 451, 'deferred'],
    ['recipient', 421, 'unreachable'],
    ['recipient', 503, 'deferred'],
    ['recipient', 530, 'unreachable'],
    ['mail', 554, 'refused'],
    ['mail', 552, 'refused'],
    ['mail', 452, 'deferred'],
    ['mail', 421, 'unreachable'],
    ['sender', 550, 'unreachable'],
    ['sender', 451, 'unreachable'],
    ['sender', 421, 'unreachable'],
    ['sender', 552, 'refused'],
    ['greeting', 554, 'unreachable'],
    ['greeting', 421, 'unreachable'],
  ])('at the %s with %i means: %s', async (at, code, kind) => {
    const { server, transport } = await begin({ behave: only(at, code) })
    const handover = await transport.handOver(mail, stamp)
    expect(handover.kind).toBe(kind)
    const words = 'reply' in handover ? handover.reply : handover.reason
    expect(words).toContain(`${code} `)
    expect(server.received).toEqual([])
    server.behave(() => 'accept')
    expect((await transport.handOver(mail, stamp)).kind).toBe('handed_over')
  })

  it('at the sender is about this mail where its address needs what not every server has', async () => {
    const wide = { ...mail, to: 'jürgen@example.org' }
    const { transport } = await begin({ behave: only('sender', 553) })
    expect((await transport.handOver(wide, stamp)).kind).toBe('refused')
    expect((await transport.handOver(mail, stamp)).kind).toBe('unreachable')
  })

  it('is one short line without addresses, whatever it is', async () => {
    const { to } = mail
    const answers = [`5.1.1 <${to}> unknown\u001B[2J\u0007 ${'x'.repeat(300)}`, `no ${to} here`]
    for (const words of answers) {
      const url = await beginTalker((socket) => {
        socket.write('220 x ESMTP\r\n')
        socket.on('data', (chunk) => {
          const isRecipient = chunk.toString().includes('RCPT')
          socket.write(isRecipient ? `550-${words}\r\n550 and ${words}\r\n` : '250 x\r\n')
        })
      })
      const handover = await beginTransport(settingsOf(url)).handOver(mail, stamp)
      if (handover.kind !== 'refused') throw new Error(handover.kind)
      expect(handover.reply).toMatch(/^550-[\P{C}]{10,200}$/u)
      expect(handover.reply.length).toBeLessThanOrEqual(200)
      expect(handover.reply).not.toContain(to)
    }
  })
})

describe('a line that breaks', () => {
  const cases: [Moment['at'], Manners, string, number][] = [
    ['greeting', 'drop', 'unreachable', 0],
    ['greeting', 'hang', 'unreachable', 0],
    ['sender', 'drop', 'unreachable', 0],
    ['recipient', 'drop', 'unreachable', 0],
    ['recipient', 'hang', 'unreachable', 0],
    ['mail', 'drop', 'unknown', 0],
    ['mail', 'hang', 'unknown', 0],
    ['mail', 'keep-and-drop', 'unknown', 1],
    ['mail', 'keep-and-hang', 'unknown', 1],
  ]
  it.each(cases)('at the %s (%s) means: %s', async (at, manners, kind, kept) => {
    const { server, transport } = await begin(
      { behave: only(at, manners) },
      {},
      { patience: shortPatience },
    )
    expect((await transport.handOver(mail, stamp)).kind).toBe(kind)
    expect(server.received).toHaveLength(kept)
    // It was given once, however often a connection was tried.
    expect(server.moments.mail).toBe(at === 'mail' ? 1 : 0)
    server.behave(() => 'accept')
    expect((await transport.handOver(mail, stamp)).kind).toBe('handed_over')
    expect(server.received).toHaveLength(kept + 1)
  })

  it('after mails went over it means the same', async () => {
    const { server, transport } = await begin()
    await transport.handOver(mail, stamp)
    server.behave(only('mail', 'keep-and-drop'))
    expect((await transport.handOver(mail, stamp)).kind).toBe('unknown')
    expect(server.received).toHaveLength(2)
  })

  it.each<[Moment['at'], string]>([
    ['mail', 'unknown'],
    ['recipient', 'unreachable'],
  ])('by hanging at the %s is waited for a while in all', async (at, kind) => {
    const { server, transport } = await begin(
      { behave: only(at, 'hang') },
      {},
      { patience: { handoverMs: 1500 } },
    )
    const attempted = transport.handOver(mail, stamp)
    await vi.waitFor(() => expect(server.moments[at]).toBe(1), { timeout: 30_000 })
    expect((await attempted).kind).toBe(kind)
  })

  it('by closing the transport is told as it was', async () => {
    const { server, transport } = await begin(
      { behave: only('mail', 'keep-and-hang') },
      {},
      { patience: { closeMs: 100 } },
    )
    const attempted = transport.handOver(mail, stamp)
    await vi.waitFor(() => expect(server.moments.mail).toBe(1), { timeout: 30_000 })
    await transport.close()
    expect((await attempted).kind).toBe('unknown')
    expect(await transport.handOver(mail, stamp)).toEqual({
      kind: 'unreachable',
      reason: 'this server is stopping',
    })
  })
})
