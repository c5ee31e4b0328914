// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { OneWay } from '../../../../src/features/call/peer/one-way.ts'
import { QualityMeter } from '../../../../src/features/call/peer/quality.ts'
import { FrameGate } from '../../../../src/features/call/peer/frame-gate.ts'
import { RelayWatch } from '../../../../src/features/call/peer/relay-watch.ts'
import { type Sample, readStats } from '../../../../src/features/call/peer/stats.ts'
import { WeakLine } from '../../../../src/features/call/peer/weak-line.ts'

const fine: Sample = {
  at: 0,
  pair: 'p',
  bytesReceived: 0,
  roundTripMs: 40,
  estimate: 2_000_000,
  route: 'direct',
  audioReceived: 0,
  received: 0,
  lost: 0,
  lossThere: 0,
  isCpuBound: false,
}

/** One sample a second, 100 packets each; `lossHere` of them are missing. */
function samples(
  count: number,
  change: Partial<Sample> & { lossHere?: number } = {},
  from: Sample = fine,
) {
  const { lossHere = 0, ...rest } = change
  return Array.from({ length: count }, (_, index) => ({
    ...fine,
    ...rest,
    at: from.at + (index + 1) * 1000,
    received: from.received + (index + 1) * 100 * (1 - lossHere),
    lost: from.lost + (index + 1) * 100 * lossHere,
  }))
}

describe('the quality of a connection', () => {
  const judged = (...all: Sample[][]) => {
    const meter = new QualityMeter()
    return all.flat().map((sample) => meter.add(sample))
  }
  const levels = (...all: Sample[][]) => judged(...all).map(({ level }) => level)

  it('is good on a good line, and says how it was measured', () => {
    const [, , last] = judged(samples(3))
    expect(last).toEqual({ level: 'good', roundTripMs: 40, loss: 0, route: 'direct' })
  })

  it('falls fast and recovers slowly', () => {
    const good = samples(5)
    const bad = samples(3, { lossHere: 0.3 }, good.at(-1))
    const again = samples(12, {}, bad.at(-1))
    const all = levels(good, bad, again)
    expect(all.slice(4, 8)).toEqual(['good', 'weak', 'weak', 'weak'])
    expect(all[8]).toBe('weak')
    expect(all.at(-1)).toBe('good')
    expect(all.indexOf('good', 8)).toBeGreaterThan(10)
  })

  it('names what is to blame', () => {
    const reason = (change: Parameters<typeof samples>[1]) =>
      judged(samples(6, change)).at(-1)?.reason
    expect(reason({ lossThere: 0.2 })).toBe('own_line')
    expect(reason({ lossHere: 0.2 })).toBe('other_line')
    expect(reason({ isCpuBound: true })).toBe('own_device')
    expect(reason({ roundTripMs: 500, route: 'relay' })).toBe('relay')
    expect(reason({ estimate: 60_000 })).toBe('own_line')
    const meter = new QualityMeter()
    meter.noteOther(true)
    expect(
      samples(5)
        .map((sample) => meter.add(sample))
        .at(-1),
    ).toMatchObject({
      level: 'weak',
      reason: 'other_line',
    })
  })

  it('does not take the counters of a new connection for a loss', () => {
    const before = samples(3, {}, { ...fine, received: 100_000, lost: 50 })
    expect(levels(before, samples(3)).every((level) => level === 'good')).toBe(true)
  })
})

describe('a line that is too weak for pictures', () => {
  const run = (line: WeakLine, all: Sample[]) =>
    all.map((sample) => (line.add(sample), line.isWeak))

  it('gives up the camera after some seconds, and has it back where the line allows it', () => {
    const line = new WeakLine()
    const start = samples(10)
    expect(run(line, start)).not.toContain(true)
    const weak = samples(6, { estimate: 100_000 }, start.at(-1))
    expect(run(line, weak)).toEqual([false, false, false, false, true, true])
    const narrow = samples(10, { estimate: 200_000 }, weak.at(-1))
    expect(run(line, narrow)).not.toContain(false)
    expect(run(line, samples(6, {}, narrow.at(-1))).at(-1)).toBe(false)
  })

  it('does so on heavy loss, not on a moment of it, nor right after the beginning', () => {
    const line = new WeakLine()
    const early = samples(5, { lossThere: 0.5 })
    expect(run(line, early)).not.toContain(true)
    const good = samples(5, {}, early.at(-1))
    const short = samples(3, { lossThere: 0.5 }, good.at(-1))
    const rest = samples(3, {}, short.at(-1))
    expect(run(line, [...good, ...short, ...rest])).not.toContain(true)
    expect(run(line, samples(6, { lossThere: 0.2 }, rest.at(-1))).at(-1)).toBe(true)
  })

  it('is tried again ever later where it gives up each time', () => {
    const line = new WeakLine()
    let last: Sample = fine
    const switches: number[] = []
    let before = false
    for (let second = 0; second < 600; second += 1) {
      const [next] = samples(
        1,
        before ? { estimate: 120_000, lossThere: 0 } : { estimate: 120_000, lossThere: 0.3 },
        last,
      )
      last = next ?? last
      line.add(last)
      if (line.isWeak !== before) switches.push(last.at)
      before = line.isWeak
    }
    const pauses = switches.flatMap((at, index) =>
      index % 2 === 1 ? [at - (switches[index - 1] ?? 0)] : [],
    )
    expect(pauses.slice(0, 3)).toEqual([16_000, 31_000, 61_000])
    expect(Math.max(...pauses)).toBeLessThanOrEqual(121_000)
  })
})

