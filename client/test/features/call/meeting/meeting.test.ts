// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiProblem } from '../../../../src/server/api/problem.ts'
import { newTrack } from '../fakes/fake-media.ts'
import { type End, FakeWorld, phaseOf } from '../fakes/fake-world.ts'

let world: FakeWorld
let expert: End
let customer: End

const phases = () => [phaseOf(expert), phaseOf(customer)]
const areConnected = () => phases().every((phase) => phase === 'connected')
const linkOf = (end: End) => end.links.at(-1)
const activeOf = (end: End) =>
  linkOf(end)?.transceivers.map(({ sender }) => sender.parameters.encodings[0]?.active)
const viewOf = ({ meeting }: End) => meeting.read()

beforeEach(async () => {
  world = new FakeWorld()
  expert = world.join('expert')
  await world.run(100)
  expect(phaseOf(expert)).toBe('waiting')
  customer = world.join('customer')
  await world.runUntil(areConnected)
  await world.run(500)
})

describe('a meeting', () => {
  it('connects two who come in, with one connection each and nothing offered twice', () => {
    expect(phases()).toEqual(['connected', 'connected'])
    expect([expert.links.length, customer.links.length]).toEqual([1, 1])
    expect([linkOf(expert)?.rollbacks, linkOf(expert)?.restarts]).toEqual([0, 0])
    for (const end of [expert, customer]) {
      expect(linkOf(end)?.transceivers.map(({ direction }) => direction)).toEqual(
        end === expert
          ? ['recvonly', 'recvonly', 'recvonly']
          : ['sendrecv', 'sendrecv', 'sendrecv'],
      )
    }
  })

  it('puts each track of the other side into its stream, and keeps the streams', async () => {
    const { sound, picture, screen } = viewOf(customer)
    const tracks = linkOf(customer)?.transceivers.map(({ receiver }) => receiver.track)
    expect([sound, picture, screen].flatMap((stream) => stream.getTracks())).toEqual(tracks)
    expert.meeting.leave()
    await world.run(100)
    expect([sound, picture, screen].flatMap((stream) => stream.getTracks())).toEqual([])
    expect(viewOf(customer).sound).toBe(sound)
  })

  it('sends other tracks without a word to the other side', async () => {
    const offers = linkOf(expert)?.localDescription
    const [camera, screen] = [newTrack('video'), newTrack('video')]
    expert.media.change({ camera, screen, microphone: null })
    await world.run(300)
    expect(linkOf(expert)?.transceivers.map(({ sender }) => sender.track)).toEqual([
      null,
      camera,
      screen,
    ])
    expect(screen.contentHint).toBe('detail')
    expect(linkOf(expert)?.localDescription).toBe(offers)
  })

  it('tells what is sent, also to who comes later', async () => {
    expect(viewOf(customer).remote).toEqual({
      microphone: true,
      camera: true,
      sharing: false,
      interrupted: false,
    })
    expert.media.change({ microphone: null, screen: newTrack('video') })
    expert.media.isInterrupted = true
    await world.run(3000)
    const said = { microphone: false, camera: true, sharing: true, interrupted: true }
    expect(viewOf(customer).remote).toEqual(said)
    customer.meeting.unload()
    customer = world.join('customer')
    await world.runUntil(areConnected)
    await world.run(500)
    expect(viewOf(customer).remote).toEqual(said)
  })

  it('shows no camera of a phone whose page nobody looks at', async () => {
    Object.assign(expert.page, { isMobile: true, isSeen: false })
    await world.run(3000)
    expect(viewOf(customer).remote).toMatchObject({ microphone: true, camera: false })
    expert.page.isSeen = true
    await world.run(3000)
    expect(viewOf(customer).remote.camera).toBe(true)
  })

  it('sends sound alone where one of them wishes so', async () => {
    customer.meeting.setSoundOnly(true)
    await world.run(500)
    expect([activeOf(expert), activeOf(customer)]).toEqual([
      [true, false, false],
      [true, false, false],
    ])
    expect([viewOf(customer).soundOnly, viewOf(expert).soundOnly]).toEqual(['chosen', 'no'])
    expect([viewOf(customer).remote.camera, viewOf(expert).remote.camera]).toEqual([false, false])
    customer.meeting.setSoundOnly(false)
    await world.run(500)
    expect(activeOf(expert)).toEqual([true, true, true])
    expect(viewOf(expert).remote.camera).toBe(true)
  })

  it('counts the time that they talked', async () => {
    const before = viewOf(customer).talkedMs
    await world.run(10_000)
    expect(Math.round((viewOf(customer).talkedMs - before) / 1000)).toBe(10)
    expert.meeting.leave()
    const { connectedAt, talkedMs } = viewOf(expert)
    await world.run(10_000)
    expect(viewOf(expert)).toMatchObject({ connectedAt, talkedMs, phase: 'ended', end: 'left' })
  })

  it('carries the chat, also what was written while nobody was there', async () => {
    customer.meeting.chat.send('hello')
    expert.meeting.leave()
    await world.run(500)
    customer.meeting.chat.send('are you there?')
    expert = world.join('expert')
    await world.runUntil(areConnected)
    await world.run(500)
    expect(expert.meeting.chat.read().messages.map(({ text }) => text)).toContain('are you there?')
    expect(customer.meeting.chat.read().messages.every(({ state }) => state === 'sent')).toBe(true)
  })

  it('tells how loud the other side is, while somebody listens', async () => {
    const heard: number[] = []
    const forget = customer.meeting.onRemoteLevel((level) => heard.push(level))
    await world.run(1000)
    expect(heard.length).toBeGreaterThan(15)
    expect(heard[0]).toBe(0.5)
    forget()
    const { length } = heard
    await world.run(1000)
    expect(heard).toHaveLength(length)
  })

  it('goes on where a listener throws', async () => {
    const reported: unknown[] = []
    Object.assign(globalThis, { reportError: (error: unknown) => reported.push(error) })
    customer.meeting.subscribe(() => {
      throw new Error('theirs')
    })
    expert.networkChanged()
    await world.run(5000)
    expect(phases()).toEqual(['connected', 'connected'])
    expect(reported.length).toBeGreaterThan(0)
  })
})

