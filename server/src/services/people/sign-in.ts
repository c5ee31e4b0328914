import type { SignInProof, SignInStart } from '@expertconnect/contract/people/shapes'
import type { Actor, SignedIn } from '../../base/actor.ts'
import { demandPerson } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { formatInstant, minute, plus } from '../../domain/time/instant.ts'
import { mayNeedPasskey, needsPasskey } from '../../domain/people/passkey.ts'
import { emailKey, hasRole, type Session } from '../../domain/people/person.ts'
import { expertOf } from '../experts/find.ts'
import { spacedCode } from '../../mail/letters/code.ts'
import { signInMail } from '../../mail/letters/sign-in.ts'
import { Refused } from '../../base/problem.ts'
import type { From, Log } from '../audit/log.ts'
import { hashOf, type Open } from './opening.ts'
import type { SignInBudgets } from './sign-in-budgets.ts'

/** What a browser brings in cookies, and what it is told to keep. */
export interface BrowserSecrets {
  readonly challenge?: string | undefined
  readonly known?: string | undefined
}

const challengeMinutes = 10
const triesPerChallenge = 5
/** The session is noted as seen at most this often: reading is frequent, and writing costs. */
const touchEvery = 5 * minute

/**
 * Signing in without a password. A code is bound to the browser that asked, so that a stranger can neither use nor
 * spend it; a link works elsewhere with the address typed again. Only hashes are kept of either.
 */
