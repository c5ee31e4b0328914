import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { connect as connectTcp } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RelayAddress } from './addresses.ts'
import { lengthOfFirst } from './stun-message.ts'

/** What carries messages to a relay and back. */
export interface Line {
  send(message: Buffer): void
  /** UDP loses some: what is not answered is sent again. */
  readonly loses: boolean
  close(): void
}

interface Hearing {
  readonly onMessage: (message: Buffer) => void
  /** Not called for what `close` causes. */
  readonly onBroken: (error: Error) => void
}

/** Rejects where no line comes about. */
export async function openLine(address: RelayAddress, hearing: Hearing): Promise<Line> {
  return address.transport === 'udp' ? openUdp(address, hearing) : openStream(address, hearing)
}

async function openUdp({ host, port }: RelayAddress, hearing: Hearing): Promise<Line> {
  const { address, family } = await lookup(host)
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4')
  socket.on('message', hearing.onMessage)
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    // It hands what is wrong to its listener, whose type knows of nothing.
    const onConnected = (error?: Error) => {
      socket.off('error', reject)
      if (error) reject(error)
      else resolve()
    }
    socket.connect(port, address, onConnected)
  }).catch((error: unknown) => {
    socket.close()
    throw error
  })
  socket.on('error', hearing.onBroken)
  return { loses: true, send: (message) => socket.send(message), close: () => socket.close() }
}

async function openStream(
  { host, port, transport }: RelayAddress,
  hearing: Hearing,
): Promise<Line> {
  const isSecure = transport === 'tls'
  // A certificate that is not right is refused here as browsers refuse it.
  const socket = isSecure
    ? connectTls({ host, port, servername: nameOf(host) })
    : connectTcp({ host, port })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      socket.off('error', reject)
      resolve()
    })
    socket.setTimeout(5000, () => socket.destroy(new Error('no connection')))
  })
  socket.setTimeout(0)
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let length = lengthOfFirst(rest); length !== null && length <= rest.length;) {
      hearing.onMessage(rest.subarray(0, length))
      rest = rest.subarray(length)
      length = lengthOfFirst(rest)
    }
  })
  socket.on('error', hearing.onBroken)
  socket.on('close', () => hearing.onBroken(new Error('the relay closed the connection')))
  return {
    loses: false,
    send: (message) => socket.write(message),
    close() {
      socket.removeAllListeners('close')
      socket.destroy()
    },
  }
}

/** An address is no name that a server could have certificates by. */
function nameOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host
}
