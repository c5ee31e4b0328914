// @vitest-environment node
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { callRoles } from '@expertconnect/contract/calls/shapes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type End, FakeWorld, phaseOf, plight } from '../fakes/fake-world.ts'

/** Whatever may happen to two people in a call, in any order. */
type Event =
  | { kind: 'wait'; ms: number }
  | { kind: 'restart'; who: CallRole }
  | { kind: 'both restart'; apart: number }
  | { kind: 'path cut'; ms: number }
  | { kind: 'address changes' }
  | { kind: 'address changes, and a line dies'; who: CallRole }
  | { kind: 'server cut'; ms: number }
  | { kind: 'browser refuses'; who: CallRole }
  | { kind: 'reload'; who: CallRole }
  | { kind: 'page dies'; who: CallRole }
  | { kind: 'second tab, and back'; who: CallRole }
  | { kind: 'line lost'; who: CallRole; ms: number }
  | { kind: 'sleep'; ms: number }
  | { kind: 'chat'; who: CallRole }

const who = fc.constantFrom(...callRoles)
const ms = fc.integer({ min: 0, max: 400 })
const long = fc.integer({ min: 500, max: 25_000 })
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('wait'), ms: fc.oneof(ms, long) }),
  fc.record({ kind: fc.constant('restart'), who }),
  { arbitrary: fc.record({ kind: fc.constant('both restart'), apart: ms }), weight: 3 },
  fc.record({ kind: fc.constant('path cut'), ms: long }),
  fc.record({ kind: fc.constant('address changes') }),
  fc.record({ kind: fc.constant('address changes, and a line dies'), who }),
  fc.record({ kind: fc.constant('server cut'), ms: long }),
  fc.record({ kind: fc.constant('browser refuses'), who }),
  fc.record({ kind: fc.constant('reload'), who }),
  fc.record({ kind: fc.constant('page dies'), who }),
  fc.record({ kind: fc.constant('second tab, and back'), who }),
  fc.record({ kind: fc.constant('line lost'), who, ms: long }),
  fc.record({ kind: fc.constant('sleep'), ms: long }),
  fc.record({ kind: fc.constant('chat'), who }),
) as fc.Arbitrary<Event>

const channel = fc.record({
  seed: fc.integer(),
  loss: fc.double({ min: 0, max: 0.4, noNaN: true }),
  doubling: fc.double({ min: 0, max: 0.5, noNaN: true }),
  delay: fc.integer({ min: 1, max: 1500 }),
  events: fc.array(event, { maxLength: 8 }),
})

class Story {
  readonly world: FakeWorld
  readonly ends: Record<CallRole, End>
  said = 0

  constructor(world: FakeWorld) {
    this.world = world
    this.ends = { expert: this.#join('expert'), customer: this.#join('customer') }
  }

  async play(event: Event): Promise<void> {
    const { world, ends } = this
    const { hub, net, clock } = world
    switch (event.kind) {
      case 'wait':
        return world.run(event.ms)
      case 'restart':
        return ends[event.who].networkChanged()
      case 'both restart':
        ends.expert.networkChanged()
        await clock.advance(event.apart)
        return ends.customer.networkChanged()
      case 'path cut':
        net.isUp = false
        await world.run(event.ms)
        net.isUp = true
        return
      case 'address changes':
        net.path += 1
        return
      case 'address changes, and a line dies':
        // Of a call that is only just beginning nothing is missed yet.
        if (!this.isSettled()) return
        net.path += 1
        hub.lineDies(event.who)
        return world.run(4000)
      case 'server cut':
        hub.cut(true)
        await world.run(event.ms)
        return hub.cut(false)
      case 'browser refuses': {
        const link = ends[event.who].links.at(-1)
        if (link) link.willRefuse = true
        return ends[event.who].networkChanged()
      }
      case 'reload':
        ends[event.who].meeting.unload()
        ends[event.who] = this.#join(event.who)
        return
      case 'page dies':
        for (const link of ends[event.who].links) link.close()
        hub.vacate(event.who, 'lost')
        ends[event.who].meeting.unload()
        ends[event.who] = this.#join(event.who)
        return
      case 'second tab, and back': {
        const other = this.#join(event.who)
        await world.run(700)
        await ends[event.who].meeting.takeBack()
        await world.run(10)
        expect(other.meeting.read().end).toBe('taken_over')
        return
      }
      case 'line lost': {
        const guest = hub.guests.get(event.who)
        hub.vacate(event.who, 'lost')
        await world.run(event.ms)
        if (!guest) return
        hub.guests.set(event.who, guest)
        hub.retell()
        return
      }
      case 'sleep':
        return clock.sleepThrough(event.ms)
      case 'chat':
        this.said += 1
        return ends[event.who].meeting.chat.send(`word ${this.said}`)
    }
  }

  isSettled = (): boolean => {
    const links = [this.ends.expert, this.ends.customer].map(({ links }) => links.at(-1))
    const [one, other] = links
    return (
      Object.values(this.ends).every((end) => phaseOf(end) === 'connected') &&
      one?.peer === other &&
      other?.peer === one &&
      links.every((link) => link?.isAgreed)
    )
  }

  #join(role: CallRole): End {
    return this.world.join(role)
  }
}

describe('two ends over a line that loses, doubles, delays and reorders', () => {
  it('settle connected, whatever happened before', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(channel, async ({ seed, events, ...line }) => {
        const world = new FakeWorld(seed)
        Object.assign(world.hub, line)
        const story = new Story(world)
        for (const event of events) await story.play(event)
        const { expert, customer } = story.ends
        const isSettled = await world.runUntil(story.isSettled, 180_000)
        expect({
          isSettled,
          ...(!isSettled && { expert: plight(expert), customer: plight(customer) }),
        }).toEqual({ isSettled: true })
        await world.run(20_000)
        expect(story.isSettled(), 'and stay so').toBe(true)
        expect(world.net.open.size, 'connections').toBe(2)
        for (const end of [expert, customer]) {
          const { sound, picture, screen } = end.meeting.read()
          const heard = [sound, picture, screen].map((stream) => stream.getTracks())
          const received = end.links.at(-1)?.transceivers.map(({ receiver }) => [receiver.track])
          expect(heard).toEqual(received)
          const sent = end.links.at(-1)?.transceivers.map(({ sender }) => sender.track)
          expect(sent).toEqual([end.media.current.microphone, end.media.current.camera, null])
          expect(
            end.meeting.chat.read().messages.filter(({ state }) => state === 'sending'),
          ).toEqual([])
          const ids = end.meeting.chat.read().messages.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
        }
        expert.meeting.leave()
        customer.meeting.leave()
        await world.run(5000)
        expect([world.net.open.size, world.clock.pending], 'left behind').toEqual([0, 0])
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60), endOnFailure: false },
    )
  })
})
