import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCalendarTool } from '../../../scripts/find-calendar-tools.mjs'
import {
  asOwner,
  type CalendarAccount,
  type CalendarServer,
  serverOf,
  startProgram,
} from './calendar-server.ts'

const program = findCalendarTool('radicale')

export const hasRadicale = program !== null

/** Radicale, with a calendar for everybody, or for an account alone. Its address is also that of the whole as one file. */
export async function startRadicale(account?: CalendarAccount): Promise<CalendarServer> {
  if (program === null) throw new Error('There is no radicale')
  const running = await startProgram(program, (folder, port) => {
    const rights = join(folder, 'rights')
    const user = account ? '.+' : '.*'
    writeFileSync(rights, `[all]\nuser: ${user}\ncollection: .*\npermissions: RrWw\n`)
    const users = join(folder, 'users')
    if (account) writeFileSync(users, `${account.userName}:${account.password}\n`)
    const auth = account
      ? ['htpasswd', `--auth-htpasswd-filename=${users}`, '--auth-htpasswd-encryption=plain']
      : ['none']
    return [
      '--config=',
      `--server-hosts=127.0.0.1:${port}`,
      `--auth-type=${auth[0]}`,
      ...auth.slice(1),
      // A wrong password is answered at once.
      '--auth-delay=0',
      '--rights-type=from_file',
      `--rights-file=${rights}`,
      `--storage-filesystem-folder=${join(folder, 'collections')}`,
    ]
  })
  const ask = asOwner(account)
  const userName = account?.userName ?? 'ada'
  const address = `${running.origin}/${userName}/calendar/`
  // Whoever signs in has a place there already.
  if (!account) await ask('MKCOL', `${running.origin}/${userName}/`)
  await ask('MKCALENDAR', address)
  return serverOf(running, address, `collections/collection-root/${userName}/calendar`, ask)
}
