import { copyStore, isSame } from '../../../src/storage/copy-store.ts'

/** A copy in small steps, which prints each, so that it can be killed between them or in them; `same` is its last word. */
const [from = '', to = '', pause = '0'] = process.argv.slice(2)
const compared = await copyStore(from, to, {
  batchSize: 10,
  wrote: (collection) => {
    process.stdout.write(`${collection}\n`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(pause))
  },
})
process.stdout.write(compared.every(isSame) ? 'same\n' : 'different\n')
