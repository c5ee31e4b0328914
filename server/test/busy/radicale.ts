import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findCalendarTool } from '../../../scripts/find-calendar-tools.mjs'
import { freePort } from '../free-port.ts'

const program = findCalendarTool('radicale')

export const hasRadicale = program !== null

export interface Radicale {
  readonly origin: string
  /** The whole calendar as one file, as programs subscribe to it. */
  readonly address: string
  put(uid: string, from: string, to: string): Promise<void>
  remove(uid: string): Promise<void>
  /** The file of each entry of the calendar, by its name without `.ics`. */
  files(): ReadonlyMap<string, string>
  stop(): Promise<void>
}

/** Who signs in at a server of calendars. */
export interface RadicaleAccount {
  readonly userName: string
  readonly password: string
}

/** A real server of calendars on this machine, with one empty calendar: for everybody, or for an account alone. */
export async function startRadicale(account?: RadicaleAccount): Promise<Radicale> {
  if (program === null) throw new Error('There is no radicale')
  const folder = mkdtempSync(join(tmpdir(), 'expertconnect-radicale-'))
  const rights = join(folder, 'rights')
  writeFileSync(
    rights,
    `[all]\nuser: ${account ? '.+' : '.*'}\ncollection: .*\npermissions: RrWw\n`,
  )
  const users = join(folder, 'users')
  if (account) writeFileSync(users, `${account.userName}:${account.password}\n`)
  const auth = account
    ? ['htpasswd', `--auth-htpasswd-filename=${users}`, '--auth-htpasswd-encryption=plain']
    : ['none']
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(
    program,
    [
      '--config=',
      `--server-hosts=127.0.0.1:${port}`,
      `--auth-type=${auth[0]}`,
      ...auth.slice(1),
      // A wrong password is answered at once.
      '--auth-delay=0',
      '--rights-type=from_file',
      `--rights-file=${rights}`,
      `--storage-filesystem-folder=${join(folder, 'collections')}`,
    ],
    { stdio: 'ignore' },
  )
  await answers(origin, child)
  const userName = account?.userName ?? 'ada'
  const address = `${origin}/${userName}/calendar/`
  const ask = async (method: string, url: string, body?: string): Promise<void> => {
    const headers = {
      ...(body === undefined ? {} : { 'Content-Type': 'text/calendar; charset=utf-8' }),
      ...(account ? { Authorization: `Basic ${btoa(`${userName}:${account.password}`)}` } : {}),
    }
    const { ok, status } = await fetch(url, { method, headers, ...(body ? { body } : {}) })
    if (!ok) throw new Error(`${method} ${url} answered ${status}`)
  }
  // Whoever signs in has a place there already.
  if (!account) await ask('MKCOL', `${origin}/${userName}/`)
  await ask('MKCALENDAR', address)

  return {
    origin,
    address,
    put: (uid, from, to) => ask('PUT', `${address}${uid}.ics`, eventOf(uid, from, to)),
    remove: (uid) => ask('DELETE', `${address}${uid}.ics`),
    files() {
      const folderOfAll = join(folder, 'collections', 'collection-root', userName, 'calendar')
      const names = readdirSync(folderOfAll).filter((name) => /^[^.].*\.ics$/.test(name))
      return new Map(
        names.map((name) => [
          name.replace(/\.ics$/, ''),
          readFileSync(join(folderOfAll, name), 'utf8'),
        ]),
      )
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function eventOf(uid: string, from: string, to: string): string {
  const utc = (iso: string) => iso.replaceAll(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//A test//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(to)}`,
    'SUMMARY:The dentist',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

async function answers(origin: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Radicale ended with ${child.exitCode}`)
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await delay(50)
  }
}