describe('the other side', () => {
  it('that left or was sent away is gone at once', async () => {
    expert.meeting.leave()
    await world.run(100)
    expect(viewOf(customer)).toMatchObject({ phase: 'waiting', otherLeft: true, quality: null })
    expect(world.net.open.size).toBe(0)
    expert = world.join('expert')
    await world.runUntil(areConnected)
    expect(viewOf(customer).otherLeft).toBe(false)
    world.hub.vacate('expert', 'removed')
    await world.run(100)
    expect(viewOf(customer)).toMatchObject({ phase: 'waiting', otherLeft: true })
  })

  it('whose line to the server broke is still heard, and given up when it is not', async () => {
    world.hub.vacate('expert', 'lost')
    await world.run(60_000)
    expect(phases()).toEqual(['connected', 'connected'])
    expect(world.hub.checks).toBe(0)
    world.net.isUp = false
    await world.run(25_000)
    expect(phaseOf(customer)).toBe('reconnecting')
    // The same break may have taken the line to the server, unseen.
    expect(world.hub.checks).toBeGreaterThan(2)
    await world.run(30_000)
    expect(viewOf(customer)).toMatchObject({ phase: 'waiting', otherLeft: true })
  })

  it('that comes back on another seat gets another connection', async () => {
    for (const link of expert.links) link.close()
    expert.meeting.unload()
    expert = world.join('expert')
    expect(await world.runUntil(areConnected, 3000)).toBe(true)
    expect(customer.links).toHaveLength(2)
    expect(linkOf(customer)?.peer).toBe(linkOf(expert))
  })
})

