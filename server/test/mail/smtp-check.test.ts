import { describe, expect, it } from 'vitest'
import { freePort } from '../free-port.ts'
import { certificate } from './certificate.ts'
import { only } from './mail-server.ts'
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

describe('why no mail can be handed over', () => {
  it('nothing listens there', async () => {
    const transport = beginTransport(settingsOf(`smtp://127.0.0.1:${await freePort()}`))
    const reason = await transport.check()
    expect(reason).toMatch(/refuses the connection/)
    expect(await transport.handOver(mail, stamp)).toEqual({ kind: 'unreachable', reason })
  })

  it('the name is not found', async () => {
    const transport = beginTransport(settingsOf('smtp://mail.invalid'))
    expect(await transport.check()).toMatch(/the name of the mail server (is not found|cannot be)/)
  })

  it('is silent', async () => {
    const { transport } = await begin(
      { behave: only('greeting', 'hang') },
      {},
      { patience: shortPatience },
    )
    expect(await transport.check()).toMatch(/does not answer in time/)
  })

  it('speaks something else', async () => {
    const url = await beginTalker((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const transport = beginTransport(settingsOf(url))
    expect(await transport.check()).toMatch(/turns us away|speaks no SMTP/)
  })

  it('does not know us, and the password is told to nobody', async () => {
    const { server } = await begin({ login })
    const wrong = { ...login, password: 'another-password' }
    const transport = beginTransport({ ...settingsOf(server.url), login: wrong })
    const reason = await transport.check()
    expect(reason).toMatch(/refuses our name and password: 535/)
    const handover = await transport.handOver(mail, stamp)
    expect(handover).toEqual({ kind: 'unreachable', reason })
    expect(JSON.stringify(handover)).not.toContain(wrong.password)
  })

  it('offers no sign-in, though we have a password', async () => {
    const { server, transport } = await begin({}, { login })
    expect(await transport.check()).toMatch(/refuses our name and password/)
    expect((await transport.handOver(mail, stamp)).kind).toBe('unreachable')
    expect(server.received).toEqual([])
  })

  it('repeats what it was told: the password is struck out', async () => {
    const told: string[] = []
    const url = await beginTalker((socket) => {
      socket.write('220 x ESMTP\r\n')
      socket.on('data', (chunk) => {
        const line = chunk.toString().trim()
        told.push(line)
        const isSignIn = line.startsWith('AUTH')
        socket.write(
          isSignIn ? `535 no: ${line} ${login.password}\r\n` : '250-x\r\n250 AUTH PLAIN\r\n',
        )
      })
    })
    const transport = beginTransport({ ...settingsOf(url), login })
    const reason = (await transport.check()) ?? ''
    const [, , base64 = ''] = told.find((line) => line.startsWith('AUTH'))?.split(' ') ?? []
    expect(Buffer.from(base64, 'base64').toString()).toBe(`\0${login.user}\0${login.password}`)
    expect(reason).toMatch(/535 no: AUTH PLAIN \[secret\] \[secret\]/)
  })
})

describe('TLS', () => {
  it('is demanded before anything is told, and a server without it gets no mail', async () => {
    const { server, transport } = await begin({ login }, { requiresTls: true })
    expect(await transport.check()).toMatch(/offers no TLS/)
    expect((await transport.handOver(mail, stamp)).kind).toBe('unreachable')
    expect(server.moments).toMatchObject({ 'sign-in': 0, sender: 0 })
  })

  it.each(['starttls', 'immediate'] as const)('(%s) needs a certificate to trust', async (tls) => {
    const { server, transport } = await begin({ tls, login })
    const reason = await transport.check()
    expect(reason).toMatch(/certificate .* not trusted here \(\w*SELF_SIGNED_CERT\w*\)/)
    expect(await transport.handOver(mail, stamp)).toEqual({ kind: 'unreachable', reason })
    expect(server.moments).toMatchObject({ 'sign-in': 0, sender: 0 })
  })

  it.each(['starttls', 'immediate'] as const)('(%s) goes with one', async (tls) => {
    const { server, transport } = await begin({ tls, login }, {}, { ca: certificate })
    expect(await transport.check()).toBeNull()
    expect((await transport.handOver(mail, stamp)).kind).toBe('handed_over')
    expect(server.received).toHaveLength(1)
  })

  it('is not spoken where smtps: was meant to be smtp:', async () => {
    const { server } = await begin()
    const transport = beginTransport(settingsOf(server.url.replace('smtp:', 'smtps:')))
    expect(await transport.check()).toMatch(/no TLS is spoken on that port/)
  })
})
