import { afterAll, beforeAll, describe, it } from 'vitest'
import { weather } from '../crash/mail-storm.ts'
import { killAll, type RealServer, startServer } from '../crash/real-server.ts'
import { type MailServer, startMailServer } from '../mail/mail-server.ts'
import { freshDatabase, mongoUrl } from '../storage/mongo/mongo-store.ts'
import { aPerson } from '../storage/people/people-fixtures.ts'
import { environmentFor, openSharedStore, type SharedStore, startAt } from './shared-store.ts'

const expertAddress = 'ada@example.org'

describe.skipIf(mongoUrl === null)(
  'two servers that send the mail of one store, killed in turn',
  () => {
    let store: SharedStore
    let mail: MailServer
    beforeAll(async () => {
      const people = [aPerson({ email: expertAddress, expertId: 'expert-ada' })]
      store = await openSharedStore(freshDatabase(), { people })
      mail = await startMailServer()
    })
    afterAll(async () => {
      await killAll()
      await mail.close()
      await store.dispose()
    })

    it('send all that is owed, once all are well again', { timeout: 900_000 }, async () => {
      const environment = {
        ...environmentFor(store.url),
        SMTP_URL: mail.url,
        MAIL_FROM: 'no-reply@experts.example',
      }
      const start = (): Promise<RealServer> => startServer(environment)
      let [victim, other] = await Promise.all([start(), start()])
      await weather(victim.url, {
        mail,
        startAt,
        expertId: 'expert-ada',
        expertAddress,
        async kill() {
          await victim.kill('SIGKILL')
          ;[victim, other] = [other, await start()]
          return victim.url
        },
      })
    })
  },
)
