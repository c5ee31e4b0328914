import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { type MailServer, startMailServer } from '../mail/mail-server.ts'
import { aPerson } from '../storage/people/people-fixtures.ts'
import { anyHour, startAt } from '../servers/shared-store.ts'
import { weather } from './mail-storm.ts'
import { environmentOf, killAll, type RealServer, startServer } from './real-server.ts'

let dir: string
let mail: MailServer
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'expertconnect-mail-'))
  mail = await startMailServer()
})
afterEach(async () => {
  await killAll()
  await mail.close()
  await rm(dir, { recursive: true, force: true })
})

const expertAddress = 'ada@example.org'

describe('a server that is killed while it sends mail, to a server of mail that misbehaves', () => {
  it('has sent all that it owed, once both are well again', { timeout: 900_000 }, async () => {
    const environment: Record<string, string> = {
      ...environmentOf(dir),
      DEMO: 'off',
      SMTP_URL: mail.url,
      MAIL_FROM: 'no-reply@experts.example',
    }
    const storage = await openStorage(environment.DATABASE_URL ?? '')
    const people = [aPerson({ email: expertAddress, expertId: 'expert-ada' })]
    await storage.fill({ ...anyHour(), people })
    await storage.close()
    let server: RealServer = await startServer(environment)
    await weather(server.url, {
      mail,
      startAt,
      expertId: 'expert-ada',
      expertAddress,
      async kill() {
        await server.kill('SIGKILL')
        server = await startServer(environment)
        return server.url
      },
    })
  })
})
