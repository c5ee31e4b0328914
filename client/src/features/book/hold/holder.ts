import { randomId } from '../../../lib/browser/random-id.ts'
import { remembered } from '../../../lib/browser/remembered.ts'

const name = remembered<string | null>({
  on: 'device',
  key: 'ec.holder',
  plain: true,
  shape: (found) => (typeof found === 'string' && /^[\w-]{8,64}$/.test(found) ? found : null),
})

/**
 * A random name of this browser. It says nothing about the person; with it, people behind one address do not use up
 * each other's holds.
 */
export function holderId(): string {
  const known = name.read()
  if (known !== null) return known
  const fresh = randomId()
  name.write(fresh)
  return fresh
}