export function createSignIn(
  deps: Deps,
  budgets: SignInBudgets,
  { open, log }: { readonly open: Open; readonly log: Log },
  publicUrl: () => string,
) {
  const { storage, clock, tokens } = deps
  const { people } = storage

  async function openByMail(
    email: string,
    by: 'code' | 'link',
    from: From,
    known: string | undefined,
  ) {
    const person = await people.findByEmail(email)
    if (person?.isAdmin) {
      const { length } = await people.listPasskeys(person.id)
      if (needsPasskey(person, length)) {
        await log.refused(email, from, `by ${by}, without the passkey`)
        throw new Refused('passkey_needed')
      }
    }
    return open({ email, by, from, known })
  }

  /** What waits for the proof of this very address; nothing else is told of. */
  async function findKept(id: string, email: string) {
    const record = await storage.bookings.find(id)
    if (record?.state !== 'held' || !record.pending) return null
    if (emailKey(record.pending.customer.email) !== emailKey(email)) return null
    const expert = await expertOf(storage, record.expertId)
    const { startsAt, endsAt, expiresAt, pending } = record
    const { timeZone } = pending
    return { id, expertName: expert.name, startsAt, endsAt, expiresAt, timeZone }
  }

  async function challengeTo({ email, bookingId }: SignInStart) {
    const challenge = deps.newSecret(128)
    const link = deps.newSecret(256)
    const code = deps.newCode()
    const id = hashOf(challenge)
    const expiresAt = plus(clock(), challengeMinutes * minute)
    await people.startChallenge({
      id,
      email,
      codeHash: tokens.hashOfCode(id, code),
      linkHash: hashOf(link),
      triesLeft: triesPerChallenge,
      expiresAt,
    })
    const kept = bookingId === undefined ? null : await findKept(bookingId, email)
    const page = kept ? `/sign-in?to=${encodeURIComponent(`/b/${kept.id}`)}` : '/sign-in'
    // In the fragment, which no server and no Referer ever sees; the page there asks for a click before it is used.
    const mail = signInMail({ to: email, code, link: `${publicUrl()}${page}#${link}`, kept })
    return { challenge, expiresAt, mail: { ...mail, until: expiresAt } }
  }

  return {
    /**
     * Always the same answer and the same work, whether or not anybody has this address. `keep` is called with what the
     * browser is to keep, also before a refusal: whoever has a role is sent a mail all the same, and no answer tells
     * that they have one.
     */
    async start(
      from: From,
      asked: SignInStart,
      browser: BrowserSecrets,
      keep: (challenge: string) => void,
    ): Promise<string> {
      const { email } = asked
      const { actor } = from
      const usedUp = await budgets.spendMail(actor, email, browser.known)
      if (usedUp === null) {
        const { challenge, expiresAt, mail } = await challengeTo(asked)
        await deps.sendMail(mail)
        keep(challenge)
        return formatInstant(expiresAt)
      }
      await log.refused(email, from, 'too many codes were asked for')
      if (usedUp.ofAddress) throw usedUp.refused
      const { challenge, mail } = await challengeTo(asked)
      keep(challenge)
      const person = await people.findByEmail(email)
      const mayStill = await budgets.spendReserve(actor)
      // Not waited for: how long that takes would tell. If it cannot be handed over, they ask again.
      if (mayStill && person && hasRole(person)) deps.sendMail(mail).catch(() => undefined)
      throw usedUp.refused
    },

    async prove(from: From, proof: SignInProof, browser: BrowserSecrets) {
      const now = clock()
      const id = browser.challenge === undefined ? undefined : hashOf(browser.challenge)
      if (proof.code !== undefined) {
        const challenge = id === undefined ? null : await people.findChallenge(id)
        if (!challenge || id === undefined) throw new Refused('proof_gone')
        await budgets.spendCode(challenge.email, browser.known).catch(async (refused: unknown) => {
          await log.refused(challenge.email, from, 'too many codes were tried')
          throw refused
        })
        const tried = await people.tryCode(id, tokens.hashOfCode(id, proof.code), now)
        if (tried.kind === 'gone') throw new Refused('proof_gone')
        if (tried.kind === 'wrong') {
          await log.refused(challenge.email, from, 'a code that is not right')
          throw new Refused('wrong_proof', {
            detail:
              tried.triesLeft > 0
                ? `Please check the e-mail again. Tries left: ${tried.triesLeft}.`
                : 'That was the last try. Please ask for a new code.',
          })
        }
        await forgetCode(deps, tried.email, proof.code)
        return openByMail(tried.email, 'code', from, browser.known)
      }
      if (proof.email === undefined && id === undefined) throw new Refused('address_needed')
      const asked = proof.email === undefined ? { id: id ?? '' } : { email: proof.email }
      const email = await people.takeLink(hashOf(proof.link), asked, now)
      if (email === null) {
        await log.refused(proof.email ?? null, from, 'a link that does not open')
        throw new Refused(proof.email === undefined ? 'address_needed' : 'proof_gone')
      }
      await deps.keptMail.forgetCodes(({ text }) => text.includes(proof.link))
      return openByMail(email, 'link', from, browser.known)
    },

    /**
     * Whose session this is; their roles are read anew each time. One that a mail opened is nobody’s once its person
     * administers and has a passkey.
     */
    async recognise(token: string): Promise<SignedIn | null> {
      const now = clock()
      const signedIn = await people.findSession(hashOf(token), now)
      if (signedIn && mayNeedPasskey(signedIn.person, signedIn.session)) {
        const { length } = await people.listPasskeys(signedIn.person.id)
        if (needsPasskey(signedIn.person, length)) return null
      }
      if (signedIn && now - signedIn.session.seenAt > touchEvery) {
        await people.touchSession(signedIn.session.id, now)
      }
      return signedIn
    },

    async signOut({ signedIn }: Actor): Promise<void> {
      if (signedIn) await people.endSession(signedIn.person.id, signedIn.session.id)
    },

    sessions: (actor: Actor): Promise<readonly Session[]> =>
      people.listSessions(demandPerson(actor).id, clock()),

    async endSession(from: From, id: string): Promise<void> {
      const person = demandPerson(from.actor)
      if (!(await people.endSession(person.id, id))) throw new Refused('not_found')
      await log.ofPerson('session_ended', person, from)
    },

    /** The one that asks as well. */
    async endSessions(from: From): Promise<void> {
      const person = demandPerson(from.actor)
      const ended = await people.endSessions(person.id)
      await log.ofPerson('signed_out_everywhere', person, from, `${ended} browsers`)
    },
  }
}

/** What was used opens nothing; no copy of it need lie on the disk. */
export async function forgetCode(
  { keptMail }: Pick<Deps, 'keptMail'>,
  email: string,
  code: string,
): Promise<void> {
  await keptMail.forgetCodes(
    ({ to, text }) => emailKey(to) === emailKey(email) && text.includes(spacedCode(code)),
  )
}
