import { expect, type Page } from '@playwright/test'
import { createTokens } from '../../server/src/base/tokens.ts'
import { secret } from '../built-server.ts'
import type { Api } from '../world.ts'

export interface SignInMail {
  readonly code: string
  /** Its secret. */
  readonly link: string
  /** Where it leads to, if that is somewhere. */
  readonly to: string
}

/** What the start of the server prints, and whoever sits at its machine reads. */
const devMail = `/dev/mail?key=${createTokens(secret).forDemoMail()}`

/** All mail, read where a demo shows it. From then on the pages of this browser lead there. */
export async function allMail(page: Page): Promise<string> {
  return (await page.request.get(devMail)).text()
}

/** The latest mail with a code to an address: what bookings owe comes in between. */
async function codeMailTo(page: Page, email: string): Promise<string> {
  const isTheirs = (part: string) => part.includes(`To ${email},`) && part.includes('Your code:')
  return (await allMail(page)).split('<article>').find(isTheirs) ?? ''
}

function codeIn(mail: string, email: string): string {
  const code = /Your code: (\d{4}) (\d{4})/.exec(mail)
  if (!code) throw new Error(`No code was sent to ${email}`)
  return `${code[1]}${code[2]}`
}

/** The code of the latest mail to an address. */
export async function codeTo(page: Page, email: string): Promise<string> {
  return codeIn(await codeMailTo(page, email), email)
}

/** The latest mail to an address, by which one signs in. */
export async function mailTo(page: Page, email: string): Promise<SignInMail> {
  const mail = await codeMailTo(page, email)
  const [, to = '', link] = /\/sign-in(\?to=[\w%-]+)?#([\w-]{43})/.exec(mail) ?? []
  if (link === undefined) throw new Error(`No sign-in mail to ${email}`)
  return { code: codeIn(mail, email), link, to }
}

/** From the page that asks for the address to the field of the code. */
export async function askForCode(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByRole('textbox', { name: 'Eight-digit code' })).toBeFocused()
}

/** From any page to the same one, signed in. */
export async function signIn(page: Page, email: string): Promise<void> {
  const { pathname } = new URL(page.url())
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await askForCode(page, email)
  const { code } = await mailTo(page, email)
  await page.getByRole('textbox', { name: 'Eight-digit code' }).fill(code)
  await expect(page).toHaveURL((url) => url.pathname === pathname)
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
}

interface Booked {
  readonly id: string
  readonly version: number
  readonly startsAt: string
  readonly manageToken: string
}

/** Books as somebody elsewhere does: a time that can still be cancelled and moved. */
export async function bookFor(
  api: Api,
  slug: string,
  email: string,
  name = 'Ida Rhodes',
): Promise<Booked> {
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
  const { body: expert } = await api(`/experts/${slug}`)
  const [minutes] = expert.sessionLengths
  const query = `from=${day(7)}&to=${day(35)}&timeZone=UTC&minutes=${minutes}`
  const { body: board } = await api(`/experts/${slug}/slots?${query}`)
  const days: { slots: { startsAt: string; state: string }[] }[] = board.days
  const free = days.map(({ slots }) => slots.filter(({ state }) => state === 'free'))
  // Where others are left to move to.
  const startsAt = free.find((slots) => slots.length > 2)?.[0]?.startsAt
  const { status, body } = await api('/bookings', {
    method: 'POST',
    headers: { 'idempotency-key': `for-${email}-${startsAt}` },
    body: {
      expertId: expert.id,
      startsAt,
      minutes,
      customer: { name, email },
      topic: 'Dates that fall on a Friday',
      timeZone: 'UTC',
    },
  })
  expect(status).toBe(201)
  return { ...body.booking, manageToken: body.manageToken }
}
