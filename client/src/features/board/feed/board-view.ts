import type { Board, DayReason, Occupied } from '@expertconnect/contract/boards/shapes'
import { type KnownRecords, slotState } from '@expertconnect/contract/boards/board-state'
import { instantText } from './board-records.ts'

/**
 * `closed`: it was free and has come too near to be booked; it fades before it goes. `elsewhere`: this visitor holds it, in
 * another tab.
 */
export type SlotViewState = 'free' | 'held' | 'taken' | 'yours' | 'elsewhere' | 'closed'

export interface SlotView {
  readonly startsAt: string
  readonly endsAt: string
  readonly state: SlotViewState
  /** When somebody's hold on it runs out. */
  readonly expiresAt?: string
  /** Of a hold in another tab: its record. */
  readonly record?: string
}

export interface DayView {
  readonly date: string
  /** Why nothing can be booked on it; `full`: all of its times are taken or held. */
  readonly reason?: DayReason | 'full'
  readonly slots: readonly SlotView[]
  readonly free: number
}

export interface ViewContext {
  readonly gapMinutes: number
  readonly noticeMinutes: number
  /** The server's clock, epoch milliseconds. */
  readonly now: number
  /** The hold of this visitor, which looks like their own and blocks nothing for them. */
  readonly own?:
    | {
        readonly id: string
        /** Another record that is theirs for all that is known: the hold that was asked for and not answered yet. */
        readonly asked?: string | undefined
        readonly startsAt: string
        readonly minutes: number
      }
    | undefined
  /** The records that this visitor holds in other tabs. */
  readonly elsewhere?: ReadonlySet<string> | undefined
}

const minute = 60_000
/** How long a slot that has come too near stays, faded, so that nothing jumps under a pointer. */
const fading = 30_000

type Listed = Pick<Board, 'days' | 'minutes'>

/**
 * The days of a board with the state of every slot, from what is known now. The board says which starts exist; who
 * is on them follows from the records alone, so an event changes it without another request, for every length.
 */
export function viewDays(board: Listed, known: KnownRecords, context: ViewContext): DayView[] {
  const live = liveOf(known, context)
  return board.days.map((day) => {
    const near = around(live, day.slots)
    const slots = day.slots
      .map((slot) => viewSlot(slot, board.minutes, near, context))
      .filter((slot) => slot !== null)
    const free = slots.filter(({ state }) => state === 'free').length
    const reason =
      day.reason ?? (slots.length === 0 ? 'inside_notice' : free === 0 ? 'full' : undefined)
    return { date: day.date, slots, free, ...(reason && { reason }) }
  })
}

function liveOf(known: KnownRecords, { own }: ViewContext): Occupied[] {
  const live: Occupied[] = []
  for (const [id, { occupied }] of known) {
    if (occupied && id !== own?.id && id !== own?.asked) live.push(occupied)
  }
  return live
}

/** The records that can matter to the slots of one day. */
function around(live: readonly Occupied[], slots: Board['days'][number]['slots']): Occupied[] {
  const [first, last] = [slots[0], slots.at(-1)]
  if (!first || !last) return []
  // The longest gap is shorter than a day.
  const end = instantText(Date.parse(last.endsAt) + 24 * 60 * minute)
  return live.filter(({ startsAt, until }) => startsAt < end && until > first.startsAt)
}

/** One slot as it is now, wherever the calendar stands. */
export function slotNow(
  slot: { startsAt: string; endsAt: string },
  minutes: number,
  known: KnownRecords,
  context: ViewContext,
): SlotView | null {
  return viewSlot(slot, minutes, liveOf(known, context), context)
}

function viewSlot(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  minutes: number,
  near: readonly Occupied[],
  { gapMinutes, noticeMinutes, now, own, elsewhere }: ViewContext,
): SlotView | null {
  const closesAt = Date.parse(startsAt) - noticeMinutes * minute
  if (now >= closesAt + fading) return null
  const until = instantText(Date.parse(endsAt) + gapMinutes * minute)
  const { state, expiresAt } = slotState({ startsAt, until }, near, now)
  if (state === 'held' && elsewhere) {
    const record = near.find(
      (each) => elsewhere.has(each.id) && each.startsAt < until && each.until > startsAt,
    )?.id
    if (record !== undefined) return { startsAt, endsAt, state: 'elsewhere', record }
  }
  if (state !== 'free') return { startsAt, endsAt, state, ...(expiresAt && { expiresAt }) }
  if (own?.startsAt === startsAt && own.minutes === minutes) {
    return { startsAt, endsAt, state: 'yours' }
  }
  return { startsAt, endsAt, state: now > closesAt ? 'closed' : 'free' }
}

/** The next moment at which time alone changes the view: a hold runs out, or a slot comes too near. */
export function nextTurn(board: Listed, known: KnownRecords, context: ViewContext): number {
  const { noticeMinutes, now } = context
  let next = now + 60_000
  const consider = (at: number) => {
    if (at > now && at < next) next = at
  }
  for (const { occupied } of known.values()) {
    if (occupied?.expiresAt !== undefined) consider(Date.parse(occupied.expiresAt))
  }
  for (const { slots } of board.days) {
    for (const { startsAt } of slots) {
      const closesAt = Date.parse(startsAt) - noticeMinutes * minute
      if (closesAt > next) return next
      consider(closesAt + 1)
      consider(closesAt + fading)
    }
  }
  return next
}
