import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formatInstant, parseInstant } from '../../../src/domain/time/instant.ts'
import { mailTo, type World } from '../../harness.ts'
import { type Browser, changeOf, signedIn, startDesk } from '../desk-world.ts'
import { makeBooking, tuesdayTen } from '../requests.ts'

const adaEmail = 'ada-lovelace@example.com'
const binaEmail = 'bina-gurung@example.com'
const customerEmail = 'grace@example.com'
const all: MailChoices = { unwanted: [], agendaAt: null }

let world: World
let ada: Browser
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, adaEmail)
})
afterEach(() => world.stop())

const chosenBy = async (browser: Browser) => (await browser.send('getMailChoices')).body
const chooses = (browser: Browser, part: Partial<MailChoices>) =>
  browser.send('chooseMails', { body: { ...all, ...part } })

/** The subjects of what went to an address, but codes to sign in with. */
function subjectsTo(address: string): string[] {
  const own = world.mails.filter(({ to, text }) => to === address && !text.includes('Your code:'))
  return own.map(({ subject }) => subject)
}

/** What is owed goes out a moment later: resolves when it has come to this. */
const eventually = (expectation: () => Promise<void> | void) =>
  vi.waitFor(expectation, { timeout: 60_000, interval: 50 })

describe('which mails an expert gets', () => {
  it('are all of them and no agenda until they choose', async () => {
    expect(await chosenBy(ada)).toEqual(all)
  })

  it('are those that they chose last, and nobody else’s', async () => {
    const bina = await signedIn(world, binaEmail)
    const first: MailChoices = { unwanted: ['reminder'], agendaAt: '07:30' }
    expect((await chooses(ada, first)).body).toEqual(first)
    expect(await chosenBy(ada)).toEqual(first)
    const second: MailChoices = { unwanted: ['booked', 'declined'], agendaAt: null }
    await chooses(ada, second)
    expect(await chosenBy(ada)).toEqual(second)
    expect(await chosenBy(bina)).toEqual(all)
  })

  it.each([
    ['a time beside the quarters', { ...all, agendaAt: '07:10' }, '#/agendaAt'],
    ['a time that no clock shows', { ...all, agendaAt: '25:00' }, '#/agendaAt'],
    ['a number', { ...all, agendaAt: 7 }, '#/agendaAt'],
    ['no time at all', { unwanted: [] }, '#/agendaAt'],
    ['a kind that nobody may do without', { ...all, unwanted: ['proposed'] }, '#/unwanted/0'],
    ['a kind that there is not', { ...all, unwanted: ['booked', 'spam'] }, '#/unwanted/1'],
    ['more kinds than there are', { ...all, unwanted: Array(6).fill('moved') }, '#/unwanted'],
    ['one kind without a list', { ...all, unwanted: 'moved' }, '#/unwanted'],
    ['nothing about the kinds', { agendaAt: null }, '#/unwanted'],
  ])('are not changed by %s, and the answer says where it is', async (_, body, pointer) => {
    const kept: MailChoices = { unwanted: ['moved'], agendaAt: '18:00' }
    await chooses(ada, kept)
    const answer = await ada.refuse('chooseMails', { body })
    expect(answer.status).toBe(422)
    expect(answer.body.code).toBe('invalid_input')
    expect(answer.body.errors?.map((each) => each.pointer)).toEqual([pointer])
    expect(await chosenBy(ada)).toEqual(kept)
  })
})

describe('an expert who does without mails about new sessions', () => {
  it('gets none, while their customer does, and hears of all else', async () => {
    await chooses(ada, { unwanted: ['booked'] })
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    expect((await mailTo(world, customerEmail)).subject).toMatch(/^Booked: /)
    await eventually(async () => {
      const messages = await world.storage.messages.listOfBooking(booking.id)
      const states = messages.map(({ about, state }) => [about.recipient, state] as const)
      expect(Object.fromEntries(states)).toEqual({ customer: 'handed_over', expert: 'dropped' })
    })
    const cancelling = { version: 1, status: 'cancelled', reason: 'Another day' }
    await world.send('changeBooking', changeOf(booking.id, cancelling, manageToken))
    await eventually(() => expect(subjectsTo(adaEmail)).toHaveLength(1))
    expect(subjectsTo(adaEmail)).toEqual([expect.stringMatching(/cancelled/i)])
  })
})

