import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

/** The client's end of a WebSocket, for texts of a few thousand characters: a thousand must cost next to nothing. */
export interface WebSocketClient {
  send(text: string): void
  close(): void
}

const endOfHead = '\r\n\r\n'
const textFrame = 0x81

/** `onText` is called for each message, `onEnd` when the connection is closed. */
export function openWebSocket(
  port: number,
  path: string,
  onText: (text: string) => void,
  onEnd: (reason: string) => void,
  /** Lines of the head, each with its end. */
  headers = '',
): WebSocketClient {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let open = false
  let carried: Buffer | undefined
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${headers}\r\n`,
  )
  socket.on('error', (error) => onEnd(error.message))
  socket.on('close', () => onEnd('closed'))
  socket.on('data', (received) => {
    let data = carried ? Buffer.concat([carried, received]) : received
    carried = undefined
    if (!open) {
      const end = data.indexOf(endOfHead)
      if (end === -1) {
        carried = data
        return
      }
      if (!data.toString('latin1', 0, 12).endsWith('101'))
        return onEnd(data.toString('latin1', 0, end))
      open = true
      data = data.subarray(end + endOfHead.length)
    }
    const rest = readFrames(data, onText)
    if (rest < data.length) carried = data.subarray(rest)
  })
  return {
    send: (text) => {
      socket.write(frameOf(text))
    },
    close: () => {
      socket.destroy()
    },
  }
}

/** Answers where the first incomplete frame begins. Servers send neither masks nor, here, more than 64 KiB. */
function readFrames(data: Buffer, onText: (text: string) => void): number {
  let at = 0
  while (data.length - at >= 2) {
    const short = (data[at + 1] ?? 0) & 0x7f
    const head = short === 126 ? 4 : 2
    if (data.length - at < head) break
    const length = short === 126 ? data.readUInt16BE(at + 2) : short
    if (data.length - at < head + length) break
    if (data[at] === textFrame) onText(data.toString('latin1', at + head, at + head + length))
    at += head + length
  }
  return at
}

/** A mask of zeros changes nothing, and servers demand one. */
function frameOf(text: string): Buffer {
  const body = Buffer.from(text, 'latin1')
  if (body.length > 0xffff) throw new Error('Too long for one of our frames')
  const length = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 0xff]
  const [first = 0, ...more] = length
  return Buffer.concat([Buffer.from([textFrame, 0x80 | first, ...more, 0, 0, 0, 0]), body])
}
