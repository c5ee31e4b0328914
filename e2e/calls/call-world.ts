import type { Page } from '@playwright/test'
import { createTokens } from '../../server/src/base/tokens.ts'
import { secret } from '../built-server.ts'
import { type Api, expect } from '../world.ts'
import { type Flow, flowOf } from './connections.ts'

/** A camera that counts and a microphone that beeps, and a browser that lets pages have them. */
export function devicesAt(picturesPerSecond: number): readonly string[] {
  return [
    `--use-fake-device-for-media-stream=device-count=3,fps=${picturesPerSecond}`,
    '--use-fake-ui-for-media-stream',
    '--auto-select-desktop-capture-source=Entire screen',
  ]
}

/** Few pictures: each is made, sent and shown by the processor alone, several browsers at a time. */
export const fakeDevices = devicesAt(8)

/** Who takes bookings of the next quarter of an hour, day and night. */
export const demoExpert = 'demo-dana'

/** A session whose room is open, and the address of each side in it. */
export interface BookedCall {
  readonly id: string
  readonly customer: string
  readonly expert: string
}

let booked = 0
let cancelLast = async (): Promise<void> => undefined

/** Whom it is booked for, and what about. */
export interface Booked {
  readonly name?: string
  readonly topic?: string
}

/** Books the next start of the demo's expert, whose room is open at once: it takes the place of the one before. */
export async function bookCall(
  api: Api,
  { name = 'Grace Hopper', topic }: Booked = {},
): Promise<BookedCall> {
  // A server that is gone has taken its bookings with it.
  await cancelLast().catch(() => undefined)
  const { body: expert } = await api(`/experts/${demoExpert}`)
  const { body: board } = await api(`/experts/${demoExpert}/slots?${aroundNow()}&timeZone=UTC`)
  const slots: { state: string; startsAt: string }[] = board.days.flatMap(
    ({ slots: all }: { slots: [] }) => all,
  )
  const wanted = {
    expertId: expert.id,
    minutes: board.minutes,
    customer: { name, email: `grace-${++booked}@example.com` },
    ...(topic !== undefined && { topic }),
    timeZone: 'Asia/Kathmandu',
  }
  const { booking, manageToken } = await bookFirst(
    api,
    wanted,
    slots.filter(({ state }) => state === 'free'),
  )
  const { id } = booking
  const expertToken = createTokens(secret).forExpert({ id, expertId: expert.id })
  cancelLast = () => cancel(api, id, expertToken)
  return {
    id,
    customer: `/b/${id}/call#${manageToken}`,
    expert: `/b/${id}/call#${expertToken}`,
  }
}

/** The next start may pass between reading the board and booking: then it is the one after it. */
async function bookFirst(api: Api, wanted: object, slots: readonly { startsAt: string }[]) {
  for (const { startsAt } of slots) {
    const { status, body } = await api('/bookings', {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: { ...wanted, startsAt },
    })
    if (status === 201) return body
    expect(body.code, 'why it could not be booked').toMatch(/^(in_the_past|inside_notice)$/)
  }
  throw new Error('Nothing is free')
}

async function cancel(api: Api, id: string, token: string): Promise<void> {
  const Authorization = `Bearer ${token}`
  const { body } = await api(`/bookings/${id}`, { headers: { Authorization } })
  await api(`/bookings/${id}`, {
    method: 'PATCH',
    headers: { Authorization, 'Idempotency-Key': crypto.randomUUID() },
    body: { version: body.booking.version, status: 'cancelled', reason: 'The next test comes' },
  })
}

function aroundNow(): string {
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return `from=${date(0)}&to=${date(1)}`
}

/** Opens the lobby and turns both devices on. */
export async function openLobby(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Turn on camera and microphone' }).click()
  await expect(page.getByText('You’ll join with video and sound.')).toBeVisible()
}

/** Through the lobby into the room, with camera and microphone. */
export async function enter(page: Page, address: string): Promise<void> {
  await openLobby(page, address)
  await join(page)
}

export async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join session' }).click()
  await expect(leaveButton(page)).toBeVisible()
}

export const leaveButton = (page: Page) => page.getByRole('button', { name: 'Leave the call' })

/** Waits until pictures and sound come in at this page, and goes on to say how much of them. */
export async function expectMedia(page: Page): Promise<Flow> {
  const before = await flowOf(page)
  await expect
    .poll(
      async () => {
        const { frames, energy, state } = await flowOf(page)
        return {
          state,
          seen: frames > before.frames + 5,
          heard: energy > before.energy,
        }
      },
      { timeout: 60_000 },
    )
    .toEqual({ state: 'connected', seen: true, heard: true })
  return flowOf(page)
}

/** Both sides in the room and connected. */
export async function meet(
  customer: Page,
  expert: Page,
  { customer: first, expert: second }: BookedCall,
): Promise<void> {
  await enter(expert, second)
  await enter(customer, first)
  await Promise.all([expectMedia(customer), expectMedia(expert)])
}
