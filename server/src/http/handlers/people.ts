import { presentBrowser, presentPerson } from '../../services/people/present.ts'
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
  account,
  peopleAdministration,
}: Services): PeopleHandlers {
  const secretsOf = (cookies: CookieJar, challenge: 'sign-in' | 'address') => ({
    challenge: cookies.read(challenge),
    known: cookies.read('browser'),
  })
  return {
    async startSignIn({ actor, body, cookies }) {
      const secrets = secretsOf(cookies, 'sign-in')
      const keep = (challenge: string) => cookies.keep('sign-in', challenge, challengeSeconds)
      return { expiresAt: await signIn.start(actor, body, secrets, keep) }
    },

    async proveSignIn({ actor, body, cookies, device }) {
      const opened = await signIn.prove(actor, body, secretsOf(cookies, 'sign-in'), device)
      cookies.keep('session', opened.token, sessionSeconds)
      cookies.keep('browser', opened.known, browserSeconds)
      cookies.forget('sign-in')
      return { person: presentPerson(opened.signedIn.person) }
    },

    getMe: async ({ actor }) => ({
      person: actor.signedIn && presentPerson(actor.signedIn.person),
    }),

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

    async endSession({ actor, params }) {
      await signIn.endSession(actor, params.id)
      return null
    },

    async startAddressChange({ actor, body, cookies }) {
      const asked = await account.startAddressChange(actor, body.email)
      cookies.keep('address', asked.challenge, challengeSeconds)
      return { expiresAt: asked.expiresAt }
    },

    async proveAddressChange({ actor, body, cookies }) {
      const secrets = secretsOf(cookies, 'address')
      const { person, known } = await account.proveAddressChange(actor, body, secrets)
      cookies.keep('browser', known, browserSeconds)
      cookies.forget('address')
      return { person }
    },

    readMyData: ({ actor }) => account.data(actor),

    async eraseMe({ actor, cookies }) {
      await account.erase(actor)
      for (const name of ['session', 'browser', 'sign-in', 'address'] as const) cookies.forget(name)
      return null
    },

    listPeople: ({ actor, query }) => peopleAdministration.list(actor, query),
    changeRoles: ({ actor, params, body }) =>
      peopleAdministration.changeRole(actor, params.id, body.isAdmin),
  }
}
