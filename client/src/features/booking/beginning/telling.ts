import { remembered } from '../../../lib/browser/remembered.ts'

/** Whether one wants to be told on this device when a session begins. */
export const wantsTelling = remembered<boolean>({
  on: 'device',
  key: 'ec.tell-beginnings',
  shape: (found) => found === true,
})

/** Whether this device was asked whether it shall tell. It is asked once. */
export const wasAskedToTell = remembered<boolean>({
  on: 'device',
  key: 'ec.asked-beginnings',
  shape: (found) => found === true,
})

/** What was told lately, in any tab. */
const told = remembered<readonly string[]>({
  on: 'device',
  key: 'ec.told-beginnings',
  shape: (found) => (Array.isArray(found) ? found.filter((name) => typeof name === 'string') : []),
})

const kept = 20
/** What one tab stores another may not see for a moment; until then the lock says it. */
const unseenMs = 5000

/** Whether it is for this tab to tell something: the first one that asks gets it, all others and all later ones do not. */
export async function claimTelling(name: string): Promise<boolean> {
  function claim(): boolean {
    if (told.read().includes(name)) return false
    told.write([...told.read(), name].slice(-kept))
    return true
  }
  // Where a page has no locks it has no notifications either: both take https. Its title is its own.
  const locks = navigator.locks as LockManager | null | undefined
  if (!locks) return claim()
  return new Promise((resolve) => {
    const lock = `ec.told-beginnings ${name}`
    void locks.request(lock, { ifAvailable: true }, async (held) => {
      const isOurs = held !== null && claim()
      resolve(isOurs)
      if (isOurs) await new Promise((settled) => setTimeout(settled, unseenMs))
    })
  })
}
