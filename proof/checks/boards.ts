import { send } from '../clients/send.ts'
import { readBoard, type Watched } from '../clients/watcher.ts'
import type { Stored } from '../engines/engine.ts'
import type { History } from '../history.ts'
import type { Hold } from '@expertconnect/contract/bookings/shapes'
import { isLive } from './stored.ts'

const prober = 'prober'
const probes = 2
const minutesProbed = 60
/** What runs out about now may be over for one and not yet for the other. */
const blurMs = 2000
const soonMs = 3_600_000

/**
 * I4, when nobody else changes anything: each start is listed with the state that it has by what is stored, a free one
 * can be had, a taken one and one that is not listed cannot.
 */
export async function checkBoards(
  history: History,
  url: string,
  watched: readonly Watched[],
  read: () => Promise<Stored>,
  { dice, now }: { readonly dice: () => number; readonly now: () => number },
): Promise<void> {
  for (const { expertId, slug, gapMs } of watched) {
    const { records } = await read()
    const { board, text } = await readBoard(url, slug, now(), minutesProbed)
    history.overheard(text, 'a board')
    const at = Date.parse(board.now)
    const live = records.filter((record) => record.expertId === expertId && isLive(record))
    const slots = board.days.flatMap((day) => day.slots)
    for (const slot of slots) {
      const [from, to] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)]
      const others = live.filter(({ startsAt, until }) => startsAt < to + gapMs && until > from)
      if (others.some(({ expiresAt }) => Math.abs((expiresAt ?? 0) - at) < blurMs)) continue
      const left = others.filter(({ expiresAt }) => expiresAt === null || expiresAt > at)
      const isTaken = left.some(({ state }) => state === 'booked')
      const state = isTaken ? 'taken' : left.length > 0 ? 'held' : 'free'
      if (state !== slot.state) {
        history.violate('I4', `a start is listed as ${slot.state} and is ${state}`, {
          slot,
          others,
        })
      }
    }
    // What begins or runs out about now may be another thing by the time that it is asked for.
    const later = slots.filter(({ startsAt }) => Date.parse(startsAt) > at + soonMs)
    const of = (wanted: string) => later.filter(({ state }) => state === wanted)
    for (let index = 0; index < probes; index++) {
      const [free, taken] = [any(of('free'), dice), any(of('taken'), dice)]
      if (free) await probe(history, url, expertId, free.startsAt, 201)
      if (taken) await probe(history, url, expertId, taken.startsAt, 409)
    }
    const between = any(slots, dice)
    if (!between) throw new Error(`${slug} lists no start at all`)
    const offGrid = new Date(Date.parse(between.startsAt) + 7 * 60_000).toISOString()
    await probe(history, url, expertId, offGrid, 422)
  }
}

let probed = 0

async function probe(
  history: History,
  url: string,
  expertId: string,
  startsAt: string,
  wanted: 201 | 409 | 422,
): Promise<void> {
  const body = { expertId, startsAt, minutes: minutesProbed, holder: `${prober}-${++probed}` }
  const key = `${prober}-${String(probed).padStart(8, '0')}`
  const asked = { method: 'POST', path: '/holds', body, key } as const
  let operation = await send(history, prober, url, asked)
  // With its key it is asked for once, however often it is sent.
  if (operation.outcome === 'unknown') operation = await send(history, prober, url, asked)
  if (operation.status !== wanted && operation.outcome !== 'unknown') {
    history.violate('I4', `a start was answered ${operation.status} and not ${wanted}`, operation)
  }
  if (operation.outcome !== 'ok') return
  const { id, token } = JSON.parse(operation.answer ?? '{}') as Hold
  await send(history, prober, url, { method: 'DELETE', path: `/holds/${id}`, token })
}

function any<T>(from: readonly T[], dice: () => number): T | undefined {
  return from[Math.floor(dice() * from.length)]
}
