import { describe, expect, it } from 'vitest'
import type { Mail } from '../../../src/mail/mail.ts'
import { confirmAddressMail, newAddressMail } from '../../../src/mail/letters/addresses.ts'
import { composeAgenda } from '../../../src/mail/letters/agenda.ts'
import {
  approvalMail,
  declineMail,
  invitationMail,
} from '../../../src/mail/letters/applications.ts'
import { composeBookingMail } from '../../../src/mail/letters/booking-mail.ts'
import { linkAgainMail } from '../../../src/mail/letters/link-again.ts'
import {
  addressChangedMail,
  adminMadeMail,
  adminRemovedMail,
  newBrowserMail,
  passkeyAddedMail,
  passkeyRemovedMail,
} from '../../../src/mail/letters/security.ts'
import { parseInstant } from '../../../src/domain/time/instant.ts'
import { signInMail } from '../../../src/mail/letters/sign-in.ts'
import { agendaFacts, booking, cases } from '../facts.ts'
import { readHtml, textLinks, textWords } from '../reading.ts'

const to = 'ada@example.net'
const desk = 'https://experts.example/desk'
const account = 'https://experts.example/account'
const signIn = 'https://experts.example/sign-in#link-of-the-reader'
const keptSession = {
  expertName: 'Ada Lovelace',
  startsAt: parseInstant('2027-01-12T10:00:00Z'),
  expiresAt: parseInstant('2027-01-11T08:15:00Z'),
  timeZone: 'Asia/Kathmandu',
}

interface Written {
  readonly name: string
  readonly mail: Mail
  /** Every address that may be in it. */
  readonly links: readonly string[]
}

const written: readonly Written[] = [
  ...cases.map(({ name, kind, facts, now }) => ({
    name,
    mail: composeBookingMail(kind, facts, now),
    links: Object.values(facts.links),
  })),
  { name: 'agenda', mail: composeAgenda(agendaFacts()), links: linksOfAgenda() },
  {
    name: 'sign-in',
    mail: signInMail({ to, code: '12345678', link: signIn, kept: null }),
    links: [signIn],
  },
  {
    name: 'sign-in-for-a-session',
    mail: signInMail({ to, code: '12345678', link: signIn, kept: keptSession }),
    links: [signIn],
  },
  { name: 'address-confirm', mail: confirmAddressMail(to, '12345678', 'a@b.example'), links: [] },
  { name: 'address-new', mail: newAddressMail(to, '12345678'), links: [] },
  {
    name: 'link-again',
    mail: linkAgainMail(booking, 'Ada Lovelace', { href: desk, days: 90 }),
    links: [desk],
  },
  {
    name: 'sign-in-new-browser',
    mail: newBrowserMail(to, parseInstant('2027-01-12T14:30:00Z'), 'Firefox on Linux', account),
    links: [account],
  },
  {
    name: 'passkey-added',
    mail: passkeyAddedMail(
      to,
      parseInstant('2027-01-12T14:30:00Z'),
      {
        name: 'My "phone" <1>',
        device: 'Firefox on Linux',
      },
      account,
    ),
    links: [account],
  },
  {
    name: 'passkey-removed',
    mail: passkeyRemovedMail(to, parseInstant('2027-01-12T14:30:00Z'), 'Firefox on Linux', account),
    links: [account],
  },
  { name: 'admin-made', mail: adminMadeMail(to, desk), links: [desk] },
  { name: 'admin-removed', mail: adminRemovedMail(to), links: [] },
  {
    name: 'address-changed',
    mail: addressChangedMail(to, parseInstant('2027-01-12T14:30:00Z'), 'a@b.example'),
    links: [],
  },
  { name: 'approval', mail: approvalMail(to, 'Ada Lovelace', desk), links: [desk] },
  { name: 'decline', mail: declineMail(to, 'Ada Lovelace', 'We are full.'), links: [] },
  { name: 'decline-without-reason', mail: declineMail(to, 'Ada', undefined), links: [] },
  { name: 'invitation', mail: invitationMail(to, 'Ada Lovelace', desk), links: [desk] },
]

function linksOfAgenda(): string[] {
  const { desk: own, sessions } = agendaFacts()
  return [own, ...sessions.flatMap(({ links }) => [links.join, links.manage])]
}

/** `npx vitest run --configLoader runner server/test/mail/letters/golden.test.ts --update` writes them anew. */
describe.each(written)('the mail $name', ({ name, mail, links }) => {
  it('reads as it did', async () => {
    const { subject, text, html, invite } = mail
    await expect(`To: ${mail.to}\nSubject: ${subject}\n\n${text}`).toMatchFileSnapshot(
      `../golden/${name}.txt`,
    )
    await expect(html).toMatchFileSnapshot(`../golden/${name}.html`)
    if (!invite) return
    const file = `${invite.method}\n${invite.file.replaceAll('\r\n', '\n')}`
    await expect(file).toMatchFileSnapshot(`../golden/${name}.ics`)
  })

  it('says the same in both forms', () => {
    expect(readHtml(mail.html).words).toEqual(textWords(mail))
    expect(readHtml(mail.html).links).toEqual(textLinks(mail))
  })

  it('links to nothing but what it was given', () => {
    const found = readHtml(mail.html).links
    expect(found.filter((link) => !links.includes(link))).toEqual([])
    for (const [link] of mail.html.matchAll(/https?:[^\s"<]*/g)) expect(links).toContain(link)
  })

  it('is HTML that mail programs take', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000)
    const [, sheet = ''] = /<style>(.*?)<\/style>/s.exec(mail.html) ?? []
    expect(sheet.length).toBeGreaterThan(0)
    expect(Buffer.byteLength(sheet)).toBeLessThan(16_000)
    const { elements, attributes } = readHtml(mail.html)
    expect(elements).not.toContain('img')
    expect(elements).not.toContain('script')
    expect(attributes.filter((each) => each.startsWith('on') || each === 'src')).toEqual([])
    expect(mail.html).toContain('<html lang="en" dir="ltr">')
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark">')
  })
})
