import { presentBrowser, presentPerson } from '../../services/bookings/present.ts'
import type { Services } from '../../services/services.ts'
import type { Cookies } from '../cookies.ts'
import type { Handlers } from './handler.ts'

const day = 24 * 60 * 60
const sessionSeconds = 30 * day
export const challengeSeconds = 10 * 60
/** Browsers keep no cookie for longer. */
export const browserSeconds = 400 * day

type SignInHandlers = Pick<
  Handlers,
  'startSignIn' | 'proveSignIn' | 'getMe' | 'signOut' | 'listSessions' | 'endSession'
>

/** Signing in and out: what a browser must keep goes into cookies, never into an answer. */
export function createSignInHandlers(signIn: Services['signIn']): SignInHandlers {
  const secretsOf = (cookies: Cookies) => ({
    challenge: cookies.read('sign-in'),
    known: cookies.read('browser'),
  })
  return {
    async startSignIn({ actor, body, cookies }) {
      const { challenge, expiresAt } = await signIn.start(actor, body.email, secretsOf(cookies))
      cookies.keep('sign-in', challenge, challengeSeconds)
      return { expiresAt }
    },

    async proveSignIn({ actor, body, cookies, device }) {
      const opened = await signIn.prove(actor, body, secretsOf(cookies), device)
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
  }
}
