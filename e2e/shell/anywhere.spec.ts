import type { BrowserContext, Locator, Page } from '@playwright/test'
import { moveClock } from '../../scripts/move-clock.mjs'
import {
  chooseLaterDay,
  confirm,
  fillDetails,
  freeSlot,
  holdSlot,
  slotTile,
} from '../steps/booking-steps.ts'
import { type Api, expect, test } from '../world.ts'
import { translate } from './translator.ts'

type Trouble =
  | 'translated'
  | 'slow'
  | 'storage blocked'
  | 'cookies blocked'
  | 'four days ahead'
  | 'four days behind'

interface Place {
  readonly language: string
  /** Of the device. */
  readonly timezoneId: string
  /** What the browser says instead. */
  readonly reported?: string
  readonly trouble?: Trouble
  /** What is to be read there: the zone, what comes first in a date, and the clock. */
  readonly zone: string
  readonly first: 'day' | 'month'
  readonly clock: 12 | 24
}

/** Every language, kind of zone and trouble once: offsets of whole hours, 15, 30 and 45 minutes, aliases, no name at all. */
const places: readonly Place[] = [
  {
    language: 'en-US',
    timezoneId: 'America/New_York',
    reported: 'Etc/Unknown',
    zone: 'America/New_York',
    first: 'month',
    clock: 12,
  },
  {
    language: 'en-GB',
    timezoneId: 'Europe/London',
    trouble: 'slow',
    zone: 'Europe/London',
    first: 'day',
    clock: 24,
  },
  {
    language: 'de-DE',
    timezoneId: 'Asia/Calcutta',
    trouble: 'four days ahead',
    zone: 'Asia/Kolkata',
    first: 'day',
    clock: 24,
  },
  {
    language: 'fa-IR',
    timezoneId: 'Asia/Katmandu',
    trouble: 'storage blocked',
    zone: 'Asia/Kathmandu',
    first: 'month',
    clock: 24,
  },
  {
    language: 'ar',
    timezoneId: 'America/St_Johns',
    trouble: 'translated',
    zone: 'America/St_Johns',
    first: 'day',
    clock: 12,
  },
  {
    language: 'ja-JP',
    timezoneId: 'Australia/Eucla',
    trouble: 'four days behind',
    zone: 'Australia/Eucla',
    first: 'month',
    clock: 24,
  },
  {
    language: 'C',
    // No place on Earth keeps such a clock: times are told in the nearest zone, which is named.
    timezoneId: 'GMT+05:15',
    trouble: 'cookies blocked',
    zone: 'Etc/GMT-5',
    first: 'month',
    clock: 12,
  },
]

const days = 86_400_000

const meet: Readonly<Record<Trouble, (context: BrowserContext) => Promise<unknown>>> = {
  translated: (context) => context.addInitScript(translate),
  slow: async (context) => {
    context.on('page', async (page) => {
      const devtools = await context.newCDPSession(page)
      const bytes = 400_000 / 8
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: bytes,
        uploadThroughput: bytes,
      })
    })
  },
  'storage blocked': (context) =>
    context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError')
          },
        })
      }
    }),
  // The profile says so.
  'cookies blocked': async () => {},
  'four days ahead': (context) => context.addInitScript(moveClock, 4 * days),
  'four days behind': (context) => context.addInitScript(moveClock, -4 * days),
}

/** What some systems report is no language and no zone, and no browser can be started with it. */
function report({ language, reported }: Pick<Place, 'language' | 'reported'>): void {
  Object.defineProperty(navigator, 'language', { get: () => language })
  if (reported === undefined) return
  const { prototype } = Intl.DateTimeFormat
  const known = Object.getOwnPropertyDescriptor(prototype, 'resolvedOptions')?.value
  Object.defineProperty(prototype, 'resolvedOptions', {
    value(this: Intl.DateTimeFormat) {
      return { ...(Reflect.apply(known, this, []) as object), timeZone: reported }
    },
  })
}

