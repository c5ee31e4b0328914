import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'

/** Heads are a few hundred bytes, and come at once. */
const headersMs = 10_000
/** The largest body, a photo, over a slow line. */
const requestMs = 120_000
/** From the head on a body may pause so long, and then comes at so many bytes a second on the average, or not at all. */
const bodyGraceMs = 10_000
const leastBytesPerSecond = 1024
const lookMs = 2000

/**
 * The server of all HTTP. Whoever sends a head or a body a byte at a time keeps a connection and what was read so far:
 * they are let go with 408, which Node does for heads and for what takes too long in all.
 */
export function createFront(listener: RequestListener): Server {
  const timeouts = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: lookMs,
  }
  return createServer(timeouts, (request, response) => {
    watchBody(request, response)
    listener(request, response)
  })
}

function watchBody(request: IncomingMessage, response: ServerResponse): void {
  const { headers, socket } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const began = performance.now()
  const bytesBefore = socket.bytesRead
  const looking = setInterval(() => {
    if (request.complete) return clearInterval(looking)
    const late = performance.now() - began - bodyGraceMs
    if (late < 0) return
    const least = (late / 1000) * leastBytesPerSecond
    if (socket.bytesRead - bytesBefore >= least) return
    clearInterval(looking)
    // It may have been refused before its body was asked for.
    if (response.headersSent) return void socket.destroy()
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    socket.destroySoon()
  }, lookMs).unref()
  request.once('close', () => clearInterval(looking))
}

/**
 * Makes room on this server for what listens to upgrades, and takes from it what is not its own. All plain requests are the
 * application's to answer, with its headers, log and limits. So are those that ask for a protocol that is not spoken
 * here: Node hands every request with an `Upgrade` header to who listens for those, and they would go without an answer.
 */
export function shareWithUpgrades<U extends { isOurs(request: IncomingMessage): boolean }>(
  server: Server,
  listenToUpgrades: () => U,
): U {
  const plain = server.listeners('request') as RequestListener[]
  const upgrades = listenToUpgrades()
  server.removeAllListeners('request')
  for (const listen of plain) server.on('request', listen)
  const listeners = server.listeners('upgrade') as ((...given: unknown[]) => void)[]
  server.removeAllListeners('upgrade')
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (upgrades.isOurs(request)) {
      for (const listen of listeners) listen.call(server, request, socket, head)
      return
    }
    // Read once more from its first line, without that header: bodies and what comes after it are then as ever.
    socket.unshift(Buffer.concat([headWithoutUpgrade(request), head]))
    server.emit('connection', socket)
  })
  return upgrades
}

function headWithoutUpgrade({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]]
    if (!/^(upgrade|http2-settings)$/i.test(name)) lines.push(lineOf(name, value))
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** Of the tokens of `Connection`, those that were about the upgrade are left out. */
function lineOf(name: string, value: string): string {
  if (!/^connection$/i.test(name)) return `${name}: ${value}`
  const others = value.split(',').filter((each) => !/^\s*(upgrade|http2-settings)\s*$/i.test(each))
  return `${name}: ${others.join(',').trim() || 'keep-alive'}`
}
