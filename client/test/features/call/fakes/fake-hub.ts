import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Absence, Room, RoomListener } from '../../../../src/features/call/signalling/room.ts'
import { createOthers } from '../../../../src/features/call/signalling/others.ts'
import type { VirtualClock } from './virtual-clock.ts'

interface Guest {
  readonly seat: string
  readonly listener: RoomListener
  readonly others: ReturnType<typeof createOthers>
}

const opposite = { customer: 'expert', expert: 'customer' } as const

/** The server of a test: who is there is told in order; signals are lost, doubled, late and out of order. */
export class FakeHub {
  readonly guests = new Map<CallRole, Guest>()
  readonly reports: string[] = []
  loss = 0
  doubling = 0
  delay = 5
  isCut = false
  seats = 0
  /** How often a page has asked whether its line to the server lives. */
  checks = 0
  /** Whose line to the server looks alive and is not, until they ask. */
  readonly #dead = new Set<CallRole>()
  readonly #clock: VirtualClock

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  room(role: CallRole): Room {
    const seat = `seat-${role}-${++this.seats}`
    const enter = (listener: RoomListener) => {
      const others = createOthers((to, body) => this.#relay(role, seat, to, body), listener.other)
      const before = this.guests.get(role)
      this.guests.set(role, { seat, listener, others })
      if (before && before.seat !== seat) before.listener.ended('taken_over')
      this.#tell(opposite[role])
      this.#tell(role)
      listener.reachable(true)
      return Promise.resolve()
    }
    return {
      role,
      seat,
      iceServers: () => this.#clock.sleep(this.#clock.random() * 30).then(() => []),
      enter,
      leave: () => this.vacate(role, 'left', seat),
      check: () => this.#check(role),
      report: (fault) => void this.reports.push(fault),
    }
  }

  vacate(role: CallRole, why: Absence, seat = this.guests.get(role)?.seat): void {
    if (this.guests.get(role)?.seat !== seat) return
    this.guests.delete(role)
    this.#tell(opposite[role], why)
  }

  /** The server is out of reach for both. */
  cut(isCut: boolean): void {
    this.isCut = isCut
    for (const { listener } of this.guests.values()) listener.reachable(!isCut)
  }

  /** Nothing gets through on the line of one of them, and nobody is told. */
  lineDies(role: CallRole): void {
    this.#dead.add(role)
  }

  /** As a page finds it out: no answer for a while, then a line of its own again. */
  #check(role: CallRole): void {
    this.checks += 1
    if (!this.#dead.has(role)) return
    const tell = (isReachable: boolean) => this.guests.get(role)?.listener.reachable(isReachable)
    this.#clock.after(1500, () => tell(false))
    this.#clock.after(1700, () => {
      this.#dead.delete(role)
      tell(true)
    })
  }

  /** Who had lost their line are back as if nothing had been. */
  retell(): void {
    this.#tell('customer')
    this.#tell('expert')
  }

  #tell(role: CallRole, why?: Absence): void {
    this.guests.get(role)?.others.seen(this.guests.get(opposite[role])?.seat, why)
  }

  #relay(role: CallRole, from: string, to: string, body: string): void {
    const { random } = this.#clock
    const isCut = this.isCut || this.#dead.size > 0
    const copies = random() < this.loss || isCut ? 0 : random() < this.doubling ? 2 : 1
    for (let copy = 0; copy < copies; copy += 1) {
      this.#clock.after(random() * this.delay, () => {
        const guest = this.guests.get(opposite[role])
        if (guest?.seat === to && this.guests.get(role)?.seat === from)
          guest.others.heard(from, body)
      })
    }
  }
}