/** A moment as it is written there: `25 Nov` or `November 25`, and `09:00` or `9:00 AM`. */
function written(startsAt: string, { zone, first, clock }: Place): [day: RegExp, time: RegExp] {
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      month: 'short',
      day: 'numeric',
      hour: clock === 12 ? 'numeric' : '2-digit',
      minute: '2-digit',
      hourCycle: clock === 12 ? 'h12' : 'h23',
    })
      .formatToParts(new Date(startsAt))
      .map(({ type, value }) => [type, value]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  const [day, month] = [`\\b${part('day')}\\b`, `${part('month')}\\p{L}*`]
  const half = clock === 12 ? ` ${part('dayPeriod')}` : '(?! [ap]m)'
  return [
    new RegExp(first === 'day' ? `${day} ${month}` : `${month} ${day}`, 'u'),
    new RegExp(`(?<!\\d)${part('hour')}:${part('minute')}${half}`, 'i'),
  ]
}

async function expectMoment(where: Locator, startsAt: string, place: Place): Promise<void> {
  for (const pattern of written(startsAt, place)) {
    await expect(where).toContainText(pattern, { useInnerText: true })
  }
}

/** The page is in one language, digits too, whatever the browser's is. */
async function expectEnglish(page: Page): Promise<void> {
  await expect(page.getByRole('main')).not.toContainText(
    /(?![\d\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\S|(?![0-9])\p{Nd}/u,
  )
}

async function bookingOf(page: Page, api: Api) {
  const [, id, token] = /\/b\/([\w-]+)#([\w-]+)/.exec(page.url()) ?? []
  const { body } = await api(`/bookings/${id}`, { headers: { authorization: `Bearer ${token}` } })
  return body.booking
}

async function walk(page: Page, place: Place, api: Api): Promise<void> {
  await page.goto('/')
  await expectEnglish(page)
  const search = page.getByRole('searchbox').or(page.getByRole('combobox')).first()
  await search.fill('cavalcanti')
  await search.press('Enter')
  await expect(page.getByText('1 expert', { exact: true }).first()).toBeVisible()
  await page
    .getByRole('link', { name: /^Ana Carolina/ })
    .first()
    .click()
  await expect(page.locator('[data-slot]').first()).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()

  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  const chosen = page.locator('td[aria-selected="true"] [data-date]')
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: place.zone }).format(new Date(startsAt))
  await expect(chosen).toHaveAttribute('data-date', date)
  await expect(slotTile(page, startsAt)).toContainText(written(startsAt, place)[1])
  await expectEnglish(page)
  await slotTile(page, startsAt).click()
  await expectMoment(page.getByRole('button', { name: /^Book \w/ }), startsAt, place)

  await holdSlot(page, startsAt)
  const summary = page.getByRole('region', { name: 'What you are booking' })
  await expectMoment(summary, startsAt, place)
  await expect(summary).toContainText(/ · \$\d+(\.\d\d)?(?!\d)/)
  await fillDetails(page)
  await confirm(page)
  expect(await bookingOf(page, api)).toMatchObject({ status: 'booked', startsAt })
  await expectMoment(page.getByRole('article').first(), startsAt, place)

  await page.getByRole('banner').getByRole('link', { name: 'My bookings' }).click()
  const card = page.getByRole('list', { name: 'Upcoming sessions' }).getByRole('listitem')
  await expectMoment(card, startsAt, place)
  await expectEnglish(page)
  await card.getByRole('link', { name: /^Move/ }).click()
  await page.locator('[data-date][aria-disabled="false"]').last().click()
  const there = await freeSlot(page)
  await slotTile(page, there).click()
  await page.getByRole('button', { name: /^Move to/ }).click()
  const moved = page.getByRole('status').filter({ hasText: /^Moved to/ })
  await expectMoment(moved.locator('strong'), there, place)
  await expectMoment(moved.locator('s'), startsAt, place)
  expect(await bookingOf(page, api)).toMatchObject({ status: 'booked', startsAt: there })

  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Cancelled session/ })).toBeVisible()
  await expectEnglish(page)
  expect(await bookingOf(page, api)).toMatchObject({ status: 'cancelled' })
}

for (const place of places) {
  const { language, timezoneId, reported, trouble } = place
  const isLanguage = language !== 'C'
  const what = [language, reported ?? timezoneId, trouble].filter(Boolean).join(', ')
  test(`a session is booked, moved and cancelled: ${what}`, async ({ newVisitor, api }) => {
    const context = await newVisitor({
      timezoneId,
      ...(isLanguage && { locale: language }),
      blocksCookies: trouble === 'cookies blocked',
    })
    await context.addInitScript(report, {
      language,
      ...(reported !== undefined && { reported }),
    })
    if (trouble) await meet[trouble](context)
    await walk(await context.newPage(), place, api)
  })
}
