import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Person } from '../../../src/domain/people/person.ts'
import { createOutbox } from '../../../src/mail/outbox.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import { migrate, zeroesDeleted } from '../../../src/storage/sqlite/engine/migrations.ts'
import { codeIn, createBrowser, linkIn } from '../../browser.ts'
import { plainContent } from '../../content.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { type TemporaryFolder, temporaryFolder } from '../../storage/sqlite/sqlite-store.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'

const day = 24 * 60 * 60_000
const email = 'Xenia.Quist@example.org'
const customer = { name: 'Xenia Quistgaard', email, phone: '+45 5550 0199' }
const topic = 'Zygomorphic orchids'
const reason = 'A bout of quinsy'
const note = 'Wistful about quaggas'
const traces = ['xenia', 'quist', '5550 0199', 'zygomorph', 'quinsy', 'quagga']
const adaTheExpert: Person = {
  id: 'person-ada',
  email: 'ada@example.com',
  isAdmin: true,
  expertId: 'expert-ada',
  createdAt: 0 as Person['createdAt'],
}

let folder: TemporaryFolder
let world: World
beforeEach(async () => {
  folder = temporaryFolder()
  world = await startWorld({
    content: { ...plainContent(), people: [adaTheExpert] },
    storage: await openStorage(`file:${join(folder.path, 'store.db')}`),
    outbox: createOutbox(join(folder.path, 'outbox')),
  })
})
afterEach(async () => {
  await world.stop()
  folder.remove()
})

/** Which traces stand in which file, as they are or with other cases. */
function found(): string[] {
  const files = readdirSync(folder.path, { recursive: true, withFileTypes: true })
  return files
    .filter((each) => each.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name)).toString('latin1').toLowerCase()
      return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${trace} in ${name}`)
    })
}

/** Everything that somebody leaves behind: bookings of every state, an application, mails to both sides, limits, sign-ins. */
async function leaveTraces(): Promise<void> {
  const details = { customer, topic }
  const kept = await makeBooking(world, tuesdayTen, details)
  const saved = { params: { id: kept.booking.id }, bearer: kept.manageToken }
  for (const [version, text] of [`${note}, at first`, note].entries()) {
    await world.send('saveNotes', { ...saved, body: { version, text } })
  }
  const cancelled = await makeBooking(world, later(tuesdayTen, 240), details)
  await world.send('changeBooking', {
    params: { id: cancelled.booking.id },
    body: { version: 1, status: 'cancelled', reason },
    bearer: cancelled.manageToken,
    key: newKey(),
  })
  const application = {
    name: customer.name,
    email,
    headline: topic,
    bio: `${topic}. ${topic}.`,
    category: 'music',
  }
  await world.send('applyAsExpert', { body: application })
  const ada = createBrowser(world)
  await ada.signIn(adaTheExpert.email)
  const { items } = (await ada.send('listApplications', { query: { state: 'waiting' } })).body
  await ada.send('decideApplication', {
    params: { id: items[0]?.id ?? '' },
    body: { state: 'declined', reason },
  })
  const told = () => world.mails.filter(({ text, to }) => `${to} ${text}`.match(/xenia/i)).length
  await expect.poll(told).toBeGreaterThanOrEqual(5)
}

/** Others whose rows lie before, between and after, so that pages are split and rows moved. */
async function crowd(round: number): Promise<void> {
  for (let quarter = 0; quarter < 12; quarter++) {
    const name = `Customer ${round} ${quarter}`
    await makeBooking(world, later('2027-01-14T10:00:00Z', round * 1440 + quarter * 30), {
      customer: { name, email: `c${round}-${quarter}@example.net` },
      topic: `${name} `.repeat(60),
    })
  }
}

it('leaves no byte of whoever erased themselves: in the database, its log, or the mails that are kept', async () => {
  await crowd(0)
  await leaveTraces()
  await crowd(1)
  expect(new Set(found().map((each) => each.split(' in ')[0]))).toEqual(new Set(traces))
  world.clock.advance(3 * day)
  const browser = createBrowser(world)
  await browser.signIn(email)
  await browser.send('eraseMe')
  expect(found()).toEqual([])
  const ada = createBrowser(world)
  await ada.signIn(adaTheExpert.email)
  const { items } = (await ada.send('listAudit')).body
  expect(items.find(({ action }) => action === 'application_declined')).toMatchObject({
    by: adaTheExpert.email,
    subject: { name: 'Erased' },
  })
})

it('does so within the hour where another program reads in that moment', async () => {
  await leaveTraces()
  world.clock.advance(3 * day)
  const browser = createBrowser(world)
  await browser.signIn(email)
  const reader = await openDatabase(join(folder.path, 'store.db'), { readOnly: true })
  reader.exec('BEGIN; SELECT count(*) FROM record')
  await browser.send('eraseMe')
  reader.exec('COMMIT')
  reader.close()
  await world.storage.people.forgetEnded(world.clock.now)
  expect(found()).toEqual([])
})

it('leaves no code and no link in the mails that are kept, once one was used or its time is over', async () => {
  const browser = createBrowser(world)
  const outbox = createOutbox(join(folder.path, 'outbox'))
  const subjects = async () =>
    (await outbox.list(100)).map(({ subject, to }) => `${to}: ${subject}`)
  const start = () => browser.send('startSignIn', { body: { email } })
  await start()
  expect(await subjects()).toEqual([
    expect.stringMatching(/^Xenia.+: \d{4} \d{4} is your sign-in code$/),
  ])
  await createBrowser(world).send('startSignIn', { body: { email } })
  await start()
  expect(await subjects()).toHaveLength(3)
  await browser.send('proveSignIn', { body: { code: codeIn(world) } })
  expect(await subjects()).toHaveLength(2)
  await start()
  await browser.send('proveSignIn', { body: { link: linkIn(world) } })
  expect(await subjects()).toHaveLength(2)

  const next = 'hopper@example.org'
  await browser.send('startAddressChange', { body: { email: next } })
  expect(await subjects()).toHaveLength(4)
  const codeTo = (to: string) =>
    codeIn({ ...world, mails: world.mails.filter((mail) => mail.to === to) })
  const body = { currentCode: codeTo(email), newCode: codeTo(next) }
  await browser.send('proveAddressChange', { body })
  expect(await subjects()).toHaveLength(2)
  world.clock.advance(10 * 60_000 + 1)
  await outbox.forgetOver(world.clock.now)
  expect(await subjects()).toEqual([])
})

it('writes the file of a version before anew, in which deleted bytes were left', async () => {
  const file = join(folder.path, 'before.db')
  const db = await openDatabase(file)
  migrate(db, zeroesDeleted - 1)
  db.exec(`
    PRAGMA secure_delete = 0;
    CREATE TABLE left (text TEXT);
    INSERT INTO left VALUES ('${'Xenia Quistgaard '.repeat(1000)}');
    DELETE FROM left; DROP TABLE left;`)
  db.close()
  expect(found()).toContain('xenia in before.db')
  await (await openStorage(`file:${file}`)).close()
  expect(found()).toEqual([])
})
