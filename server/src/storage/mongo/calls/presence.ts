import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { Models } from '../engine/models.ts'
import { freed } from './seats.ts'

const lookMs = 1000
const looksPerBeat = 2
/** So long without a beat, and whoever sits on that server is lost. */
const silenceMs = 6000

interface Silence {
  readonly beat: number
  /** In milliseconds in which this server could look. */
  readonly lasted: number
}

export type Presence = ReturnType<typeof createPresence>

/**
 * Which servers live. Each writes a beat, and each looks at those of the others by its own clock that only goes forward:
 * clocks need not agree, and what could not be looked at counts for nobody's death. It begins with the first call.
 */
export function createPresence(
  { servers, seats }: Pick<Models, 'servers' | 'seats'>,
  serverId: string,
) {
  const silences = new Map<string, Silence>()
  const closing = new AbortController()
  let lookedAt: number | undefined
  let begun: Promise<void> | undefined

  async function beat(): Promise<void> {
    await servers.collection.updateOne(
      { _id: serverId as never },
      { $inc: { beat: 1 }, $currentDate: { seenAt: true } },
      { upsert: true },
    )
  }

  async function look(): Promise<void> {
    const docs = await servers.find({ _id: { $ne: serverId } }).lean()
    const now = performance.now()
    // A pause of this process itself says nothing of the others.
    const passed = lookedAt === undefined ? 0 : Math.min(now - lookedAt, 2 * lookMs)
    lookedAt = now
    const known = new Map(silences)
    silences.clear()
    for (const { _id, beat: heard } of docs) {
      const before = known.get(_id)
      const lasted = before?.beat === heard ? before.lasted + passed : 0
      // Again and again: what a server of that name has begun before its last breath may be written after it.
      if (lasted >= silenceMs) await bury(_id)
      silences.set(_id, { beat: heard, lasted: lasted < silenceMs ? lasted : 0 })
    }
  }

  /** Its name stays, until the database forgets it: should it live after all, its next beat says so. */
  async function bury(server: string): Promise<void> {
    const left = await seats.find({ server, seat: { $type: 'string' } }).lean()
    for (const doc of left) {
      await seats.replaceOne({ _id: doc._id, version: doc.version }, freed(doc, 'lost'))
    }
  }

  async function live(): Promise<void> {
    for (let round = 1; !closing.signal.aborted; round++) {
      await delay(lookMs, undefined, { signal: closing.signal }).catch(() => undefined)
      if (closing.signal.aborted) return
      try {
        if (round % looksPerBeat === 0) await beat()
        await look()
      } catch {
        // No primary, perhaps. Nobody is called silent for what could not be heard.
        lookedAt = undefined
        silences.clear()
      }
    }
  }

  async function begin(): Promise<void> {
    await beat()
    void live()
  }

  return {
    /** From now on this server is known to live, and sees who does not. */
    begin(): Promise<void> {
      begun ??= begin().catch((error: unknown) => {
        begun = undefined
        throw error
      })
      return begun
    },

    /** What is being asked ends with the connection. */
    close: (): void => closing.abort(),
  }
}
