import type { Sample } from './stats.ts'

export type QualityReason = 'own_line' | 'other_line' | 'own_device' | 'relay'
export interface LineQuality {
  readonly level: 'good' | 'fair' | 'weak'
  readonly reason?: QualityReason
  readonly roundTripMs?: number
  /** 0 to 1, the worse direction. */
  readonly loss?: number
  readonly route?: 'direct' | 'relay'
}

/** Falls fast, so that nobody wonders; recovers slowly, so that it does not flicker. */
const fall = 0.7
const rise = 0.3
const goodFrom = 75
const fairFrom = 40
/** Fewer packets say nothing of a share. */
const enoughPackets = 10

/** The judgement of a connection, sample by sample. */
export class QualityMeter {
  #score = 100
  #loss = 0
  #before: Sample | null = null
  #isWeakThere = false

  /** The other side sends no picture because its line is weak. */
  noteOther(isWeak: boolean): void {
    this.#isWeakThere = isWeak
  }

  /** Another connection counts from 0. */
  restart(): void {
    this.#before = null
  }

  add(sample: Sample): LineQuality {
    const lossHere = this.#lossSince(sample)
    const lossThere = sample.lossThere ?? 0
    this.#before = sample
    const loss = Math.max(lossHere, lossThere)
    this.#loss = eased(this.#loss, loss, loss > this.#loss)
    const now = scoreOf(sample, loss, this.#isWeakThere)
    this.#score = eased(this.#score, now, now < this.#score)
    const level = this.#score >= goodFrom ? 'good' : this.#score >= fairFrom ? 'fair' : 'weak'
    const { route, roundTripMs } = sample
    return {
      level,
      ...(level !== 'good' && { reason: this.#reason(sample, lossHere, lossThere) }),
      ...(roundTripMs !== null && { roundTripMs }),
      loss: Math.round(this.#loss * 1000) / 1000,
      ...(route !== null && { route }),
    }
  }

  #lossSince({ received, lost }: Sample): number {
    const before = this.#before
    if (!before || received < before.received) return 0
    const arrived = received - before.received
    const missing = Math.max(0, lost - before.lost)
    return arrived + missing < enoughPackets ? 0 : missing / (arrived + missing)
  }

  #reason(sample: Sample, lossHere: number, lossThere: number): QualityReason {
    if (sample.isCpuBound && Math.max(lossHere, lossThere) < 0.03) return 'own_device'
    // What is lost on the way out is most often lost at its beginning.
    if (lossThere >= lossHere && lossThere >= 0.02) return 'own_line'
    if (this.#isWeakThere || lossHere >= 0.02) return 'other_line'
    return sample.route === 'relay' ? 'relay' : 'own_line'
  }
}

/** 0 to 100. Up to 2 % loss and 150 ms nobody hears; 10 % and 600 ms are hard to talk over. */
function scoreOf(sample: Sample, loss: number, isWeakThere: boolean): number {
  const ofLoss = 1 - ramp(loss, 0.02, 0.12)
  const ofTrip = 1 - 0.7 * ramp(sample.roundTripMs ?? 0, 150, 700)
  const ofLine =
    sample.estimate === null ? 1 : 1 - 0.7 * (1 - ramp(sample.estimate, 80_000, 400_000))
  const ofDevice = sample.isCpuBound ? 0.7 : 1
  return 100 * ofLoss * ofTrip * ofLine * ofDevice * (isWeakThere ? 0.35 : 1)
}

function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

function eased(before: number, next: number, isWorse: boolean): number {
  return before + (next - before) * (isWorse ? fall : rise)
}
