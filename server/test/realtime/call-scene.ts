import type { CallAnswer } from '@expertconnect/contract/endpoints'
import type { ServerToClient } from '@expertconnect/contract/realtime'
import { expect, vi } from 'vitest'
import { parseInstant } from '../../src/domain/time/instant.ts'
import { type Browser, signedIn, startDesk } from '../http/desk-world.ts'
import { later, makeBooking, tuesdayTen } from '../http/requests.ts'
import type { World, WorldOptions } from '../harness.ts'
import { connect, type Listener } from './listener.ts'

export const customerSeat = 'seat-of-grace'
export const expertSeat = 'seat-of-ada'

type EventOf<N extends keyof ServerToClient> = Parameters<ServerToClient[N]>[0]

/** One page of one side, with a socket of its own. */
export interface Page {
  readonly listener: Listener
  /** Everything of this name that it was told, in order. */
  heard<N extends keyof ServerToClient>(name: N): EventOf<N>[]
  ask(
    command: 'call:watch' | 'call:join' | 'call:signal' | 'call:leave',
    input: unknown,
  ): Promise<unknown>
  /** Goes in with this ticket, and must be let in. Answers who sits there. */
  join(ticket: string, seat: string): Promise<unknown>
  watch(ticket: string): Promise<unknown>
  signal(to: string, body: string): Promise<unknown>
  /** The refusal, or that there was none. */
  refusalOf(command: 'call:watch' | 'call:join' | 'call:signal', input: unknown): Promise<string>
}

export interface CallScene {
  readonly world: World
  readonly id: string
  /** The customer's manage token. */
  readonly token: string
  /** That of the expert. */
  readonly expertToken: string
  page(cookies?: Browser): Promise<Page>
  read(bearer: string, id?: string): Promise<CallAnswer<'getCall'>>
  /** Fresh, by a link; the room must be open. */
  ticket(bearer: string): Promise<string>
  /** Lets one side in by its link. */
  joined(token: string, seat: string): Promise<Page>
  /** Both by their links, and the customer once more in the lobby. */
  bothThere(): Promise<{ grace: Page; ada: Page; lobby: Page }>
  /** Somebody who is signed in, and in the call by that alone. */
  bySession(email: string, seat: string): Promise<{ browser: Browser; page: Page }>
  at(iso: string): void
  stop(): Promise<void>
}

/** Grace has booked half an hour with Ada, which begins in five minutes. */
export async function openCall(options: WorldOptions = {}): Promise<CallScene> {
  const world = await startDesk(options)
  const { booking, manageToken } = await makeBooking(world, tuesdayTen)
  const record = await world.storage.bookings.find(booking.id)
  if (record?.state !== 'booked') throw new Error('Nothing was booked')
  const expertToken = world.tokens.forExpert(record)
  const open: Listener[] = []
  const at = (iso: string) => void (world.clock.now = parseInstant(iso))
  at(later(tuesdayTen, -5))

  async function page(browser?: Browser): Promise<Page> {
    const cookie = [...(browser?.cookies ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
    const listener = await connect(world.url, { origin: world.url, ...(cookie ? { cookie } : {}) })
    open.push(listener)
    const demand = async (command: Parameters<Page['ask']>[0], input: unknown) => {
      const answer = (await listener.ask(command, input)) as { ok: boolean; data: never }
      expect(answer).toMatchObject({ ok: true })
      return answer.data as { seats: unknown }
    }
    return {
      listener,
      heard: (name) =>
        listener.told.filter((each) => each.name === name).map(({ event }) => event as never),
      ask: (command, input) => listener.ask(command, input),
      join: async (ticket, seat) => (await demand('call:join', { ticket, seat })).seats,
      watch: async (ticket) => (await demand('call:watch', { ticket })).seats,
      signal: (to, body) => listener.ask('call:signal', { to, body }),
      async refusalOf(command, input) {
        const { ok, problem } = (await listener.ask(command, input)) as {
          ok: boolean
          problem?: { code: string }
        }
        return ok ? 'ok' : (problem?.code ?? 'nothing')
      },
    }
  }

  async function read(bearer: string, id = booking.id) {
    return (await world.send('getCall', { params: { id }, bearer })).body
  }

  const ticket = async (bearer: string) => (await read(bearer)).ticket ?? 'none'

  async function joined(token: string, seat: string): Promise<Page> {
    const made = await page()
    await made.join(await ticket(token), seat)
    return made
  }

  return {
    world,
    id: booking.id,
    token: manageToken,
    expertToken,
    page,
    read,
    ticket,
    joined,
    async bothThere() {
      const grace = await joined(manageToken, customerSeat)
      const ada = await joined(expertToken, expertSeat)
      const lobby = await page()
      await lobby.watch(await ticket(manageToken))
      await lastSeats(grace, { seats: { customer: customerSeat, expert: expertSeat } })
      return { grace, ada, lobby }
    },
    async bySession(email, seat) {
      const browser = await signedIn(world, email)
      const made = await page(browser)
      const { body } = await browser.send('getCall', { params: { id: booking.id } })
      await made.join(body.ticket ?? 'none', seat)
      return { browser, page: made }
    },
    at,
    async stop() {
      for (const each of open) each.close()
      await world.stop()
    },
  }
}

/** Waits until this page was told exactly that of who is there, as the last thing. */
export async function lastSeats(page: Page, expected: object): Promise<void> {
  await vi.waitFor(() => expect(page.heard('callUpdated').at(-1)).toMatchObject(expected))
}

export function callEnds(page: Page): string[] {
  return page.heard('callEnded').map(({ reason }) => reason)
}
