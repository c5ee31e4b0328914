import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBounce } from '../../src/mail/bounce.ts'
import { exchange, exim, gmail, postfix, type Report, withNotedIdOnly } from './reports.ts'

const messageId = '<s3cr3t_-1@experts.example>'
const read = (text: string) => readBounce(Buffer.from(text))

describe('a report of failed delivery', () => {
  it.each<[string, Report, string]>([
    ['Postfix', postfix, '550 5.1.1 <[address]>: Recipient address rejected: User unknown'],
    [
      'Exchange',
      exchange,
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient [address] not found by SMTP address lookup',
    ],
    [
      'Gmail',
      gmail,
      '550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 Please try double-checking the address.',
    ],
    ['Exim', exim, '550 Mailbox not found'],
  ])('of %s is read, with its lines as servers or pipes end them', async (_who, report, reply) => {
    const text = report({ messageId })
    const unix = text.replaceAll('\r\n', '\n')
    for (const each of [text, unix, unix.replaceAll('\n', '\r\n')]) {
      expect(await read(each)).toEqual({ messageIds: [messageId], reply })
    }
  })

  it('names the mail by what its server noted where nothing came back', async () => {
    const text = withNotedIdOnly({ messageId })
    expect(text).not.toContain('message/rfc822')
    expect((await read(text))?.messageIds).toEqual([messageId])
  })

  it('names both where what came back has another id than what was noted', async () => {
    const text = gmail({ messageId }).replace(
      `X-Original-Message-ID: ${messageId}`,
      'X-Original-Message-ID: <noted@experts.example>',
    )
    expect((await read(text))?.messageIds).toEqual([messageId, '<noted@experts.example>'])
  })

  it('is one whatever the last reason was: after days of trying, 4.x.x is as final', async () => {
    const bounce = await read(postfix({ messageId, status: '4.4.1', diagnostic: '' }))
    expect(bounce).toEqual({ messageIds: [messageId], reply: '4.4.1' })
  })

  it('says why in one short line that holds no address and controls nothing', async () => {
    const diagnostic = `smtp; 550 \u001B[2J${'no '.repeat(400)}\n\tGrace@Example.com\u0007`
    const reply = (await read(postfix({ messageId, diagnostic })))?.reply ?? ''
    expect(reply).toMatch(/^550 \[2Jno /)
    expect(reply.length).toBeLessThanOrEqual(200)
    expect(reply).not.toMatch(/\p{C}|grace/iu)
    const short = await read(
      postfix({ messageId, diagnostic: 'x-none; <Grace@Example.com>\u0000' }),
    )
    expect(short?.reply).not.toMatch(/\p{C}|grace/iu)
  })

  it('needs no reason', async () => {
    const bounce = await read(postfix({ messageId, status: '', diagnostic: 'smtp;' }))
    expect(bounce?.reply).toBe('came back as undeliverable')
  })
})

describe('no report of failed delivery', () => {
  const report = postfix({ messageId })
  it.each<[string, string]>([
    ['delayed', postfix({ messageId, action: 'delayed', status: '4.4.1' })],
    ['relayed', postfix({ messageId, action: 'relayed', status: '2.0.0' })],
    ['delivered', postfix({ messageId, action: 'delivered', status: '2.0.0' })],
    ['expanded', postfix({ messageId, action: 'expanded', status: '2.0.0' })],
    ['a mail', `Subject: Hello\nMessage-ID: ${messageId}\n\n550 5.1.1 Action: failed\n`],
    [
      'a plain text',
      `Subject: failure notice\n\n550 5.1.1 no such user\n\nMessage-ID: ${messageId}\n`,
    ],
    ['a report that it was read', report.replace('delivery-status;', 'disposition-notification;')],
    ['a report of spam', report.replace('delivery-status;', 'feedback-report;')],
    ['another mail with such parts', report.replace('multipart/report', 'multipart/mixed')],
    ['a report inside of another mail', `Content-Type: message/rfc822\n\n${report}`],
    ['a report without its status', report.replace('message/delivery-status', 'text/plain')],
    ['nothing', ''],
    ['an end too early', report.slice(0, report.indexOf('Action:'))],
  ])('is %s', async (_what, text) => {
    expect(await read(text)).toBeNull()
  })

  it('is what would cost long to read', async () => {
    const began = process.cpuUsage()
    const [head = '', tail = ''] = report.split('This is a MIME-encapsulated message.\n')
    const texts = [
      `${head}${'\n'.repeat(1_000_000)}${tail}`,
      `${head}${'--x\n'.repeat(250_000)}${tail}`,
      `Subject: a${'\n b'.repeat(330_000)}\n${report}`,
      `Content-Type: multipart/digest; boundary=a\n\n${'--a\n\nx:y\n'.repeat(100_000)}`,
    ]
    for (const text of texts) expect(await read(text)).toBeNull()
    // All together; the library alone takes minutes for them.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10)
  })

  it('is any other text, and none breaks the reader', async () => {
    const whole = fc.uint8Array({ maxLength: 2000 })
    const known = fc.constantFrom(postfix, exchange, gmail, exim, withNotedIdOnly)
    const broken = fc
      .tuple(known, fc.array(fc.tuple(fc.nat(4000), fc.nat(40), whole), { maxLength: 4 }))
      .map(([form, cuts]) => {
        let bytes = Buffer.from(form({ messageId }))
        for (const [at, length, put] of cuts) {
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)])
        }
        return bytes
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(whole, broken), async (bytes) => {
        const bounce = await readBounce(bytes)
        if (bounce === null) return
        expect(bounce.messageIds.length).toBeLessThanOrEqual(2)
        expect(bounce.reply).toMatch(/^\P{C}{1,200}$/u)
      }),
      { numRuns: 300 },
    )
  })
})
