import type { Page } from '@playwright/test'

/** Milliseconds since the press on Join. */
export interface Stages {
  readonly made: number
  /** The other side's description has come. */
  readonly described: number
  readonly connected: number
  readonly picture: number
}

/** Presses Join in the lobby and waits for the other side's first picture. */
export function joinByHand(page: Page): Promise<Stages> {
  return page.evaluate(async () => {
    const { keptConnections } = globalThis as unknown as { keptConnections: RTCPeerConnection[] }
    const before = keptConnections.length
    const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Join session'),
    )
    const pressed = performance.now()
    const since = () => performance.now() - pressed
    button?.click()
    const found = { made: 0, described: 0, connected: 0, picture: 0 }
    while (found.picture === 0) {
      await new Promise((next) => setTimeout(next, 5))
      const connection = keptConnections[before]
      if (!connection) continue
      found.made ||= since()
      if (connection.remoteDescription) found.described ||= since()
      if (connection.connectionState !== 'connected') continue
      found.connected ||= since()
      const all = await connection.getStats()
      all.forEach(({ type, kind, framesDecoded = 0 }) => {
        if (type === 'inbound-rtp' && kind === 'video' && framesDecoded > 0) {
          found.picture ||= since()
        }
      })
    }
    return found
  })
}
