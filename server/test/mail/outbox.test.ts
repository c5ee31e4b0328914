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

  it('keeps a code until it is over, other mails for thirty days, and what a crash left for an hour', async () => {
    const outbox = createOutbox(path)
    const at = (days: number) => instantOf(date + days * 24 * 60 * 60_000)
    const until = instantOf(date + 10 * 60_000)
    await outbox.handOver({ ...mail, until }, stamp)
    await outbox.handOver(mail, { ...stamp, messageId: '<two@experts.example>' })
    writeFileSync(join(path, '.0123456789ab-2027-03-28T005958.9Z-0123456789ab.json'), '{"to":')
    writeFileSync(join(path, 'notes.json'), 'of somebody else')
    const kept = () => readdirSync(path).map((name) => name.replace(/[\da-f]{12}/g, '#'))
    const [other, mine] = ['notes.json', '2027-03-28T005958.9Z-#.json']

    await outbox.forgetOver(until)
    expect(kept()).toHaveLength(4)
    expect(await outbox.list(10)).toHaveLength(2)
    await outbox.forgetOver(instantOf(until + 1))
    expect(kept().toSorted()).toEqual(['.#-2027-03-28T005958.9Z-#.json', mine, other].toSorted())
    await outbox.forgetOver(at(30))
    expect(kept().toSorted()).toEqual([mine, other])
    await outbox.forgetOver(instantOf(at(30) + 1))
    expect(kept()).toEqual([other])
  })

  it('erases a code that was used, and never takes another mail for one', async () => {
    const outbox = createOutbox(path)
    const until = instantOf(date + 10 * 60_000)
    for (const [number, more] of [{ until }, {}].entries()) {
      await outbox.handOver({ ...mail, ...more }, { ...stamp, messageId: `<${number}@a.example>` })
    }
    await outbox.forgetCodes(({ text }) => text === 'another')
    expect(await outbox.list(10)).toHaveLength(2)
    await outbox.forgetCodes(({ text }) => text === mail.text)
    expect((await outbox.list(10)).map(({ messageId }) => messageId)).toEqual(['<1@a.example>'])
    await outbox.forget(({ to }) => to === mail.to)
    expect(readdirSync(path)).toEqual([])
  })

  it('has nothing to erase where nothing was ever kept', async () => {
    const outbox = createOutbox(join(folder.path, 'nowhere'))
    await outbox.forgetOver(date)
    await outbox.forget(() => true)
    expect(readdirSync(folder.path)).toEqual([])
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
