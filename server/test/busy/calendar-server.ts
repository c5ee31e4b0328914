import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../free-port.ts'

/** A real server of calendars on this machine, with one calendar that was empty. */
export interface CalendarServer {
  readonly origin: string
  readonly address: string
  put(uid: string, from: string, to: string): Promise<void>
  remove(uid: string): Promise<void>
  /** The file of each entry of the calendar, by its name without `.ics`. */
  files(): ReadonlyMap<string, string>
  stop(): Promise<void>
}

/** Who signs in at a server of calendars. */
export interface CalendarAccount {
  readonly userName: string
  readonly password: string
}

interface Running {
  readonly child: ChildProcess
  readonly folder: string
  readonly origin: string
}

/** Starts a program in a folder of its own, and waits until it answers. */
export async function startProgram(
  program: string,
  argumentsFor: (folder: string, port: number) => readonly string[],
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'expertconnect-calendars-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(program, argumentsFor(folder, port), { stdio: 'ignore' })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`)
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    )
    if (isThere) return { child, folder, origin }
    await delay(50)
  }
}

/** Asks a server of calendars as its owner's programs do; whatever is refused rejects. */
export function asOwner(account?: CalendarAccount) {
  return async (method: string, url: string, body?: string): Promise<void> => {
    const headers = {
      ...(body === undefined ? {} : { 'Content-Type': 'text/calendar; charset=utf-8' }),
      ...(account
        ? { Authorization: `Basic ${btoa(`${account.userName}:${account.password}`)}` }
        : {}),
    }
    const { ok, status } = await fetch(url, { method, headers, ...(body ? { body } : {}) })
    if (!ok) throw new Error(`${method} ${url} answered ${status}`)
  }
}

/** A server that runs, and whose calendar at `address` lies in `files` of its folder. */
export function serverOf(
  { child, folder, origin }: Running,
  address: string,
  files: string,
  ask: ReturnType<typeof asOwner>,
): CalendarServer {
  const folderOfFiles = join(folder, files)
  return {
    origin,
    address,
    put: (uid, from, to) => ask('PUT', `${address}${uid}.ics`, eventOf(uid, from, to)),
    remove: (uid) => ask('DELETE', `${address}${uid}.ics`),
    files() {
      const names = readdirSync(folderOfFiles).filter((name) => /^[^.].*\.ics$/.test(name))
      return new Map(
        names.map((name) => [
          name.replace(/\.ics$/, ''),
          readFileSync(join(folderOfFiles, name), 'utf8'),
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
