import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  /** Read only where it was asked for, and of refusals. */
  readonly body: string
}

/** A kept-alive connection that carries one request at a time and costs as little as it can. */
export interface Connection {
  send(request: string, wantsBody?: boolean): Promise<Answer>
  close(): void
}

interface Pending {
  readonly settle: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

const patienceMs = 30_000
const endOfHead = Buffer.from('\r\n\r\n')
const endOfLine = Buffer.from('\r\n')

export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let pending: Pending | undefined
  let reader = createReader(false)

  const fail = (error: Error) => {
    pending?.fail(error)
    pending = undefined
  }
  socket.on('error', fail)
  socket.setTimeout(patienceMs, () => socket.destroy())
  socket.on('close', () => fail(new Error('The server closed the connection')))
  socket.on('data', (data) => {
    const answer = reader(data)
    if (!answer || !pending) return
    const { settle } = pending
    pending = undefined
    settle(answer)
  })

  return {
    send(request, wantsBody = false) {
      reader = createReader(wantsBody)
      return new Promise((settle, reject) => {
        pending = { settle, fail: reject }
        socket.write(request, 'latin1')
      })
    },
    close: () => {
      socket.destroy()
    },
  }
}

/** Takes the bytes of one answer as they come, and gives the answer with the last of them. */
function createReader(wantsBody: boolean): (data: Buffer) => Answer | undefined {
  let carried: Buffer | undefined
  let status = 0
  let chunked = false
  /** Bytes that are still to come of the body or of a chunk with its line end. */
  let left = -1
  let last = false
  const parts: Buffer[] = []

  function readHead(data: Buffer): number {
    const end = data.indexOf(endOfHead)
    if (end === -1) return -1
    const head = data.toString('latin1', 0, end).toLowerCase()
    status = Number(head.slice(9, 12))
    chunked = head.includes('\r\ntransfer-encoding: chunked')
    const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
    last = !chunked
    left = chunked ? 0 : Number(status === 304 || status === 204 ? 0 : (length ?? 0))
    return end + endOfHead.length
  }

  /** The size line of the next chunk. */
  function readSize(data: Buffer, at: number): number {
    const end = data.indexOf(endOfLine, at)
    if (end === -1) return -1
    const size = Number.parseInt(data.toString('latin1', at, end), 16)
    last = size === 0
    left = size + endOfLine.length
    return end + endOfLine.length
  }

  return (received) => {
    const data = carried ? Buffer.concat([carried, received]) : received
    carried = undefined
    let at = 0
    for (;;) {
      if (left > 0 || (left === 0 && last)) {
        const taken = Math.min(left, data.length - at)
        const content = chunked ? Math.min(taken, left - endOfLine.length) : taken
        if (wantsBody || status >= 400) parts.push(data.subarray(at, at + Math.max(0, content)))
        at += taken
        left -= taken
        if (left > 0) return undefined
        if (last) return { status, body: Buffer.concat(parts).toString() }
      }
      const next = status === 0 ? readHead(data) : readSize(data, at)
      if (next === -1) {
        if (at < data.length) carried = data.subarray(at)
        return undefined
      }
      at = next
    }
  }
}

export function get(path: string, headers = ''): string {
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`
}

/** The body must be ASCII. */
export function send(
  method: 'POST' | 'PATCH',
  path: string,
  headers: string,
  body: unknown,
): string {
  const text = JSON.stringify(body)
  return (
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${text.length}\r\n${headers}\r\n${text}`
  )
}