describe('a path', () => {
  it('that is cut for 5 s is not missed, and for 20 s comes back by itself', async () => {
    for (const ms of [5000, 20_000]) {
      world.net.isUp = false
      await world.run(ms)
      world.net.isUp = true
      expect(await world.runUntil(areConnected, 12_000)).toBe(true)
    }
    expect([expert.links.length, customer.links.length].every((count) => count <= 3)).toBe(true)
  })

  it('that leads elsewhere is found anew, without another connection', async () => {
    world.net.path += 1
    customer.networkChanged()
    await world.run(2500)
    expect(phases()).toEqual(['connected', 'connected'])
    expect(customer.links).toHaveLength(1)
    expect(linkOf(customer)?.restarts).toBe(1)
  })

  it('is looked for by both at once, at every step of each other’s offer', async () => {
    let rollbacks = 0
    for (let apart = 0; apart <= 200; apart += 4) {
      world.net.path += 1
      expert.networkChanged()
      await world.clock.advance(apart)
      customer.networkChanged()
      expect(await world.runUntil(areConnected, 5000), `${apart} ms apart`).toBe(true)
      await world.run(4000)
      expect(phases(), `${apart} ms apart`).toEqual(['connected', 'connected'])
    }
    rollbacks += linkOf(customer)?.rollbacks ?? 0
    expect(rollbacks).toBeGreaterThan(3)
    expect(linkOf(expert)?.rollbacks).toBe(0)
    expect([expert.links.length, customer.links.length]).toEqual([1, 1])
  })

  it('is looked for again after sleep', async () => {
    world.clock.sleepThrough(60_000)
    await world.run(3000)
    expect(linkOf(customer)?.restarts).toBeGreaterThan(0)
    expect(phases()).toEqual(['connected', 'connected'])
  })

  it('is left alone where nobody looks at the page, and its timers run once a minute', async () => {
    for (const { page } of [customer, expert]) page.isSeen = false
    for (let minutes = 0; minutes < 3; minutes += 1) {
      world.clock.sleepThrough(60_000)
      await world.run(50)
    }
    expect(linkOf(customer)?.restarts).toBe(0)
    expect(phaseOf(customer)).toBe('connected')
  })

  it('that is not there is told of within 15 s, to people and to whoever hosts, and still looked for', async () => {
    customer.meeting.leave()
    world.net.isUp = false
    customer = world.join('customer')
    await world.run(15_500)
    expect(phases()).toEqual(['no_path', 'no_path'])
    expect(world.hub.reports).toEqual(['no_path', 'no_path'])
    world.net.isUp = true
    expect(await world.runUntil(areConnected, 20_000)).toBe(true)
  })

  it('to the server may be gone while media go on', async () => {
    world.hub.cut(true)
    await world.run(10_000)
    expect(viewOf(customer)).toMatchObject({ phase: 'connected', isCutOff: true })
    customer.networkChanged()
    world.hub.cut(false)
    await world.run(3000)
    expect(viewOf(customer)).toMatchObject({ phase: 'connected', isCutOff: false })
    expect(customer.links).toHaveLength(1)
  })
})

describe('who is out', () => {
  it('because they sit elsewhere now can take it back', async () => {
    const elsewhere = world.join('customer')
    await world.run(1000)
    expect(viewOf(customer)).toMatchObject({ phase: 'ended', end: 'taken_over' })
    await customer.meeting.takeBack()
    await world.runUntil(areConnected)
    expect(viewOf(customer).end).toBeUndefined()
    expect(viewOf(elsewhere)).toMatchObject({ phase: 'ended', end: 'taken_over' })
  })

  it('hears why they may not come in', async () => {
    const problem = new ApiProblem({
      type: 'about:blank',
      title: 'No',
      status: 422,
      code: 'room_closed',
    })
    world.hub.room = (role) => ({
      ...new FakeWorld().hub.room(role),
      enter: () => Promise.reject(problem),
    })
    const late = world.join('customer')
    await world.run(100)
    expect(viewOf(late)).toMatchObject({ phase: 'ended', end: 'refused', problem })
    expect(late.surroundings.size).toBe(0)
  })
})
