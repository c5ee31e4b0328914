import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBoard } from './measures/board.ts'
import { benchBooking } from './measures/booking.ts'
import { benchBusy } from './measures/busy.ts'
import { benchCalls } from './measures/calls.ts'
import { instantOf } from './built.ts'
import { benchDirectory } from './measures/directory.ts'
import type { Engine } from './engines/engine.ts'
import { benchJoining } from './measures/joining.ts'
import { benchMail } from './measures/mail.ts'
import { benchMemory } from './measures/memory.ts'
import { benchMending } from './measures/mending.ts'
import { benchFlood } from './measures/flood.ts'
import { benchGrowth } from './measures/growth.ts'
import { benchLines } from './measures/lines.ts'
import { benchLive } from './measures/live.ts'
import { writePlots } from './plots.ts'
import { machine, type Result, tableOf } from './report.ts'
import { createEnvironment, type Environment } from './servers.ts'
import { full, fullOnMongo, smoke } from './settings.ts'
import { benchRefreshing } from './measures/refreshing.ts'
import { benchStart } from './measures/start.ts'
import { benchSignIn } from './measures/sign-in.ts'
import { openSqliteEngine } from './engines/sqlite.ts'

const benches: Readonly<Record<string, (env: Environment) => Promise<Result[]>>> = {
  board: benchBoard,
  busy: benchBusy,
  refreshing: benchRefreshing,
  booking: benchBooking,
  growth: benchGrowth,
  live: benchLive,
  lines: benchLines,
  calls: benchCalls,
  joining: benchJoining,
  mending: benchMending,
  mail: benchMail,
  directory: benchDirectory,
  'sign-in': benchSignIn,
  memory: benchMemory,
  flood: benchFlood,
  start: benchStart,
}

const targetsOnMongo = ['booking']

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mongo: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    profile: { type: 'string' },
    plots: { type: 'string' },
  },
})

const unknown = positionals.find((name) => !(name in benches))
if (unknown !== undefined) {
  throw new Error(`No bench ${unknown}: ${Object.keys(benches).join(', ')}`)
}

// Beside the data of the product, because a folder for temporary files may be in memory.
const data = new URL('../data/', import.meta.url).pathname
mkdirSync(data, { recursive: true })
const folder = mkdtempSync(join(data, 'bench-'))
const facts = machine()
const engine = await openEngine()
const env = createEnvironment(engine, folder, {
  settings: options.smoke ? smoke : options.mongo ? fullOnMongo : full,
  now: instantOf(Date.now()),
  profile: options.profile,
})

let ended: Promise<void> | undefined

async function end(): Promise<void> {
  try {
    // Fails where an interrupt has ended the database server as well; its data goes with the folder.
    await env.stopAll()
    await engine.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void (ended ??= end()).finally(() => process.exit(1)))
}

const results: Result[] = []
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.error(`${name} …`)
    const found = await bench(env)
    // What is measured for an instant misses or meets nothing, and most targets are those of the embedded store.
    const hasTargets = !options.smoke && (!options.mongo || targetsOnMongo.includes(name))
    results.push(...(hasTargets ? found : found.map(withoutTarget)))
  }
} finally {
  await (ended ??= end())
}

const missed = results.filter(({ met }) => met === false)
console.error(`\n${tableOf(results)}\n\n${summary()}`)
const { smoke: isSmoke } = options
if (options.plots !== undefined) writePlots(options.plots, engine, results)
const report = { machine: facts, store: engine.name, smoke: isSmoke, unit: 'microseconds', results }
console.log(JSON.stringify(report, null, 2))
if (options.strict && missed.length > 0) process.exitCode = 1

async function openEngine(): Promise<Engine> {
  if (!options.mongo) return openSqliteEngine(folder)
  try {
    // Only the measured driver is loaded.
    const { openMongoEngine } = await import('./engines/mongo.ts')
    return await openMongoEngine(folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function withoutTarget(result: Result): Result {
  return { ...result, target: null, met: null }
}

function summary(): string {
  if (options.smoke)
    return 'A smoke run: it shows that everything runs, and its figures say nothing.'
  const targets = results.filter(({ met }) => met !== null).length
  if (targets === 0) return `Measured on ${engine.name}, for which these have no targets.`
  return `${targets - missed.length} of ${targets} targets met.`
}
