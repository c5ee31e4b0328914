import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets of other services: whoever steals the store without SECRET reads none of them. */
export interface Seal {
  /** For `about` alone: what was sealed for one row opens in no other. */
  seal(text: string, about: string): string
  /** Null of what was sealed under another SECRET, for something else, or was changed. */
  open(sealed: string, about: string): string | null
  /** The same for the same text and `about`, and by itself it tells nothing of the text. */
  mark(text: string, about: string): string
}

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM under keys of their own, which HKDF makes of SECRET. */
export function createSeal(secret: string): Seal {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  const sealing = keyFor('sealed addresses')
  const marking = keyFor('marks of addresses')
  return {
    seal(text, about) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, sealing, iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [iv, tag, body] = [
        bytes.subarray(0, ivBytes),
        bytes.subarray(ivBytes, ivBytes + tagBytes),
        bytes.subarray(ivBytes + tagBytes),
      ]
      try {
        const decipher = createDecipheriv(algorithm, sealing, iv, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    mark: (text, about) =>
      createHmac('sha256', marking).update(`${about}\0${text}`).digest('base64url'),
  }
}
