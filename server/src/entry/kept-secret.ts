import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeFile, writeOnce } from '../disk/private-files.ts'
import { newSecret } from './new-secret.ts'

/** With fewer bytes the key of all links and codes could be guessed. */
const leastBytes = 32

/** Blanks are no secret, nor are the zeros that a power cut can leave where text was to be. */
export function isTooShort(secret: string): boolean {
  return Buffer.byteLength(secret.replaceAll(/[\s\0]/g, '')) < leastBytes
}

/**
 * The secret of an embedded installation: generated once, readable by its owner only. Throws where the file that is kept
 * holds less than a secret: whoever knows that could forge every link.
 */
export function keepSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  writeOnce(file, newSecret(256))
  closeFile(file)
  const secret = readFileSync(file, 'utf8')
  if (isTooShort(secret)) throw new Error(fault(file))
  return secret
}

function fault(file: string): string {
  return `  The secret in ${file} has fewer than ${leastBytes} bytes, so that links could be forged. Put the file back from a backup. If there is none, delete it: the next start makes another, and links that were sent before open nothing any more.`
}
