import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'

/**
 * Listens and answers the bound port. `localhost` means both loopback addresses: browsers try either, and Node binds
 * only the one that its resolver names first.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  server.listen(port, host === 'localhost' ? '127.0.0.1' : host)
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port
  const twin = host === 'localhost' ? await listenOnV6(server, bound) : null
  return {
    port: bound,
    close: async () => {
      twin?.close()
      if (server.listening) await new Promise((done) => server.close(done))
    },
  }
}

/** Hands IPv6 connections to the same server. A machine without IPv6 does without. */
async function listenOnV6(server: Server, port: number) {
  const twin = createServer({ noDelay: true }, (socket) => server.emit('connection', socket))
  try {
    twin.listen(port, '::1')
    await once(twin, 'listening')
    return twin
  } catch {
    return null
  }
}
