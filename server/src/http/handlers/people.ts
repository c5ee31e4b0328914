import { presentBrowser } from '../../services/people/present.ts'
import type { Services } from '../../services/services.ts'
import type { CookieJar, Handlers } from './handler.ts'

const day = 24 * 60 * 60
const sessionSeconds = 30 * day
const challengeSeconds = 10 * 60
/** Browsers keep no cookie for longer. */
const browserSeconds = 400 * day

type PeopleHandlers = Pick<
  Handlers,
  | 'startSignIn'
  | 'proveSignIn'
  | 'getMe'
  | 'signOut'
  | 'listSessions'
  | 'endSession'
  | 'endSessions'
  | 'startPasskeySignIn'
  | 'provePasskey'
  | 'listPasskeys'
  | 'startPasskey'
  | 'addPasskey'
  | 'removePasskey'
  | 'startAddressChange'
  | 'proveAddressChange'
  | 'readMyData'
  | 'eraseMe'
  | 'listPeople'
  | 'changeRoles'
>

/**
 * Signing in and out, what a person does with what is kept about them, and what they may do. What a browser must keep
 * goes into cookies, never into an answer.
 */
export function createPeopleHandlers({
  signIn,
  passkeys,
  account,
  peopleAdministration,
}: Services): PeopleHandlers {
  const secretsOf = (cookies: CookieJar, challenge: 'sign-in' | 'address') => ({
    challenge: cookies.read(challenge),
    known: cookies.read('browser'),
  })
  const keepSession = (cookies: CookieJar, opened: { token: string; known: string }) => {
    cookies.keep('session', opened.token, sessionSeconds)
    cookies.keep('browser', opened.known, browserSeconds)
  }
  return {
    async startSignIn({ actor, body, cookies, device }) {
      const secrets = secretsOf(cookies, 'sign-in')
      const keep = (challenge: string) => cookies.keep('sign-in', challenge, challengeSeconds)
      return { expiresAt: await signIn.start({ actor, device }, body, secrets, keep) }
    },

    async proveSignIn({ actor, body, cookies, device }) {
      const secrets = secretsOf(cookies, 'sign-in')
      const opened = await signIn.prove({ actor, device }, body, secrets)
      keepSession(cookies, opened)
      cookies.forget('sign-in')
      return passkeys.me(opened)
    },

    getMe: ({ actor }) => passkeys.me(actor),

    async signOut({ actor, cookies }) {
      await signIn.signOut(actor)
      cookies.forget('session')
      return null
    },

    async listSessions({ actor }) {
      const current = actor.signedIn?.session.id
      const sessions = await signIn.sessions(actor)
      return { items: sessions.map((each) => presentBrowser(each, current)) }
    },

    async endSession({ actor, params, device }) {
      await signIn.endSession({ actor, device }, params.id)
      return null
    },

    async endSessions({ actor, cookies, device }) {
      await signIn.endSessions({ actor, device })
      cookies.forget('session')
      return null
    },

    async startPasskeySignIn({ cookies }) {
      const { question, ceremony } = passkeys.startSignIn()
      cookies.keep('passkey', ceremony, challengeSeconds)
      return question
    },
    async provePasskey({ actor, body, cookies, device }) {
      const secrets = { ceremony: cookies.read('passkey'), known: cookies.read('browser') }
      const opened = await passkeys.signIn({ actor, device }, body, secrets)
      keepSession(cookies, opened)
      cookies.forget('passkey')
      return passkeys.me(opened)
    },
    listPasskeys: ({ actor }) => passkeys.list(actor),
    async startPasskey({ actor, cookies }) {
      const { offer, ceremony } = await passkeys.startAdding(actor)
      cookies.keep('passkey', ceremony, challengeSeconds)
      return offer
    },
    async addPasskey({ actor, body, cookies, device }) {
      const added = await passkeys.add({ actor, device }, body, cookies.read('passkey'))
      cookies.forget('passkey')
      return added
    },
    async removePasskey({ actor, params, device }) {
      await passkeys.remove({ actor, device }, params.id)
      return null
    },

    async startAddressChange({ actor, body, cookies }) {
      const asked = await account.startAddressChange(actor, body.email)
      cookies.keep('address', asked.challenge, challengeSeconds)
      return { expiresAt: asked.expiresAt }
    },

    async proveAddressChange({ actor, body, cookies, device }) {
      const secrets = secretsOf(cookies, 'address')
      const { person, known } = await account.proveAddressChange({ actor, device }, body, secrets)
      cookies.keep('browser', known, browserSeconds)
      cookies.forget('address')
      return { person }
    },

    readMyData: ({ actor }) => account.data(actor),

    async eraseMe({ actor, cookies }) {
      await account.erase(actor)
      const ours = ['session', 'browser', 'sign-in', 'passkey', 'address'] as const
      for (const name of ours) cookies.forget(name)
      return null
    },

    listPeople: ({ actor, query }) => peopleAdministration.list(actor, query),
    changeRoles: ({ actor, params, body }) =>
      peopleAdministration.changeRole(actor, params.id, body.isAdmin),
  }
}
