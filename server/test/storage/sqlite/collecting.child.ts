import { DatabaseSync } from '@photostructure/sqlite'
import { type Statement, openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'

/**
 * Keeps statements and lets go of everything else, while garbage is collected. Run with --expose-gc. With `bare`, the
 * statements are the package's own: those lose their connection, which is what our driver must rule out.
 */
type Row = { readonly value: number }
type Held = Pick<Statement<Row>, 'get'>

async function statement(): Promise<Held> {
  const sql = 'SELECT ? AS value'
  if (process.argv[2] !== 'bare') return (await openDatabase(':memory:')).prepare<Row>(sql)
  const native = new DatabaseSync(':memory:').prepare(sql)
  return { get: (value) => native.get(value) as Row }
}

async function closedStatement(): Promise<Held> {
  const db = await openDatabase(':memory:')
  const held = db.prepare<Row>('SELECT ? AS value')
  db.close()
  return held
}

const held: Held[] = []
const closed: Held[] = []
for (let round = 0; round < 200; round++) {
  held.push(await statement())
  closed.push(await closedStatement())
  await statement()
  Array.from({ length: 2000 }, (_, index) => ({ index, filler: Array.from({ length: 8 }) }))
  if (round % 10 === 0) globalThis.gc?.()
  await new Promise(setImmediate)
  for (const each of held) {
    if (each.get(round)?.value !== round) throw new Error('A statement gave a wrong answer')
  }
  for (const each of closed) {
    try {
      each.get(round)
    } catch {
      continue
    }
    throw new Error('A statement outlived the closing of its connection')
  }
}
process.stdout.write('survived\n')
