import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { CustomerEmail } from '@expertconnect/contract/primitives'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { Mail } from '../../src/mail/mail.ts'
import { begin, mail, stamp } from './smtp-scene.ts'

const invite = {
  method: 'REQUEST',
  file: [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'SUMMARY:Zeit mit Jürgen — Übung',
    'DESCRIPTION:' + 'a line that is too long for one and folded as the standard ',
    ' says',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
} as const
const html = '<!doctype html><p style="color:#123">On Monday at <b>ten</b>. 日本</p>'

/** The mail as it went over the line. */
async function sent(given: Mail, settings: Parameters<typeof begin>[1] = {}): Promise<string> {
  const { server, transport } = await begin({}, settings)
  const handover = await transport.handOver(given, stamp)
  expect(handover.kind).toBe('handed_over')
  const [received] = server.received
  if (!received) throw new Error('nothing came')
  return Buffer.from(received.raw, 'latin1').toString()
}

/** The types of all parts, indented by how deep they lie. */
function structureOf(raw: string): string[] {
  const types: string[] = []
  const open: string[] = []
  const unfolded = raw.replaceAll(/\r\n[ \t]+/g, ' ')
  for (const line of unfolded.split('\r\n')) {
    if (open.length > 0 && line === `--${open.at(-1)}--`) open.pop()
    const type = /^Content-Type: ([^;]+)(.*)$/i.exec(line)
    if (!type) continue
    types.push(`${'  '.repeat(open.length)}${type[1]}`)
    const boundary = /boundary="([^"]+)"/.exec(type[2] ?? '')?.[1]
    if (boundary !== undefined) open.push(boundary)
  }
  return types
}

function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(head.split('\r\n').map((line) => line.split(/: (.*)/s, 2)))
}

describe('a mail with an invite', () => {
  it('has the form in which calendars find it', async () => {
    const raw = await sent({ ...mail, html, invite })
    expect(structureOf(raw)).toEqual([
      'multipart/mixed',
      '  multipart/alternative',
      '    text/plain',
      '    text/html',
      '    text/calendar',
      '  application/ics',
    ])
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST$/m)
    expect(raw).toMatch(/^Content-Disposition: attachment; filename=session\.ics$/m)
  })

  it('says to cancel in both places', async () => {
    const file = invite.file.replace('METHOD:REQUEST', 'METHOD:CANCEL')
    const raw = await sent({ ...mail, html, invite: { method: 'CANCEL', file } })
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL$/m)
    expect(raw).toContain('METHOD:CANCEL')
  })

  it('is what it was when another library has read it, to the last sign', async () => {
    const raw = await sent({ ...mail, subject: 'Sitzung mit Jürgen — 日本', html, invite })
    const read = await PostalMime.parse(raw)
    expect(read).toMatchObject({
      subject: 'Sitzung mit Jürgen — 日本',
      from: { name: 'ExpertConnect', address: 'no-reply@experts.example' },
      to: [{ address: mail.to }],
      messageId: stamp.messageId,
    })
    expect(read.text?.trim()).toBe(mail.text)
    expect(read.html?.trim()).toBe(html)
    const files = read.attachments.map(({ content }) =>
      typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString(),
    )
    // It reads calendars with the ends of lines of its own.
    const lines = invite.file.replaceAll('\r\n', '\n')
    expect(files).toEqual([lines, lines])
    // A second CR before the end of a line would hide the buttons.
    expect(raw).not.toMatch(/\r\r|[^\r]\n/)
    const base64 = /application\/ics[^]+?\r\n\r\n([\w+/=\r\n]+)/.exec(raw)?.[1] ?? ''
    expect(Buffer.from(base64, 'base64').toString()).toBe(invite.file)
  })
})

describe('a mail without one', () => {
  it('has text and HTML', async () => {
    const both = await sent({ ...mail, html })
    expect(structureOf(both)).toEqual(['multipart/alternative', '  text/plain', '  text/html'])
  })
})