describe('the agenda', () => {
  async function agendas() {
    const { items } = await world.storage.messages.list({ show: 'all', limit: 50 })
    return items.flatMap((message) =>
      message.about.of === 'day'
        ? [
            [
              message.about.expertId,
              message.about.date,
              formatInstant(message.dueAt),
              message.state,
            ],
          ]
        : [],
    )
  }

  function advanceTo(instant: string): void {
    world.clock.now = parseInstant(instant)
  }

  it('is sent at its time with the sessions of the day, and not on a day without any', async () => {
    await chooses(ada, { unwanted: ['booked', 'reminder'], agendaAt: '07:30' })
    await makeBooking(world, tuesdayTen)
    const later = { name: 'Joan Clarke', email: 'joan@example.com' }
    await makeBooking(world, '2027-01-12T14:00:00Z', { customer: later })
    await makeBooking(world, '2027-01-14T10:00:00Z', { customer: { ...later, name: 'Alan' } })
    expect(await agendas()).toEqual([])

    advanceTo('2027-01-12T07:30:00Z')
    await eventually(() => expect(subjectsTo(adaEmail)).toHaveLength(1))
    const { text } = await mailTo(world, adaEmail)
    expect(text.indexOf('Grace Hopper')).toBeGreaterThan(0)
    expect(text.indexOf('Joan Clarke')).toBeGreaterThan(text.indexOf('Grace Hopper'))
    expect(text).not.toContain('Alan')

    advanceTo('2027-01-13T07:30:00Z')
    const tuesday = ['expert-ada', '2027-01-12', '2027-01-12T07:30:00Z', 'handed_over']
    const wednesday = ['expert-ada', '2027-01-13', '2027-01-13T07:30:00Z', 'dropped']
    await eventually(async () => expect(await agendas()).toEqual([wednesday, tuesday]))
    expect(subjectsTo(adaEmail)).toHaveLength(1)
  })

  it('is about the next day from noon on, by the clock of the expert', async () => {
    const bina = await signedIn(world, binaEmail)
    await chooses(bina, { unwanted: ['booked', 'reminder'], agendaAt: '18:00' })
    // Ten o'clock of Tuesday and of Wednesday in Kathmandu.
    await makeBooking(world, '2027-01-12T04:15:00Z', { expertId: 'expert-bina' })
    const customer = { name: 'Joan Clarke', email: 'joan@example.com' }
    await makeBooking(world, '2027-01-13T04:15:00Z', { expertId: 'expert-bina', customer })
    advanceTo('2027-01-11T12:15:00Z')
    await eventually(async () =>
      expect(await agendas()).toEqual([
        ['expert-bina', '2027-01-12', '2027-01-11T12:15:00Z', 'handed_over'],
      ]),
    )
    const { text } = await mailTo(world, binaEmail)
    expect(text).toContain('Grace Hopper')
    expect(text).not.toContain('Joan Clarke')
  })

  it('is not sent any more when it was switched off', async () => {
    const bina = await signedIn(world, binaEmail)
    await chooses(ada, { agendaAt: '07:30' })
    await chooses(bina, { agendaAt: '13:15' })
    await chooses(ada, { agendaAt: null })
    await makeBooking(world, tuesdayTen)
    await makeBooking(world, '2027-01-13T04:15:00Z', { expertId: 'expert-bina' })
    // Half past seven in London is a quarter past one in Kathmandu.
    advanceTo('2027-01-12T07:30:00Z')
    await eventually(async () =>
      expect(await agendas()).toEqual([
        ['expert-bina', '2027-01-13', '2027-01-12T07:30:00Z', 'handed_over'],
      ]),
    )
  })
})
