import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { feedSides } from '@expertconnect/contract/calendars/feed-routes'
import type { AddressProof, PersonalData } from '@expertconnect/contract/people/shapes'
import type { ProblemCode } from '@expertconnect/contract/problems'
import type { Actor, SignedIn } from '../../base/actor.ts'
import { demandSignedIn } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { formatInstant, type Instant, minute, plus } from '../../domain/time/instant.ts'
import type { Note } from '../../domain/notes/note.ts'
import { emailKey, hasRole } from '../../domain/people/person.ts'
import { isFreshProof } from '../../domain/people/roles.ts'
import { personMessage } from '../../domain/messages/message.ts'
import type { From, Log } from '../audit/log.ts'
import { confirmAddressMail, newAddressMail } from '../../mail/letters/addresses.ts'
import type { Mail } from '../../mail/mail.ts'
import { invalid, Refused } from '../../base/problem.ts'
import { type BookingPlace, bookingScopes } from '../../storage/port/bookings.ts'
import type { Challenge } from '../../storage/port/people.ts'
import { expertOf } from '../experts/find.ts'
import { presentFeedFacts } from '../calendars/feed-present.ts'
import { presentApplication } from '../experts/present.ts'
import { presentBooking } from '../bookings/present.ts'
import { presentKeptNotes } from '../notes/present.ts'
import { presentPartyReview } from '../reviews/present.ts'
import { presentBrowser, presentPasskey, presentPerson } from './present.ts'
import { hashOf } from './opening.ts'
import { type BrowserSecrets, forgetCode } from './sign-in.ts'
import type { SignInBudgets } from './sign-in-budgets.ts'

const challengeMinutes = 10
const triesPerChallenge = 5
const perPage = 100

