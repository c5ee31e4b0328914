import { createHash, randomBytes } from 'node:crypto'
import { access, constants, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { closeFolder, syncFolder } from '../disk/private-files.ts'
import {
  day,
  formatInstant,
  hour,
  type Instant,
  parseInstant,
  plus,
} from '../domain/time/instant.ts'
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
  /** Erases the codes that this is true of. */
  forgetCodes(isUsed: (mail: KeptMail) => boolean): Promise<void>
  /** Erases the mails that this is true of. */
  forget(isGone: (mail: KeptMail) => boolean): Promise<void>
  /** Erases the codes that open nothing any more, and what was kept for as long as mails are. */
  forgetOver(now: Instant): Promise<void>
}

/** Long enough for whoever hosts a server without mail to hand them on; the links in them live longer. */
const keptFor = 30 * day
/** A crash in the midst of writing leaves a file that is none. */
const writtenWithin = hour

/**
 * Where mail goes while no mail server is configured: one file for each, readable by their owner alone. A mail that is
 * handed over again has the same file. The name says since when it is kept and, of a code, until when: what is over is
 * found without being read.
 */
export function createOutbox(folder: string): Outbox {
  async function keep(mail: Mail, stamp: Stamp): Promise<void> {
    closeFolder(folder)
    const name = `${idOf(mail, stamp)}.json`
    const unfinished = join(folder, `.${randomBytes(6).toString('hex')}-${name}`)
    const file = await open(unfinished, 'wx', 0o600)
    try {
      const { messageId, date } = stamp
      const { until: _, ...shown } = mail
      const kept = { at: formatInstant(date), messageId, ...shown }
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

  async function names(): Promise<string[]> {
    return readdir(folder).catch(() => [])
  }

  async function erase(erased: readonly string[]): Promise<void> {
    for (const name of erased) await rm(join(folder, name), { force: true })
    if (erased.length > 0) syncFolder(folder)
  }

  async function forget(
    isGone: (mail: KeptMail) => boolean,
    isLookedAt: (name: string) => boolean,
  ): Promise<void> {
    const gone: string[] = []
    for (const name of (await names()).filter((each) => isMail(each) && isLookedAt(each))) {
      // Another one may have been erased meanwhile.
      const mail = await read(name).catch(() => null)
      if (mail && isGone(mail)) gone.push(name)
    }
    await erase(gone)
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
      const latest = (await names()).filter(isMail).toSorted().slice(-limit).toReversed()
      const kept = await Promise.all(latest.map((name) => read(name).catch(() => null)))
      return kept.filter((mail) => mail !== null)
    },

    forgetCodes: (isUsed) => forget(isUsed, (name) => untilOf(name) !== null),
    forget: (isGone) => forget(isGone, () => true),
    forgetOver: async (now) => erase((await names()).filter((name) => (overAt(name) ?? now) < now)),

    async close() {},
  }
}

/** By time, and the same whenever this mail is handed over. */
function idOf({ until }: Mail, { messageId, date }: Stamp): string {
  const hash = createHash('sha256').update(messageId).digest('hex').slice(0, 12)
  return `${nameOf(date)}-${hash}${until === undefined ? '' : `.until-${nameOf(until)}`}`
}

function nameOf(instant: Instant): string {
  return formatInstant(instant).replaceAll(':', '')
}

function instantIn(named: string | undefined): Instant | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d)(\d\d)(\d\d(?:\.\d+)?Z)$/.exec(named ?? '')
  return parts ? parseInstant(parts.slice(1).join(':')) : null
}

function isMail(name: string): boolean {
  return /^\d.*\.json$/.test(name)
}

/** Of the name of a code. */
function untilOf(name: string): Instant | null {
  return instantIn(/\.until-([\dTZ.-]+)\.json$/.exec(name)?.[1])
}

/** When a file of ours goes; null of one that is not. */
function overAt(name: string): Instant | null {
  const { unfinished, date } =
    /^(?<unfinished>\.[\da-f]{12}-)?(?<date>[\dT.-]+Z)-.+\.json$/.exec(name)?.groups ?? {}
  const since = instantIn(date)
  if (since === null) return null
  return unfinished ? plus(since, writtenWithin) : (untilOf(name) ?? plus(since, keptFor))
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return `the folder of the mail that is kept cannot be written to${code}`
}
