// @vitest-environment node
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Reliable, createReliable } from '../../../../src/features/call/signalling/reliable.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

interface End {
  reliable: Reliable
  readonly heard: unknown[]
  anew: number
}

let clock: VirtualClock
let carry: (to: End, body: string) => void
let one: End
let other: End
let sent: { at: number; body: string }[]

function open(to: () => End): End {
  const end: End = {
    heard: [],
    anew: 0,
    reliable: createReliable({
      clock,
      transmit(body) {
        sent.push({ at: clock.now(), body })
        carry(to(), body)
      },
      listener: {
        message: (message) => {
          if (message !== null) end.heard.push(message)
        },
        anew: () => {
          end.anew += 1
        },
      },
    }),
  }
  return end
}

function begin(seed = 1): void {
  clock = new VirtualClock(seed)
  sent = []
  carry = (to, body) => to.reliable.receive(body)
  one = open(() => other)
  other = open(() => one)
}

beforeEach(() => begin())

describe('signals', () => {
  it('arrive once and in order, and are answered at once', () => {
    one.reliable.send('a')
    one.reliable.send('b')
    other.reliable.send('c')
    expect([one.heard, other.heard]).toEqual([['c'], ['a', 'b']])
    expect(clock.pending).toBe(0)
  })

  it('are sent again ever more slowly until they arrive', async () => {
    carry = () => {}
    one.reliable.send('a')
    await clock.advance(12_000)
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
    expect(gaps).toEqual([300, 600, 1200, 2400, 3000, 3000])
    carry = (to, body) => to.reliable.receive(body)
    await clock.advance(3000)
    expect(other.heard).toEqual(['a'])
    expect(clock.pending).toBe(0)
  })

  it('wait while nothing gets through, and go at once when it does again', async () => {
    one.reliable.setReachable(false)
    one.reliable.send('a')
    await clock.advance(60_000)
    expect(sent).toEqual([])
    one.reliable.setReachable(true)
    expect(other.heard).toEqual(['a'])
  })

  it('that were sent in vain go at once when the other end is heard again', async () => {
    carry = () => {}
    one.reliable.send('a')
    await clock.advance(10_000)
    carry = (to, body) => to.reliable.receive(body)
    other.reliable.send('b')
    expect([one.heard, other.heard]).toEqual([['b'], ['a']])
    expect(clock.pending).toBe(0)
  })

  it('are refused if they are too long, or too many wait', () => {
    expect(one.reliable.send('x'.repeat(33_000))).toBe(false)
    carry = () => {}
    const taken = Array.from({ length: 500 }, () => one.reliable.send('a'))
    expect(taken.filter(Boolean)).toHaveLength(400)
  })

  it('of many that are due make bodies that the server passes on', async () => {
    carry = () => {}
    for (let at = 0; at < 30; at += 1) one.reliable.send(`${at}`.padEnd(9000, '.'))
    await clock.advance(5000)
    expect(Math.max(...sent.map(({ body }) => body.length))).toBeLessThanOrEqual(32_768)
    carry = (to, body) => to.reliable.receive(body)
    await clock.advance(90_000)
    expect(other.heard).toHaveLength(30)
  })

  it('that are no signals are passed over', () => {
    one.reliable.send('a')
    const before = other.heard.length
    const good = { v: 1, from: 1, to: null, got: 0, messages: [] }
    const bad = [
      '',
      'null',
      '[]',
      '{',
      JSON.stringify({ ...good, v: 2 }),
      JSON.stringify({ ...good, from: -1 }),
      JSON.stringify({ ...good, from: 'me' }),
      JSON.stringify({ ...good, got: 0.5 }),
      JSON.stringify({ ...good, messages: [[0]] }),
      JSON.stringify({ ...good, messages: Array.from({ length: 65 }, (_, at) => [at, 'x']) }),
      JSON.stringify({ ...good, messages: [['0', 'x']] }),
      'x'.repeat(40_000),
    ]
    for (const body of bad) other.reliable.receive(body)
    expect(other.heard).toHaveLength(before)
    one.reliable.send('b')
    expect(other.heard).toEqual(['a', 'b'])
  })

  it('that nobody can have sent are no acknowledgement', async () => {
    const bodies: string[] = []
    carry = (to, body) => void (to === other && bodies.push(body))
    one.reliable.send('a')
    const { from } = JSON.parse(bodies[0] ?? '{}') as { from: number }
    one.reliable.receive(JSON.stringify({ v: 1, from: 99_999, to: from, got: 5, messages: [] }))
    await clock.advance(400)
    expect(bodies.length).toBeGreaterThan(1)
  })

  it('after one end forgot everything are not taken for those before', () => {
    one.reliable.send('old')
    other.reliable.send('old too')
    const late = sent.map(({ body }) => body)
    one.reliable.close()
    one = open(() => other)
    one.reliable.send('new')
    other.reliable.send('new too')
    for (const body of late) {
      one.reliable.receive(body)
      other.reliable.receive(body)
    }
    expect(other.anew).toBe(1)
    expect([one.heard, other.heard]).toEqual([['new too'], ['old', 'new']])
  })

  it('stop with their end', async () => {
    carry = () => {}
    one.reliable.send('a')
    one.reliable.close()
    expect(one.reliable.send('b')).toBe(false)
    await clock.advance(10_000)
    expect([sent.length, clock.pending]).toEqual([1, 0])
  })

  it('get through whatever the wire does to them, also where ends begin anew', async () => {
    const fate = fc.record({
      seed: fc.integer(),
      loss: fc.double({ min: 0, max: 0.6, noNaN: true }),
      doubling: fc.double({ min: 0, max: 0.5, noNaN: true }),
      delay: fc.integer({ min: 0, max: 2000 }),
      steps: fc.array(fc.constantFrom('one', 'other', 'wait', 'one anew', 'other anew'), {
        maxLength: 40,
      }),
    })
    await fc.assert(
      fc.asyncProperty(fate, async ({ seed, loss, doubling, delay, steps }) => {
        begin(seed)
        carry = (to, body) => {
          const copies = clock.random() < loss ? 0 : clock.random() < doubling ? 2 : 1
          for (let copy = 0; copy < copies; copy += 1) {
            const target = to
            clock.after(clock.random() * delay, () => {
              // As the server does: a page has one seat, whatever became of its ends.
              const now = target === one || target === other ? target : goneTo.get(target)
              now?.reliable.receive(body)
            })
          }
        }
        const goneTo = new Map<End, End>()
        for (const [at, step] of steps.entries()) {
          if (step === 'wait') await clock.advance(clock.random() * 1000)
          if (step === 'one') one.reliable.send(`one ${at}`)
          if (step === 'other') other.reliable.send(`other ${at}`)
          if (step === 'one anew') {
            one.reliable.close()
            one = renewed(
              one,
              open(() => other),
              goneTo,
            )
          }
          if (step === 'other anew') {
            other.reliable.close()
            other = renewed(
              other,
              open(() => one),
              goneTo,
            )
          }
        }
        // Each says hello when it begins; after that nothing may be missing any more.
        one.reliable.send('hello')
        other.reliable.send('hello')
        await clock.advance(200_000)
        const last = Array.from({ length: 10 }, (_, at) => `last ${at}`)
        for (const word of last) {
          one.reliable.send(word)
          other.reliable.send(word)
        }
        await clock.advance(200_000)
        expect(other.heard.slice(-10)).toEqual(last)
        expect(one.heard.slice(-10)).toEqual(last)
        for (const { heard } of [one, other]) {
          const numbers = heard.flatMap((word) => /^o\w+ (\d+)$/.exec(String(word))?.[1] ?? [])
          expect(numbers.map(Number)).toEqual(numbers.map(Number).toSorted((a, b) => a - b))
          expect(new Set(numbers).size).toBe(numbers.length)
        }
        expect(clock.pending).toBe(0)
      }),
      { numRuns: 200 },
    )
  })
})

function renewed(before: End, after: End, goneTo: Map<End, End>): End {
  for (const [old, now] of goneTo) if (now === before) goneTo.set(old, after)
  goneTo.set(before, after)
  return after
}
