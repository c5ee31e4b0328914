import type { Source } from './local-media.ts'
import { permissionFor } from './permissions.ts'

export interface Patience {
  readonly gone: Promise<'stuck'>
  readonly end: () => void
}

const step = 500

/**
 * Runs out when a device does not come although nobody needs to be asked (any more). While a question may stand open it
 * waits for ever: a second one would only queue behind the first.
 */
export function patienceFor(sources: readonly Source[], ms: number): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  let waited = 0
  const gone = new Promise<'stuck'>((resolve) => {
    const look = async () => {
      const states = await Promise.all(sources.map(permissionFor))
      if (isOver) return
      waited = states.every((state) => state === 'granted') ? waited + step : 0
      if (waited >= ms) resolve('stuck')
      else timer = setTimeout(() => void look(), step)
    }
    timer = setTimeout(() => void look(), step)
  })
  const end = () => {
    isOver = true
    clearTimeout(timer)
  }
  return { gone, end }
}
