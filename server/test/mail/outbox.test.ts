import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf, parseInstant } from '../../src/domain/time/instant.ts'
import { createOutbox } from '../../src/mail/outbox.ts'
import { type TemporaryFolder, temporaryFolder } from '../storage/sqlite/sqlite-store.ts'

const mail = {
  to: 'ida@example.org',
  subject: 'Your session',
  text: 'On Monday at ten.',
  html: '<p>On Monday at ten.</p>',
  invite: { method: 'REQUEST', file: 'BEGIN:VCALENDAR\r\n' },
} as const
const date = parseInstant('2027-03-28T00:59:58.9Z')
const stamp = { messageId: '<one@experts.example>', date }

let folder: TemporaryFolder
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'data/outbox')
})
afterEach(() => folder.remove())

describe('the outbox', () => {
  it('keeps all of a mail and its stamp, for its owner alone', async () => {
    const outbox = createOutbox(path)
    expect(await outbox.check()).toBeNull()
    expect(await outbox.handOver(mail, stamp)).toMatchObject({ kind: 'handed_over' })
    const [kept, ...others] = await outbox.list(10)
    expect(others).toEqual([])
    expect(kept).toEqual({
      ...mail,
      id: expect.stringMatching(/^2027-03-28T005958\.9Z-[\da-f]{12}$/),
      messageId: stamp.messageId,
      at: '2027-03-28T00:59:58.9Z',
    })
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(statSync(join(path, `${kept?.id}.json`)).mode & 0o777).toBe(0o600)
  })

  it('has a mail once that is handed over again, also at the same time', async () => {
    const outbox = createOutbox(path)
    const again = () => createOutbox(path).handOver(mail, stamp)
    const handovers = await Promise.all([outbox.handOver(mail, stamp), again(), again()])
    await again()
    expect(handovers.map(({ kind }) => kind)).toEqual(Array(3).fill('handed_over'))
    expect(readdirSync(path)).toHaveLength(1)
    await outbox.handOver(mail, { ...stamp, messageId: '<two@experts.example>' })
    expect(await outbox.list(10)).toHaveLength(2)
  })

  it('lists the latest first, and so many', async () => {
    const outbox = createOutbox(path)
    for (const second of [2, 3, 1]) {
      const messageId = `<${second}@experts.example>`
      await outbox.handOver(mail, { messageId, date: instantOf(date + second * 1000) })
    }
    const ids = (await outbox.list(2)).map(({ messageId }) => messageId)
    expect(ids).toEqual(['<3@experts.example>', '<2@experts.example>'])
  })

  it('says why it cannot keep a mail', async () => {
    const outbox = createOutbox(path)
    await outbox.check()
    rmSync(path, { recursive: true })
    writeFileSync(path, 'a file where the folder was')
    const reason = 'the folder of the mail that is kept cannot be written to (EEXIST)'
    expect(await outbox.handOver(mail, stamp)).toEqual({ kind: 'unreachable', reason })
    expect(await outbox.check()).toBe(reason)
  })
})
