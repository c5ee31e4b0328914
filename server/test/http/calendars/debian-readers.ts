import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findCalendarTool } from '../../../../scripts/find-calendar-tools.mjs'

const run = promisify(execFile)
const vdirsyncer = findCalendarTool('vdirsyncer')
const khal = findCalendarTool('khal')

export const hasReaders = vdirsyncer !== null && khal !== null

/** Somebody who subscribes with vdirsyncer and looks at it with khal, which show times of this zone. */
export async function subscribe(url: string, zone: string) {
  if (vdirsyncer === null || khal === null) throw new Error('There are no readers')
  const folder = await mkdtemp(join(tmpdir(), 'expertconnect-feed-'))
  const kept = join(folder, 'kept')
  await mkdir(kept)
  const syncing = join(folder, 'vdirsyncer.conf')
  await writeFile(
    syncing,
    `[general]
status_path = "${join(folder, 'status')}"
[pair sessions]
a = "kept"
b = "feed"
collections = null
[storage kept]
type = "filesystem"
path = "${kept}"
fileext = ".ics"
[storage feed]
type = "http"
url = "${url}"
`,
  )
  const showing = join(folder, 'khal.conf')
  await writeFile(
    showing,
    `[calendars]
[[feed]]
path = ${kept}
[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${join(folder, 'khal.db')}
`,
  )
  const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' }
  const command = (file: string, ...words: string[]) => run(file, words, { env })

  await command(vdirsyncer, '-c', syncing, 'discover')
  return {
    /** Rejects where the program does. */
    async look(): Promise<void> {
      await command(vdirsyncer, '-c', syncing, 'sync')
    },
    /** A line an entry: from when until when, and what. */
    async shown(from: string, to: string): Promise<string[]> {
      const format = '{start-long} {end-long} {title}'
      const words = ['-c', showing, 'list', '--notstarted', '--day-format', '', '--format', format]
      const { stdout } = await command(khal, ...words, from, to)
      return stdout.split('\n').filter(Boolean)
    },
    leave: () => rm(folder, { recursive: true, force: true }),
  }
}
