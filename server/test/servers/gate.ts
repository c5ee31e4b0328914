import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import mongoose from 'mongoose'

export interface Gate {
  readonly port: number
  /** Ends every connection and takes no new one until it is opened. */
  cut(): void
  /** Lets nothing through, without ending anything: what a broken network looks like from both sides. */
  stall(): void
  open(): void
  close(): Promise<void>
}

/** Something in between that can be cut: whatever comes in goes to `target`, and back. */
export async function openGate(target: {
  readonly host: string
  readonly port: number
}): Promise<Gate> {
  let state: 'open' | 'cut' | 'stalled' = 'open'
  const sockets = new Set<Socket>()
  const join = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (chunk) => to.write(chunk))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    if (state === 'stalled') from.pause()
  }
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    const far = connect(target)
    join(near, far)
    join(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The gate has no port')

  function cut(): void {
    state = 'cut'
    for (const socket of sockets) socket.destroy()
  }

  return {
    port: address.port,
    cut,
    stall() {
      state = 'stalled'
      for (const socket of sockets) socket.pause()
    },
    open() {
      state = 'open'
      for (const socket of sockets) socket.resume()
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The host that takes writes. */
export async function primaryOf(url: string): Promise<{ host: string; port: number }> {
  const connection = await mongoose.createConnection(url).asPromise()
  const { primary } = (await connection.db?.admin().command({ isMaster: 1 })) ?? {}
  await connection.close()
  const { hostname, port } = new URL(`mongodb://${String(primary)}`)
  return { host: hostname, port: Number(port) }
}

/** The same database through a gate; the driver is kept from finding its own way around it. */
export function through({ port }: Gate, url: string): string {
  const [, login = '', name, query = ''] =
    /^mongodb:\/\/([^@]+@)?[^/]+\/([^?]+)\??(.*)$/.exec(url) ?? []
  const options = new URLSearchParams(query)
  options.delete('replicaSet')
  options.set('directConnection', 'true')
  return `mongodb://${login}127.0.0.1:${port}/${name}?${options}`
}
