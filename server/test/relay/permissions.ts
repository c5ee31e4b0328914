import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { instantOf } from '../../src/domain/time/instant.ts'
import { credentialFor } from '../../src/relay/ice-servers.ts'
import { readReply, type Reply } from '../../src/relay/stun-message.ts'
import { relayNow } from './coturn.ts'

const magic = Buffer.from('2112a442', 'hex')
const [allocate, createPermission] = [0x003, 0x008]

type Body = (transaction: Buffer) => Buffer

/** Takes an address of a relay on this machine, to ask whether others may be spoken to from it. */
export async function askPermissions(port: number, secret: string, family: 4 | 6) {
  const { username, credential } = credentialFor(secret, 'test', instantOf(relayNow() + 60_000))
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  let realm = ''
  let nonce = ''

  async function request(method: number, bodyOf: Body): Promise<Reply> {
    const transaction = randomBytes(12)
    const login = [attribute(0x06, username), attribute(0x14, realm), attribute(0x15, nonce)]
    const body = Buffer.concat([bodyOf(transaction), ...(nonce === '' ? [] : login)])
    const message = (length: number) =>
      Buffer.concat([numbers(method, length), magic, transaction, body])
    const signed = message(body.length + 24)
    const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest()
    const signature = attribute(0x08, createHmac('sha1', key).update(signed).digest())
    const sent = nonce === '' ? message(body.length) : Buffer.concat([signed, signature])
    socket.send(sent, port, '127.0.0.1')
    const [answer] = (await once(socket, 'message')) as [Buffer]
    const reply = readReply(answer)
    if (!reply?.transaction.equals(transaction)) throw new Error('another answer')
    return reply
  }

  const anAddress = () =>
    Buffer.concat([
      attribute(0x19, Buffer.from([17, 0, 0, 0])),
      attribute(0x17, Buffer.from([family === 6 ? 2 : 1, 0, 0, 0])),
    ])
  const refused = await request(allocate, anAddress)
  realm = refused.realm
  nonce = refused.nonce
  const given = await request(allocate, anAddress)
  if (!given.isSuccess) throw new Error(`no address: ${given.errorCode}`)

  return {
    ask: (peer: string): Promise<Reply> =>
      request(createPermission, (transaction) =>
        attribute(0x12, hidden(peer, Buffer.concat([magic, transaction]))),
      ),
    close: () => socket.close(),
  }
}

/** An address with a port, as it is sent: crossed with what stands in the header. */
function hidden(peer: string, header: Buffer): Buffer {
  const bytes = isIPv6(peer) ? bytesOf(peer) : Buffer.from(peer.split('.').map(Number))
  const crossed = bytes.map((byte, index) => byte ^ (header[index] ?? 0))
  return Buffer.concat([Buffer.from([0, isIPv6(peer) ? 2 : 1, 0x21, 0x1b]), crossed])
}

function bytesOf(ipv6: string): Buffer {
  const [before = '', after] = ipv6.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [left, right] = [groups(before), groups(after ?? '')]
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return numbers(...[...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16)))
}

function numbers(...values: number[]): Buffer {
  return Buffer.from(values.flatMap((value) => [value >> 8, value & 255]))
}

function attribute(type: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value)
  const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
  return Buffer.concat([numbers(type, bytes.length), bytes, padding])
}
