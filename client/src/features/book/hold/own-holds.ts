import type { Hold } from '@expertconnect/contract/bookings/shapes'
import { randomId } from '../../../lib/browser/random-id.ts'
import { remembered } from '../../../lib/browser/remembered.ts'
import { serverNow } from '../../../lib/time/server-clock.ts'

/** A hold of this browser, and the tab that keeps it. */
export interface OwnHold {
  readonly expertId: string
  readonly minutes: number
  readonly hold: Hold
  readonly tab: string
}

/** This tab, for as long as the page lives. */
const thisTab = randomId()

/** The holds of every tab of this browser, so that none of them takes another one's for a stranger's. */
export const ownHolds = remembered<readonly OwnHold[]>({
  on: 'device',
  key: 'ec.holds',
  shape: (found) => (Array.isArray(found) ? found.filter(isOwnHold) : []),
})

/** Keeps a hold as one of this tab's. */
export function rememberHold(own: Omit<OwnHold, 'tab'>): void {
  ownHolds.write([...othersThan(own.hold.id), { ...own, tab: thisTab }])
}

/** Those that other tabs keep of an expert's time. */
export function holdsElsewhere(all: readonly OwnHold[], expertId: string): readonly OwnHold[] {
  return all.filter((own) => own.expertId === expertId && own.tab !== thisTab)
}

export function forgetHold(id: string): void {
  if (ownHolds.read().some(({ hold }) => hold.id === id)) ownHolds.write(othersThan(id))
}

/** Whether it is this tab's to give back: it may have been taken over in another one. */
export function isKeptHere(id: string): boolean {
  const tab = ownHolds.read().find(({ hold }) => hold.id === id)?.tab
  return tab === undefined || tab === thisTab
}

/** What has run out goes with whatever is written next. */
function othersThan(id: string): OwnHold[] {
  const now = serverNow()
  return ownHolds.read().filter(({ hold }) => hold.id !== id && Date.parse(hold.expiresAt) > now)
}

function isOwnHold(found: unknown): found is OwnHold {
  const { expertId, minutes, tab, hold } = (found ?? {}) as Partial<OwnHold>
  const texts = [expertId, tab, hold?.id, hold?.token, hold?.startsAt, hold?.expiresAt]
  return typeof minutes === 'number' && texts.every((text) => typeof text === 'string')
}
