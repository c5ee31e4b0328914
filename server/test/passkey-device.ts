import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { NewPasskey, PasskeyProof } from '@expertconnect/contract/people/shapes'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Asked {
  readonly challenge: string
}

interface DeviceOptions {
  /** Of the page that asks it. */
  readonly origin: string
  /** Whether it looks who holds it before it signs. */
  readonly verifies?: boolean
}

/** A device that keeps one passkey, as WebAuthn describes it: it makes a key, and signs what a page is asked for. */
export function createDevice({ origin, verifies = true }: DeviceOptions) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const rpId = new URL(origin).hostname
  let counter = 0

  const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest()

  function clientData(type: 'webauthn.create' | 'webauthn.get', { challenge }: Asked): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  /** User present, user verified, and an attested key where there is one. */
  function authenticatorData(attested?: Buffer): Buffer {
    const flags = 0x01 | (verifies ? 0x04 : 0) | (attested ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)])
  }

  const names = () => {
    const name = id.toString('base64url')
    return { id: name, rawId: name, type: 'public-key' as const }
  }

  return {
    /** What counts on elsewhere, as in a copy of it. */
    countsFrom(count: number): void {
      counter = count
    },

    make(asked: Asked, name = 'My phone'): NewPasskey {
      const key = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
        [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(key)])
      const object = new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', Uint8Array.from(authenticatorData(attested))],
      ])
      return {
        name,
        credential: {
          ...names(),
          response: {
            clientDataJSON: clientData('webauthn.create', asked).toString('base64url'),
            attestationObject: Buffer.from(isoCBOR.encode(object)).toString('base64url'),
            transports: ['internal'],
          },
        },
      }
    },

    sign(asked: Asked): PasskeyProof {
      counter++
      const data = authenticatorData()
      const said = clientData('webauthn.get', asked)
      const signature = sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)
      return {
        ...names(),
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}
