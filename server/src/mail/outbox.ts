import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Instant, formatInstant } from '../domain/time/instant.ts'
import type { Mail } from './mail.ts'

export interface KeptMail extends Mail {
  readonly at: string
}

export interface Outbox {
  /** Returns when the mail would survive a power cut. */
  send(mail: Mail): Promise<void>
  /** The latest first. */
  list(limit: number): Promise<readonly KeptMail[]>
}

/** Where mail goes while no mail server is configured: one file for each, readable by their owner alone. */
export function createOutbox(folder: string, clock: () => Instant): Outbox {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const at = formatInstant(clock())
      const name = `${at.replaceAll(':', '')}-${randomBytes(6).toString('hex')}.json`
      const unfinished = join(folder, `.${name}`)
      const file = await open(unfinished, 'wx', 0o600)
      try {
        await file.writeFile(`${JSON.stringify({ at, ...mail }, null, 2)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, join(folder, name))
    },

    async list(limit) {
      const names = await readdir(folder).catch(() => [])
      const kept = names.filter((name) => /^\d.*\.json$/.test(name)).toSorted()
      const latest = kept.slice(-limit).toReversed()
      return Promise.all(
        latest.map(
          async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptMail,
        ),
      )
    },
  }
}
