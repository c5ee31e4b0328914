import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What is alive in this process after a collection, in bytes: objects and buffers. */
export async function heldBytes(): Promise<number> {
  // Only where it is asked for, since it changes how the engine works.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // What ends with an object, as a buffer does, is counted out a while later.
  for (let round = 0; round < 5; round++) {
    collect()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
