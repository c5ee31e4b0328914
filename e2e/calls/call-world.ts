import type { Page } from '@playwright/test'
import { type Api, expect } from '../world.ts'

/** A camera that counts and a microphone that beeps, and a browser that is asked for neither. */
export const fakeDevices = [
  '--use-fake-device-for-media-stream=device-count=2,fps=30',
  '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
]

/** A session whose room is open, and the address of each side in it. */
export interface BookedCall {
  readonly id: string
  readonly expertSlug: string
  readonly customer: string
  readonly expert: string
}

/** Books the next start of the made-up expert whose sessions begin at once. */
export async function bookCall(api: Api, email = 'grace.hopper@example.com'): Promise<BookedCall> {
  const { body: found } = await api('/experts?query=try&sort=soonest')
  const expert = found.items.find(({ slug }: { slug: string }) => slug.startsWith('demo'))
  const today = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const { body: board } = await api(
    `/experts/${expert.slug}/slots?from=${today(0)}&to=${today(1)}&timeZone=UTC`,
  )
  const slots = board.days.flatMap(
    (day: { slots: { state: string; startsAt: string }[] }) => day.slots,
  )
  const { startsAt } = slots.find(({ state }: { state: string }) => state === 'free')
  const { body } = await api('/bookings', {
    method: 'POST',
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: {
      expertId: expert.id,
      startsAt,
      minutes: board.minutes,
      customer: { name: 'Grace Hopper', email },
      timeZone: 'Asia/Kathmandu',
    },
  })
  const { id } = body.booking
  const { body: call } = await api(`/bookings/${id}/call`, {
    headers: { Authorization: `Bearer ${body.manageToken}` },
  })
  return {
    id,
    expertSlug: expert.slug,
    customer: `/b/${id}/call#${body.manageToken}`,
    expert: call.demoPath,
  }
}

/** From the lobby into the room, with camera and microphone. */
export async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Turn on camera and microphone' }).click()
  await page.getByRole('button', { name: 'Join session' }).click()
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible()
}
