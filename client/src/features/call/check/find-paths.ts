import type { OpenConnection } from './checked-connection.ts'

export interface FoundPaths {
  readonly host: boolean
  /** Seen from outside: the way out is open. */
  readonly reflexive: boolean
  readonly relay: boolean
  /** The relay answered, and did not want us. */
  readonly isRefused: boolean
}

/** Servers that do not answer keep a browser waiting for much longer. */
const patience = 6000

/** Which kinds of paths the servers show to this browser. */
export async function findPaths(
  configuration: RTCConfiguration,
  open: OpenConnection,
): Promise<FoundPaths> {
  const found = { host: false, reflexive: false, relay: false, isRefused: false }
  let connection: ReturnType<OpenConnection> | undefined
  try {
    connection = open(configuration)
    const here = connection
    const complete = new Promise<void>((resolve) => {
      here.addEventListener('icecandidate', ({ candidate }) => {
        // The end is told with an empty one, or with none.
        if (candidate === null || candidate.candidate === '') return resolve()
        note(found, candidate)
      })
      here.addEventListener('icecandidateerror', ({ errorCode, url }) => {
        if (url.startsWith('turn') && isRefusal(errorCode)) found.isRefused = true
      })
      here.addEventListener('icegatheringstatechange', () => {
        if (here.iceGatheringState === 'complete') resolve()
      })
    })
    here.createDataChannel('check')
    await here.setLocalDescription()
    await Promise.race([complete, after(patience)])
  } catch {
    // What was found until then counts.
  } finally {
    connection?.close()
  }
  return found
}

function note(
  found: { host: boolean; reflexive: boolean; relay: boolean },
  { type, address, candidate }: RTCIceCandidate,
): void {
  const kind = type ?? / typ (\w+)/.exec(candidate)?.[1]
  if (kind === 'relay') found.relay = true
  if (kind === 'srflx' || kind === 'prflx') found.reflexive = true
  if (kind === 'host') {
    found.host = true
    // A browser with an address of the internet is seen from outside as it is, and no server tells it more.
    if (isPublic(address)) found.reflexive = true
  }
}

/** Wrong or outdated credentials, or no room left. */
function isRefusal(code: number): boolean {
  return code >= 400 && code < 600
}

function isPublic(address: string | null): boolean {
  if (address === null || address.endsWith('.local') || address === '') return false
  if (address.includes(':')) return /^[23]/.test(address)
  return !/^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  )
}

/** Runs out, and keeps nobody waiting. */
export function after(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms)
  })
}