describe('the headers', () => {
  it('say that a machine wrote it, and tell nothing that is not needed', async () => {
    const headers = headersOf(await sent(mail))
    expect(headers).toMatchObject({
      From: 'ExpertConnect <no-reply@experts.example>',
      To: mail.to,
      Subject: mail.subject,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    })
    expect(Object.keys(headers).toSorted()).toEqual([
      'Auto-Submitted',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
      'X-Auto-Response-Suppress',
    ])
  })

  it.each(['\r\n', '\n', '\r', '\r\n\r\n', '\u2028', '\u0085', '\0\r\n'])(
    'cannot be begun by what people write, as with %j',
    async (end) => {
      const evil = `A${end}Bcc: evil@example.org${end}X-Evil: 1`
      const { server, transport } = await begin(
        {},
        { from: { name: evil, address: 'a@b.example' } },
      )
      const handover = await transport.handOver({ ...mail, subject: evil }, stamp)
      expect(handover.kind).toBe('handed_over')
      const [received] = server.received
      expect(received?.to).toBe(mail.to)
      const names = Object.keys(headersOf(received?.raw ?? ''))
      expect(names).not.toContain('Bcc')
      expect(names).not.toContain('X-Evil')
      expect(names).toContain('X-Auto-Response-Suppress')
    },
  )

  it.each([
    'ida@example.org, evil@example.org',
    'ida@example.org\r\nRCPT TO:<evil@example.org>',
    'ida@example.org>\r\nDATA',
    '<evil@example.org> ida@example.org',
    'evil@example.org ida@example.org',
  ])('%j is no way to a second recipient', async (to) => {
    const { server, transport } = await begin()
    await transport.handOver({ ...mail, to }, stamp)
    const reached = server.received.flatMap((each) => each.to.split(' '))
    expect(reached.length).toBeLessThanOrEqual(1)
    expect(server.moments.recipient).toBeLessThanOrEqual(1)
  })

  it.each([
    'r&d@example.com',
    'a/b@example.com',
    'ada+tag@example.com',
    "!#$%&'*+/?=^_`{|}~-@example.com",
    '-oQ/etc@example.com',
    'mina@xn--bcher-kva.example',
  ])('and the envelope have %s as it is, as the one recipient', async (to) => {
    expect(CustomerEmail.parse(to)).toBe(to)
    const { server, transport } = await begin()
    expect(await transport.handOver({ ...mail, to }, stamp)).toMatchObject({ kind: 'handed_over' })
    // The server of the tests tells international names as people read them.
    const shown = to.replace('xn--bcher-kva', 'bücher')
    expect(server.received.map((each) => each.to)).toEqual([shown])
    const raw = server.received[0]?.raw ?? ''
    expect(headersOf(raw)['To']).toBe(to)
    expect((await PostalMime.parse(raw)).to).toEqual([{ name: '', address: to }])
  })

  it('and the text do not end a mail early', async () => {
    const text = 'one\r\n.\r\nMAIL FROM:<evil@example.org>\r\n.two\r\n..three'
    const { server, transport } = await begin()
    await transport.handOver({ ...mail, text }, stamp)
    expect(server.received).toHaveLength(1)
    expect(server.moments.sender).toBe(1)
    const read = await PostalMime.parse(server.received[0]?.raw ?? '')
    expect(read.text?.trim().replaceAll('\r\n', '\n')).toBe(text.replaceAll('\r\n', '\n'))
  })

  it('nothing is read from this machine or fetched for a mail', async () => {
    const raw = await sent({
      ...mail,
      html: '<img src="file:///etc/hostname"><img src="data:image/png;base64,AAAA">',
    })
    expect(structureOf(raw)).toEqual(['multipart/alternative', '  text/plain', '  text/html'])
  })
})

describe('signing', () => {
  it('with a key of the domain holds for what arrives', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const dkim = { domain: 'experts.example', selector: 'mail', key }
    const raw = await sent({ ...mail, html, invite }, { dkim })
    const signature = headersOf(raw)['DKIM-Signature'] ?? ''
    expect(signature).toMatch(/a=rsa-sha256; .*d=experts\.example; .*s=mail;/)
    const names = /\bh=([^;]+)/.exec(signature)?.[1]?.toLowerCase() ?? ''
    for (const name of ['from', 'to', 'subject', 'date', 'message-id']) {
      expect(names.split(':')).toContain(name)
    }
    expect(
      isSignedBy(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), raw),
    ).toBe(true)
    expect(
      isSignedBy(createPublicKey(createPrivateKey(key)), raw.replace('Your session', 'My')),
    ).toBe(false)
  })
})

/** RFC 6376, section 3.7, for relaxed headers. */
function isSignedBy(key: ReturnType<typeof createPublicKey>, raw: string): boolean {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/)
  const relaxed = (line: string): string => {
    const colon = line.indexOf(':')
    const value = line
      .slice(colon + 1)
      .replaceAll('\r\n', '')
      .replaceAll(/[ \t]+/g, ' ')
    return `${line.slice(0, colon).toLowerCase().trim()}:${value.trim()}`
  }
  const lines = new Map(head.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line]))
  const own = lines.get('dkim-signature') ?? ''
  const signed = (/\bh=([^;]+)/.exec(own.replaceAll(/\r\n\s+/g, ''))?.[1] ?? '').split(':')
  const signature = /\bb=([^;]+)$/.exec(own)?.[1]?.replaceAll(/\s/g, '') ?? ''
  const data = [
    ...signed.map((name) => relaxed(lines.get(name.trim().toLowerCase()) ?? '')),
    relaxed(own.replace(/\bb=[^;]+$/, 'b=')),
  ].join('\r\n')
  return verify('sha256', Buffer.from(data), key, Buffer.from(signature, 'base64'))
}
