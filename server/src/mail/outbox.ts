import { createHash, randomBytes } from 'node:crypto'
import { access, constants, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { closeFolder, syncFolder } from '../base/private-files.ts'
import { formatInstant } from '../domain/time/instant.ts'
import type { Mail } from './mail.ts'
import type { Stamp } from '../domain/messages/message.ts'
import type { Transport } from './transport.ts'

export interface KeptMail extends Mail {
  /** The name of its file, without the ending. */
  readonly id: string
  readonly messageId: string
  /** Of its stamp, as ISO 8601. */
  readonly at: string
}

/** What is handed over would survive a power cut. */
export interface Outbox extends Transport {
  /** The latest first. */
  list(limit: number): Promise<readonly KeptMail[]>
}

/**
 * Where mail goes while no mail server is configured: one file for each, readable by their owner alone. A mail that is
 * handed over again has the same file.
 */
export function createOutbox(folder: string): Outbox {
  async function keep(mail: Mail, stamp: Stamp): Promise<void> {
    closeFolder(folder)
    const name = `${idOf(stamp)}.json`
    const unfinished = join(folder, `.${randomBytes(6).toString('hex')}-${name}`)
    const file = await open(unfinished, 'wx', 0o600)
    try {
      const { messageId, date } = stamp
      const kept = { at: formatInstant(date), messageId, ...mail }
      await file.writeFile(`${JSON.stringify(kept, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(folder, name))
    syncFolder(folder)
  }

  async function read(name: string): Promise<KeptMail> {
    const kept = JSON.parse(await readFile(join(folder, name), 'utf8')) as Omit<KeptMail, 'id'>
    return { id: name.slice(0, -'.json'.length), ...kept }
  }

  return {
    async handOver(mail, stamp) {
      try {
        await keep(mail, stamp)
        return { kind: 'handed_over', reply: 'kept on this machine' }
      } catch (error) {
        return { kind: 'unreachable', reason: reasonOf(error) }
      }
    },

    async check() {
      try {
        closeFolder(folder)
        await access(folder, constants.W_OK)
        return null
      } catch (error) {
        return reasonOf(error)
      }
    },

    async list(limit) {
      const names = await readdir(folder).catch(() => [])
      const kept = names.filter((name) => /^\d.*\.json$/.test(name)).toSorted()
      return Promise.all(kept.slice(-limit).toReversed().map(read))
    },

    async close() {},
  }
}

/** By time, and the same whenever this mail is handed over. */
function idOf({ messageId, date }: Stamp): string {
  const hash = createHash('sha256').update(messageId).digest('hex').slice(0, 12)
  return `${formatInstant(date).replaceAll(':', '')}-${hash}`
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return `the folder of the mail that is kept cannot be written to${code}`
}
