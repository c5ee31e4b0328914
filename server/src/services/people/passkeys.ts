import type { Me, NewPasskey, PasskeyProof } from '@expertconnect/contract/people/shapes'
import {
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Actor, SignedIn } from '../../base/actor.ts'
import { demandPerson, demandSignedIn } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import type { Limits } from '../../base/limits.ts'
import { Refused } from '../../base/problem.ts'
import { personMessage } from '../../domain/messages/message.ts'
import { type Passkey, passkeysAtMost } from '../../domain/people/passkey.ts'
import { isFreshProof } from '../../domain/people/roles.ts'
import { minute, plus } from '../../domain/time/instant.ts'
import type { Beside } from '../../storage/port/people.ts'
import type { From, Log } from '../audit/log.ts'
import type { Open } from './opening.ts'
import { presentPasskey, presentPerson } from './present.ts'

/** What a browser brings in cookies. */
export interface PasskeySecrets {
  readonly ceremony: string | undefined
  readonly known: string | undefined
}

/** As long as browsers wait for a device, and a little. */
const patience = 5 * minute
/** By the name that devices show. */
const siteName = 'ExpertConnect'
const signingIn = 'sign-in'

/**
 * Passkeys (WebAuthn): a device signs what it is asked to, for this host alone, and only after it has looked who holds it.
 * So each is two factors, and signs in by itself. What is to be signed is kept by the browser, under our signature, and is
 * used once.
 */
