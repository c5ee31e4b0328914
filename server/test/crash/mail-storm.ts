import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { handoversAtOnce } from '../../src/mail/transport.ts'
import type { MailServer, Manners } from '../mail/mail-server.ts'
import { newKey } from '../harness.ts'
import { send } from './customer.ts'

export interface Storm {
  /** Kills a server with -9 and starts it again; answers where one is. */
  readonly kill: () => Promise<string>
  readonly mail: MailServer
  /** Each has a start of its own, with an expert of an address. */
  readonly startAt: (index: number) => string
  readonly expertId: string
  readonly expertAddress: string
}

const manners: readonly Manners[] = [
  'accept',
  'drop',
  421,
  'accept',
  451,
  'keep-and-drop',
  'accept',
  'drop',
]

/** Address and calendar entry: what one mail is about, however often it is sent. */
interface Told {
  readonly to: string
  readonly bookingId: string
}

/**
 * People book while the server of mail refuses, drops and loses, and while the product is killed. When all is well again
 * everything owed arrives, and twice only what was under way when something broke.
 */
export async function weather(url: string, storm: Storm): Promise<void> {
  const { mail } = storm
  const booked: Told[] = []
  let at = url
  let moments = 0
  let lostAnswers = 0
  let kills = 0

  async function book(index: number): Promise<void> {
    const to = `grace-${index}@example.org`
    const answer = await send(at, {
      method: 'POST',
      path: '/bookings',
      key: newKey(),
      body: {
        expertId: storm.expertId,
        startsAt: storm.startAt(index),
        minutes: 30,
        customer: { name: 'Grace Hopper', email: to },
        timeZone: 'Asia/Kolkata',
      },
    })
    expect(answer?.status).toBe(201)
    const { booking } = JSON.parse(answer?.text ?? '{}') as { booking: { id: string } }
    booked.push({ to, bookingId: booking.id }, { to: storm.expertAddress, bookingId: booking.id })
  }

  mail.behave((moment) => {
    const next =
      moment.at === 'mail' || moment.at === 'recipient'
        ? (manners[moments++ % 8] ?? 'accept')
        : 'accept'
    if (next !== 'keep-and-drop') return next
    if (moment.at !== 'mail') return 'drop'
    lostAnswers++
    return next
  })
  for (let round = 0; round < 4; round++) {
    for (let index = 0; index < 5; index++) await book(5 * round + index)
    await delay(300 * round)
    at = await storm.kill()
    kills++
  }
  mail.behave(() => 'accept')

  const name = ({ to, bookingId }: Told) => `${bookingId} to ${to}`
  const wanted = booked.map(name).toSorted()
  const arrived = () =>
    [...new Set(mail.received.map((each) => name(toldBy(each.raw, each.to))))].toSorted()
  // What was refused for the moment is tried again after a minute, and a server that was away within two.
  await expect.poll(arrived, { timeout: 400_000, interval: 500 }).toEqual(wanted)
  // What goes out twice can be told by its Message-ID.
  expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(wanted.length)
  // As many as are under way at once may go out twice when a server is killed.
  const twice = mail.received.length - wanted.length
  expect(twice).toBeLessThanOrEqual(kills * handoversAtOnce + lostAnswers)
}

function toldBy(raw: string, to: string): Told {
  const entry = /filename="?session\.ics"?[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? ''
  const file = Buffer.from(entry, 'base64').toString('utf8').replaceAll('\r\n ', '')
  return { to, bookingId: /UID:([\w-]+)@/.exec(file)?.[1] ?? '' }
}