/** What people do with what is kept about them: another address, a copy of it all, and an end of it. */
export function createAccount(deps: Deps, budgets: SignInBudgets, log: Log) {
  const { storage, clock, tokens } = deps
  const { people } = storage

  /** Another session knows nothing of it, nor does another browser. */
  function challengeId({ session }: SignedIn, secret: string): string {
    return hashOf(`address ${session.id} ${secret}`)
  }

  function hashOfCode(id: string, which: 'current' | 'new', code: string): string {
    return tokens.hashOfCode(`${which} ${id}`, code)
  }

  async function bookingsOf(email: string, now: Instant): Promise<Booking[]> {
    const found: Booking[] = []
    for (const scope of bookingScopes) {
      let after: BookingPlace | undefined
      do {
        const page = await storage.bookings.listOfCustomer({
          email,
          scope,
          now,
          after,
          limit: perPage,
        })
        for (const record of page.items) {
          found.push(
            presentBooking(record, await expertOf(storage, record.expertId), now, ['customer']),
          )
        }
        after = page.next
      } while (after)
    }
    return found
  }

  /** Of these bookings as their customer, and of all that they held as an expert. */
  async function notesOf(bookings: readonly Booking[], expertId: string | null): Promise<Note[]> {
    const own = await Promise.all(bookings.map(({ id }) => storage.notes.find(id, 'customer')))
    const found = own.filter((note) => note !== null).filter(({ text }) => text !== '')
    let after: string | undefined
    if (expertId === null) return found
    do {
      const page = await storage.notes.listOfExpert({ expertId, after, limit: perPage })
      found.push(...page.items)
      after = page.next
    } while (after)
    return found
  }

  async function hasUpcoming(email: string, now: Instant): Promise<boolean> {
    const asked = { email, scope: 'upcoming', now, limit: 1 } as const
    return (await storage.bookings.listOfCustomer(asked)).items.length > 0
  }

  return {
    /** A code to the present address and another to the new one. Whether somebody has that one is told to nobody. */
    async startAddressChange(actor: Actor, email: string) {
      const signedIn = demandSignedIn(actor)
      const { person } = signedIn
      if (emailKey(email) === emailKey(person.email)) {
        throw invalid('#/email', 'This is already your address')
      }
      await budgets.spendAddressChange(actor, person, email)
      const challenge = deps.newSecret(128)
      const id = challengeId(signedIn, challenge)
      const codes = { current: deps.newCode(), new: deps.newCode() }
      const expiresAt = plus(clock(), challengeMinutes * minute)
      await people.startChallenge({
        id,
        email,
        codeHash: `${hashOfCode(id, 'current', codes.current)} ${hashOfCode(id, 'new', codes.new)}`,
        // There is no link: nobody has what this is the hash of.
        linkHash: hashOf(deps.newSecret(256)),
        triesLeft: triesPerChallenge,
        expiresAt,
      })
      const until = expiresAt
      await deps.sendMail({ ...confirmAddressMail(person.email, codes.current, email), until })
      await deps.sendMail({ ...newAddressMail(email, codes.new), until })
      return { challenge, expiresAt: formatInstant(expiresAt) }
    },

    async proveAddressChange(from: From, proof: AddressProof, browser: BrowserSecrets) {
      const signedIn = demandSignedIn(from.actor)
      const now = clock()
      const id = challengeId(signedIn, browser.challenge ?? '')
      const challenge = await people.findChallenge(id)
      if (!challenge) throw new Refused('proof_gone')
      const { email } = challenge
      await budgets.spendAddressCodes(signedIn.person.id)
      const hashes = [
        hashOfCode(id, 'current', proof.currentCode),
        hashOfCode(id, 'new', proof.newCode),
      ] as const
      const tried = await people.tryCode(id, hashes.join(' '), now)
      if (tried.kind === 'gone') throw new Refused('proof_gone')
      if (tried.kind === 'wrong') throw wrongCodes(challenge, hashes, tried.triesLeft)
      await forgetCode(deps, signedIn.person.email, proof.currentCode)
      await forgetCode(deps, email, proof.newCode)
      const { person, session } = signedIn
      const audit = log.about('address_changed', person.email, from)
      const changed = await people.changeAddress(person.id, email, now, {
        keep: session.id,
        audit,
        // To the address that they had: whoever reads there may not have done it.
        tell: (before) => {
          const about = { to: before.email, name: '', at: now, next: email }
          return personMessage(audit.id, 'address_changed', about, now)
        },
      })
      if (changed.kind === 'in_use') throw new Refused('address_in_use')
      if (changed.kind === 'gone') throw new Refused('signed_out')
      const known = tokens.forKnownBrowser(email, deps.newSecret(128))
      return { person: presentPerson(changed.person), known }
    },

    async data(actor: Actor): Promise<PersonalData> {
      const { person, session } = demandSignedIn(actor)
      const now = clock()
      const sessions = await people.listSessions(person.id, now)
      const passkeys = await people.listPasskeys(person.id)
      const applications = await storage.applications.listOf(person.email)
      const feeds = await Promise.all(
        feedSides.map((side) => storage.calendarFeeds.findOf(person.id, side)),
      )
      const bookings = await bookingsOf(person.email, now)
      const reviews = await Promise.all(bookings.map(({ id }) => storage.reviews.findOfBooking(id)))
      return {
        exportedAt: formatInstant(now),
        person: { ...presentPerson(person), createdAt: formatInstant(person.createdAt) },
        sessions: sessions.map((each) => presentBrowser(each, session.id)),
        passkeys: passkeys.map(presentPasskey),
        bookings,
        applications: applications.map(presentApplication),
        reviews: reviews.filter((review) => review !== null).map(presentPartyReview),
        notes: (await notesOf(bookings, person.expertId)).map(presentKeptNotes),
        calendarFeeds: feeds.filter((feed) => feed !== null).map(presentFeedFacts),
      }
    },

    /** What can be told without a proof is told first: nobody signs in once more to be refused for another reason. */
    async erase(actor: Actor): Promise<void> {
      const { person, session } = demandSignedIn(actor)
      const now = clock()
      if (hasRole(person)) throw refusalOf('has_role')
      if (await hasUpcoming(person.email, now)) throw refusalOf('upcoming_bookings')
      if (!isFreshProof(session, now)) throw new Refused('fresh_proof_needed')
      const unusableEmail = () => `erased-${deps.newSecret(128)}@erased.invalid`
      const mentions = [person.email, ...(await bookingsOf(person.email, now)).map(({ id }) => id)]
      const erased = await people.erase(person.id, unusableEmail, now)
      if (erased !== 'done') throw refusalOf(erased)
      await deps.keptMail.forget((mail) => mentionsAny(mail, mentions))
    },
  }
}

/** Mails to experts tell of a customer by the link to the session, and agendas by the address as well. */
function mentionsAny({ to, text }: Mail, words: readonly string[]): boolean {
  const all = `${to}\n${text}`.toLowerCase()
  return words.some((word) => all.includes(word.toLowerCase()))
}

function wrongCodes(
  { codeHash }: Challenge,
  hashes: readonly [string, string],
  triesLeft: number,
): Refused {
  const right = codeHash.split(' ')
  const errors = (['currentCode', 'newCode'] as const)
    .filter((_field, index) => hashes[index] !== right[index])
    .map((field) => ({ pointer: `#/${field}`, detail: 'This code is not right' }))
  return new Refused('wrong_proof', {
    errors,
    detail:
      triesLeft > 0
        ? `Please check the e-mails again. Tries left: ${triesLeft}.`
        : 'That was the last try. Please ask for new codes.',
  })
}

function refusalOf(kind: 'has_role' | 'upcoming_bookings' | 'gone'): Refused {
  const refusals: Readonly<Record<typeof kind, readonly [ProblemCode, string?]>> = {
    has_role: [
      'still_needed',
      'Please ask an administrator to remove your role first: others rely on it.',
    ],
    upcoming_bookings: [
      'upcoming_bookings',
      'An expert keeps time free for you. Please cancel your upcoming sessions first.',
    ],
    gone: ['signed_out'],
  }
  const [code, detail] = refusals[kind]
  return new Refused(code, detail === undefined ? {} : { detail })
}
