import { createHash, createHmac } from 'node:crypto'

/** The few messages of STUN and TURN (RFC 8489, RFC 8656) that asking a relay for an address takes. */
const magic = 0x2112_a442
const headerBytes = 20

export const methods = { allocate: 0x003, refresh: 0x004 } as const
type Method = (typeof methods)[keyof typeof methods]

const attributes = {
  username: 0x0006,
  integrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  requestedTransport: 0x0019,
} as const

/** With what the relay gave in its first refusal. */
export interface Login {
  readonly username: string
  readonly credential: string
  readonly realm: string
  readonly nonce: string
}

export interface Reply {
  readonly transaction: Buffer
  readonly isSuccess: boolean
  /** 0 of a success. */
  readonly errorCode: number
  readonly realm: string
  readonly nonce: string
}

/** `lifetime`: in seconds, of a refresh; 0 gives the address back. */
export function writeRequest(
  method: Method,
  transaction: Buffer,
  { login, lifetime }: { readonly login?: Login | null; readonly lifetime?: number },
): Buffer {
  const parts: Buffer[] = []
  if (method === methods.allocate) {
    // UDP towards the other side, whatever carries it to the relay.
    parts.push(attribute(attributes.requestedTransport, Buffer.from([17, 0, 0, 0])))
  }
  if (lifetime !== undefined) parts.push(attribute(attributes.lifetime, numberOf(lifetime)))
  if (!login) return message(method, transaction, Buffer.concat(parts))
  const { username, credential, realm, nonce } = login
  parts.push(attribute(attributes.username, Buffer.from(username)))
  parts.push(attribute(attributes.realm, Buffer.from(realm)))
  parts.push(attribute(attributes.nonce, Buffer.from(nonce)))
  const body = Buffer.concat(parts)
  const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest()
  // Signed as if the signature were there already: its 24 bytes count into the length.
  const signed = message(method, transaction, body, body.length + 24)
  const signature = createHmac('sha1', key).update(signed).digest()
  return Buffer.concat([signed, attribute(attributes.integrity, signature)])
}

/** `null`: no whole answer, or none of STUN. */
export function readReply(bytes: Buffer): Reply | null {
  if (bytes.length < headerBytes || bytes.readUInt32BE(4) !== magic) return null
  const end = headerBytes + bytes.readUInt16BE(2)
  if (bytes.length < end) return null
  const kind = bytes.readUInt16BE(0) & 0x0110
  if (kind !== 0x0100 && kind !== 0x0110) return null
  const found = new Map<number, Buffer>()
  for (let at = headerBytes; at + 4 <= end;) {
    const length = bytes.readUInt16BE(at + 2)
    if (at + 4 + length > end) return null
    const type = bytes.readUInt16BE(at)
    if (!found.has(type)) found.set(type, bytes.subarray(at + 4, at + 4 + length))
    at += 4 + padded(length)
  }
  const error = found.get(attributes.errorCode)
  return {
    transaction: bytes.subarray(8, headerBytes),
    isSuccess: kind === 0x0100,
    errorCode: error && error.length >= 4 ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 0,
    realm: found.get(attributes.realm)?.toString() ?? '',
    nonce: found.get(attributes.nonce)?.toString() ?? '',
  }
}

/** How many bytes of a stream the first message takes; `null` while its beginning is not there yet. */
export function lengthOfFirst(bytes: Buffer): number | null {
  return bytes.length < 4 ? null : headerBytes + bytes.readUInt16BE(2)
}

function message(method: Method, transaction: Buffer, body: Buffer, length = body.length): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt16BE(method, 0)
  header.writeUInt16BE(length, 2)
  header.writeUInt32BE(magic, 4)
  return Buffer.concat([header, transaction, body])
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc(padded(value.length) - value.length)])
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const padded = (length: number): number => Math.ceil(length / 4) * 4
