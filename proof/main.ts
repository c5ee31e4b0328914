import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openSqliteEngine } from './engines/sqlite.ts'
import { type History, invariants } from './history.ts'
import { runProof } from './run.ts'
import { faults } from './server/faults.ts'
import { makeVariant } from './server/variant.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string' },
    rounds: { type: 'string' },
    fault: { type: 'string' },
    mongo: { type: 'boolean', default: false },
  },
})

/** So many rounds pass all crash points, with a kill at random after each. */
const allPoints = 12

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache')
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(join(cache, 'proof-'))
const seed = values.seed ?? String(Date.now() % 1_000_000)
const fault = values.fault === undefined ? undefined : faults[values.fault]
if (values.fault !== undefined && !fault) {
  throw new Error(`No fault ${values.fault}: ${Object.keys(faults).join(', ')}`)
}
const began = performance.now()
// Only the driver that is needed is loaded.
const engine = values.mongo
  ? await (await import('./engines/mongo.ts')).openMongoEngine()
  : openSqliteEngine(folder)
console.log(
  `Seed ${seed}, ${engine.name}${values.fault ? `, with the fault: ${values.fault}` : ''}`,
)
// The servers end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    removeFolder()
    process.exit(1)
  })
}
try {
  const program = makeVariant(folder, [...engine.points, ...(fault?.patches ?? [])])
  const history = await runProof({
    seed,
    engine,
    program,
    dataDir: folder,
    goesOn: goesOn(),
    say: (line) => console.log(line),
  })
  report(history)
} finally {
  await engine.close()
  removeFolder()
}

function removeFolder(): void {
  rmSync(folder, { recursive: true, force: true })
}

function goesOn(): (rounds: number) => boolean {
  const { minutes, rounds: wanted } = values
  if (wanted !== undefined) return (rounds) => rounds < Number(wanted)
  const end = began + Number(minutes ?? 1) * 60_000
  return (rounds) => rounds < allPoints || performance.now() < end
}

function report(history: History): void {
  const { operations, told, mails, ends, violations } = history
  const count = (outcome: string) => operations.filter((each) => each.outcome === outcome).length
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(
    `${operations.length} requests (${count('ok')} ok, ${count('fail')} refused, ${count('unknown')} unknown), ` +
      `${told.length} events, ${mails.length} mails, ${ends.length} kills, ${seconds} s`,
  )
  if (violations.length === 0) return console.log('Nothing speaks against it.')
  for (const { invariant, says } of violations.slice(0, 10)) {
    console.log(`VIOLATED ${invariant} (${invariants[invariant]}): ${says}`)
  }
  const kept = join(cache, `proof-${seed}.json`)
  writeFileSync(kept, JSON.stringify({ seed, engine: engine.name, history }, null, 1))
  console.log(`The history is in ${kept}`)
  process.exitCode = 1
}
