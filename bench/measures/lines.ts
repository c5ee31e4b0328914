import { startChild } from '../child.ts'
import type { RelayFloorCalls } from '../children/relay-floor.ts'
import type { WatchersCalls } from '../children/watchers.ts'
import { type Figure, medianOf, tenths } from '../figures.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'

const kibibyte = 1024
/** Of each line, beyond what it costs a bare Socket.IO. */
const heldAtMost = 25
const stormAtMost = 2
const storms = 3

/**
 * Pages that are open at once, each of which watches an expert, beside as many at a bare Socket.IO: what each holds, and
 * how long it takes until all of them are back after all have lost their lines at once.
 */
export async function benchLines(env: Environment): Promise<Result[]> {
  const { lines: count, sizes } = env.settings
  const { measured } = await env.store(sizes.few)
  const subject = await env.subject(sizes.few)
  const bare = await startChild<RelayFloorCalls>('relay-floor', [])
  const ours = await startChild<WatchersCalls>('watchers', [])
  const theirs = await startChild<WatchersCalls>('watchers', [])
  const expertId = measured.id
  const atOurs = { port: subject.port, expertId, count }
  const atBare = { port: await bare.call('port', null), expertId, count }
  try {
    const each = async (held: () => Promise<number>, open: () => Promise<unknown>) => {
      const before = await held()
      await open()
      return ((await held()) - before) / kibibyte / count
    }
    const oursKibibytes = await each(
      () => subject.child.call('held', null),
      () => ours.call('watch', atOurs),
    )
    const bareKibibytes = await each(
      () => bare.call('held', null),
      () => theirs.call('watch', atBare),
    )
    const back: { ours: Figure[]; floor: Figure[] } = { ours: [], floor: [] }
    for (let storm = 0; storm < storms; storm++) {
      back.ours.push(figureOf(count, await ours.call('comeBack', atOurs)))
      back.floor.push(figureOf(count, await theirs.call('comeBack', atBare)))
    }
    const medians = { ours: medianOf(back.ours), floor: medianOf(back.floor) }
    const more = tenths(oursKibibytes - bareKibibytes)
    return [
      resultOf({
        bench: 'lines',
        name: `${count} lines, each ${tenths(oursKibibytes)} KiB (bare ${tenths(bareKibibytes)})`,
        ours: { ...medians.ours, heldKibibytes: more },
        floor: null,
        compared: 'heldEach',
        target: { atMost: heldAtMost },
        rounds: { ours: [], floor: [] },
      }),
      resultOf({
        bench: 'lines',
        name: `${count} lines are back and watch, after all were lost at once`,
        ...medians,
        compared: 'p50',
        target: { atMost: stormAtMost },
        rounds: back,
      }),
    ]
  } finally {
    await Promise.all([ours.stop(), theirs.stop(), bare.stop()])
    await env.stopAll()
  }
}

/** Of all of them together: there is one time of one storm. */
function figureOf(count: number, milliseconds: number): Figure {
  const all = tenths(milliseconds * 1000)
  return { perSecond: tenths((count * 1000) / milliseconds), p50: all, p99: all }
}