describe('media that flow one way only', () => {
  it('are found after 15 s, and mended twice at most', () => {
    const ears = new OneWay()
    const found = Array.from({ length: 100 }, (_, second) => ears.add(second * 1000, 0, true))
    const mends = found.flatMap((mend, second) => (mend ? [[second, mend]] : []))
    expect(mends).toEqual([
      [16, 'ask'],
      [32, 'rebuild'],
    ])
  })

  it('are not looked for while the other side is muted, or is heard', () => {
    const ears = new OneWay()
    for (let second = 0; second < 60; second += 1) {
      expect(ears.add(second * 1000, 0, false)).toBeNull()
      expect(ears.add(second * 1000 + 500, second, true)).toBeNull()
    }
  })

  it('need more than one look: a page that slept saw nothing either', () => {
    const ears = new OneWay()
    ears.add(0, 5, true)
    expect(ears.add(60_000, 5, true)).toBeNull()
  })
})

describe('a relay', () => {
  const relay = [{ urls: ['turn:relay.example:3478', 'turns:relay.example:443?transport=tcp'] }]
  const relayed = 'candidate:1 1 udp 1 192.0.2.1 9 typ relay raddr'

  it('that refuses the password is told of at once, and until it takes one', () => {
    const watch = new RelayWatch()
    watch.begin(relay)
    expect([watch.error(701), watch.error(401), watch.error(401)]).toEqual([false, true, false])
    expect([watch.finished(), watch.fault]).toEqual([false, 'relay_refused'])
    watch.begin(relay)
    expect([watch.found(relayed), watch.fault]).toEqual([true, null])
  })

  it('that is not there is told of when nobody waits for it any longer', () => {
    const watch = new RelayWatch()
    watch.begin(relay)
    expect([watch.found('candidate:1 1 udp 1 192.0.2.1 9 typ host'), watch.fault]).toEqual([
      false,
      null,
    ])
    expect([watch.finished(), watch.fault]).toEqual([true, 'relay_unreachable'])
  })

  it('that answered is there, though it was not reached by every way, or not yet again', () => {
    const watch = new RelayWatch()
    watch.begin(relay)
    watch.found(relayed)
    expect([watch.error(401), watch.finished(), watch.fault]).toEqual([false, false, null])
    watch.begin(relay)
    expect([watch.finished(), watch.fault]).toEqual([false, null])
  })

  it('that nobody has is no fault', () => {
    const watch = new RelayWatch()
    watch.begin([{ urls: 'stun:stun.example' }])
    expect([watch.finished(), watch.fault]).toEqual([false, null])
  })
})

describe('statistics', () => {
  const pair = {
    id: 'P',
    type: 'candidate-pair',
    localCandidateId: 'L',
    remoteCandidateId: 'R',
    bytesReceived: 500,
    currentRoundTripTime: 0.02,
  }
  const ends = [
    { id: 'L', type: 'local-candidate', candidateType: 'host' },
    { id: 'R', type: 'remote-candidate', candidateType: 'relay' },
  ]

  it('are read as Chromium writes them', () => {
    const read = readStats(
      [
        { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
        { ...pair, availableOutgoingBitrate: 9e5 },
        { ...pair, id: 'old', nominated: true, state: 'succeeded', bytesReceived: 1 },
        ...ends,
        { id: 'a', type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1 },
        { id: 'v', type: 'inbound-rtp', kind: 'video', packetsReceived: 20, packetsLost: -2 },
        { id: 'ra', type: 'remote-inbound-rtp', fractionLost: 0.1, roundTripTime: 0.05 },
        { id: 'rv', type: 'remote-inbound-rtp', fractionLost: 0.2 },
        { id: 'o', type: 'outbound-rtp', qualityLimitationReason: 'cpu' },
      ],
      5,
    )
    expect(read).toEqual({
      at: 5,
      pair: 'P',
      bytesReceived: 501,
      roundTripMs: 50,
      estimate: 9e5,
      route: 'relay',
      audioReceived: 10,
      received: 30,
      lost: 1,
      lossThere: 0.2,
      isCpuBound: true,
    })
  })

  it('count what comes on another path than the chosen one, which the other side may not have chosen', () => {
    const read = (bytesReceived: number) =>
      readStats(
        [
          { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
          pair,
          { ...pair, id: 'before', bytesReceived },
        ],
        0,
      ).bytesReceived
    expect(read(900)).not.toBe(read(800))
  })

  it('are read where Firefox has no transport and no estimate', () => {
    const read = readStats(
      [{ ...pair, selected: true }, { ...ends[0] }, { ...ends[1], candidateType: 'srflx' }],
      0,
    )
    expect(read).toMatchObject({
      pair: 'P',
      route: 'direct',
      roundTripMs: 20,
      estimate: null,
      lossThere: null,
    })
  })

  it('of nothing are nothing', () => {
    expect(readStats([null, 7, {}], 0)).toMatchObject({
      pair: null,
      bytesReceived: null,
      route: null,
      received: 0,
    })
  })
})

describe('what is read of the other side', () => {
  it('is all that it sends again at once, and of a flood what a page can bear', () => {
    const gate = new FrameGate(0)
    const read = (count: number, at: number) =>
      Array.from({ length: count }, () => gate.lets(at)).filter(Boolean).length
    expect([read(700, 0), read(1000, 0), read(1000, 1000)]).toEqual([700, 0, 20])
    expect([read(10, 500), read(1000, 600_000)]).toEqual([0, 700])
  })
})