export function createPasskeys(
  deps: Deps,
  limits: Limits,
  { open, log }: { readonly open: Open; readonly log: Log },
  publicUrl: () => string,
) {
  const { storage, clock, tokens } = deps
  const { people } = storage
  const host = (): string => new URL(publicUrl()).hostname
  const expected = () => ({ expectedOrigin: publicUrl(), expectedRPID: host() })

  function begin(about: string) {
    const challenge = deps.newSecret(256)
    return { challenge, ceremony: tokens.forCeremony(challenge, about, plus(clock(), patience)) }
  }

  /** What was to be signed. Whoever brings it a second time is refused. */
  async function spend(ceremony: string | undefined, about: string): Promise<string> {
    const challenge = tokens.readCeremony(ceremony ?? '', about, clock())
    if (challenge === null) throw new Refused('proof_gone')
    const { count } = await limits.count('passkey ceremony', challenge, 2 * patience)
    if (count > 1) throw new Refused('proof_gone')
    return challenge
  }

  /** A browser that was left open must not get, or lose, a way in. */
  function demandFresh(actor: Actor): SignedIn {
    const signedIn = demandSignedIn(actor)
    if (!isFreshProof(signedIn.session, clock())) throw new Refused('fresh_proof_needed')
    return signedIn
  }

  /** What is stored with it: the entry of the log, and the mail to its owner. `id` is that of the passkey. */
  function besidePasskey(
    kind: 'passkey_added' | 'passkey_removed',
    { id, name }: { readonly id: string; readonly name?: string },
    from: From,
  ): Beside {
    const at = clock()
    const { device } = from
    return {
      audit: log.about(kind, demandPerson(from.actor).email, from, name),
      tell: ({ email }) => personMessage(id, kind, { to: email, name: name ?? '', at, device }, at),
    }
  }

  const adding = ({ session }: SignedIn): string => `add ${session.id}`

  async function demandRoom({ person }: SignedIn): Promise<readonly Passkey[]> {
    const there = await people.listPasskeys(person.id)
    if (there.length < passkeysAtMost) return there
    throw new Refused('already_there', {
      detail: `You have ${passkeysAtMost} passkeys. Please remove one first.`,
    })
  }

  /** How often it has signed by now; throws if this is not its signature. */
  async function countOf(passkey: Passkey, challenge: string, proof: PasskeyProof) {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...expected(),
      response: {
        ...proof,
        response: withoutUndefined(proof.response),
        clientExtensionResults: {},
      },
      // As the browser was told to have it signed: bytes, of which it makes base64url.
      expectedChallenge: challenge,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        // The library refuses one that has not risen since: a copy of the device signs elsewhere.
        counter: passkey.counter,
      },
    })
    if (!verified) throw new Error('The signature is not right')
    return authenticationInfo.newCounter
  }

  return {
    /** The same for everybody: which passkeys there are is known to devices alone. */
    startSignIn() {
      const { challenge, ceremony } = begin(signingIn)
      const userVerification = 'required' as const
      return {
        question: { challenge, rpId: host(), timeout: patience, userVerification },
        ceremony,
      }
    },

    async signIn(from: From, proof: PasskeyProof, browser: PasskeySecrets) {
      const challenge = await spend(browser.ceremony, signingIn)
      const passkey = await people.findPasskey(proof.id)
      const person = passkey && (await people.find(passkey.personId))
      const refuse = async (why: string): Promise<never> => {
        await log.refused(person?.email ?? null, from, why)
        throw new Refused('passkey_refused')
      }
      if (!passkey || !person) return refuse('a passkey that nobody has')
      const to = await countOf(passkey, challenge, proof).catch(() =>
        refuse('a passkey that signed something else, or a copy of one'),
      )
      const counted = await people.usePasskey(passkey.id, { from: passkey.counter, to }, clock())
      if (!counted) return refuse('a copy of a passkey')
      return open({ email: person.email, by: 'passkey', from, known: browser.known })
    },

    async list(actor: Actor) {
      return { items: (await people.listPasskeys(demandPerson(actor).id)).map(presentPasskey) }
    },

    async startAdding(actor: Actor) {
      const signedIn = demandFresh(actor)
      const { person } = signedIn
      const there = await demandRoom(signedIn)
      const { challenge, ceremony } = begin(adding(signedIn))
      const { pubKeyCredParams } = await generateRegistrationOptions({
        rpName: siteName,
        rpID: host(),
        userName: person.email,
      })
      const offer = {
        rp: { id: host(), name: siteName },
        user: {
          id: Buffer.from(person.id).toString('base64url'),
          name: person.email,
          displayName: person.email,
        },
        challenge,
        pubKeyCredParams,
        timeout: patience,
        excludeCredentials: there.map(({ credentialId, transports }) => {
          return { id: credentialId, type: 'public-key' as const, transports: [...transports] }
        }),
        authenticatorSelection: {
          residentKey: 'required' as const,
          requireResidentKey: true as const,
          userVerification: 'required' as const,
        },
        attestation: 'none' as const,
      }
      return { offer, ceremony }
    },

    async add(from: From, { name, credential }: NewPasskey, ceremony: string | undefined) {
      const signedIn = demandFresh(from.actor)
      await demandRoom(signedIn)
      const { person, session } = signedIn
      const challenge = await spend(ceremony, adding(signedIn))
      const { registrationInfo } = await verifyRegistrationResponse({
        ...expected(),
        response: {
          ...credential,
          response: withoutUndefined(credential.response),
          clientExtensionResults: {},
        },
        expectedChallenge: challenge,
        requireUserVerification: true,
      }).catch(() => {
        throw new Refused('passkey_refused')
      })
      if (!registrationInfo) throw new Refused('passkey_refused')
      const made = registrationInfo.credential
      const passkey: Passkey = {
        id: deps.newId(),
        personId: person.id,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey).toString('base64url'),
        counter: made.counter,
        transports: credential.response.transports ?? [],
        name,
        addedAt: clock(),
        usedAt: null,
      }
      const beside = besidePasskey('passkey_added', passkey, from)
      if (!(await people.addPasskey(passkey, session.id, beside)))
        throw new Refused('already_there')
      return presentPasskey(passkey)
    },

    async remove(from: From, id: string): Promise<void> {
      const { person } = demandFresh(from.actor)
      const beside = besidePasskey('passkey_removed', { id }, from)
      if (!(await people.removePasskey(person.id, id, beside))) throw new Refused('not_found')
    },

    /** Who is signed in, with what a page has to tell them about it. */
    async me({ signedIn }: Pick<Actor, 'signedIn'>): Promise<Me> {
      if (!signedIn) return { person: null }
      const { person } = signedIn
      const lacks = person.isAdmin && (await people.listPasskeys(person.id)).length === 0
      return { person: presentPerson(person), ...(lacks ? { lacksPasskey: true } : {}) }
    },
  }
}

/** The library's types tell a field that is left out from one that is undefined. */
function withoutUndefined<R extends object>(
  response: R,
): { [K in keyof R]: Exclude<R[K], undefined> } {
  const there = Object.entries(response).filter(([, value]) => value !== undefined)
  return Object.fromEntries(there) as { [K in keyof R]: Exclude<R[K], undefined> }
}
