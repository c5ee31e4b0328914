import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBoard } from './board.ts'
import { benchBooking } from './booking.ts'
import { instantOf } from './built.ts'
import { benchDirectory } from './directory.ts'
import { benchGrowth } from './growth.ts'
import { benchLive } from './live.ts'
import { machine, type Result, tableOf } from './report.ts'
import { createEnvironment, type Environment } from './servers.ts'
import { full, smoke } from './settings.ts'

const benches: Readonly<Record<string, (env: Environment) => Promise<Result[]>>> = {
  board: benchBoard,
  booking: benchBooking,
  growth: benchGrowth,
  live: benchLive,
  directory: benchDirectory,
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    smoke: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    profile: { type: 'string' },
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
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(1)
  })
}
const facts = machine()
const env = createEnvironment(folder, {
  settings: options.smoke ? smoke : full,
  now: instantOf(Date.now()),
  profile: options.profile,
})

const results: Result[] = []
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.error(`${name} …`)
    const found = await bench(env)
    // What is measured for an instant misses or meets nothing.
    results.push(...(options.smoke ? found.map(withoutTarget) : found))
  }
} finally {
  await env.stopAll()
  rmSync(folder, { recursive: true, force: true })
}

const missed = results.filter(({ met }) => met === false)
console.error(`\n${tableOf(results)}\n\n${summary()}`)
console.log(
  JSON.stringify({ machine: facts, smoke: options.smoke, unit: 'microseconds', results }, null, 2),
)
if (options.strict && missed.length > 0) process.exitCode = 1

function withoutTarget(result: Result): Result {
  return { ...result, target: null, met: null }
}

function summary(): string {
  if (options.smoke)
    return 'A smoke run: it shows that everything runs, and its figures say nothing.'
  const targets = results.filter(({ met }) => met !== null).length
  return `${targets - missed.length} of ${targets} targets met.`
}
