import { medianOf } from '../figures.ts'
import { send } from '../connection.ts'
import { alternate } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'

/** Closer than a stranger could tell by asking a few hundred times, which the limits of sign-in do not let them. */
const alike = [0.95, 1.05] as const

interface Route {
  readonly name: string
  readonly path: string
  readonly expected: number
  readonly body: (email: string) => unknown
}

/** Every route at which a stranger may name an address, but bookings: those look for nobody. */
const routes = (category: string): readonly Route[] => [
  {
    name: 'a code',
    path: '/api/v1/auth/start',
    expected: 202,
    body: (email) => ({ email }),
  },
  {
    name: 'a link that is wrong',
    path: '/api/v1/auth/verify',
    expected: 422,
    body: (email) => ({ link: 'x'.repeat(43), email }),
  },
  {
    name: 'an application',
    path: '/api/v1/applications',
    expected: 204,
    body: (email) => ({ email, name: 'Mary', headline: 'Stars', category, bio: 'A book.' }),
  },
]

/** Naming an address: whether anybody has it must not show in the time of the answer. */
export async function benchSignIn(env: Environment): Promise<Result[]> {
  const size = env.settings.sizes.many
  const { content } = await env.store(size)
  const { port } = await env.subject(size, 'hurried')
  const known = content.people.map(({ email }) => email)
  const strange = known.map((email) => email.replace('@example.com', '@example.net'))
  const load = { ports: [port], connections: 1 } as const
  const results: Result[] = []
  for (const { name, path, expected, body } of routes(content.categories[0]?.slug ?? '')) {
    const asking = (addresses: readonly string[]) => {
      let asked = 0
      return () => {
        const email = addresses[asked++ % addresses.length] ?? ''
        return { request: send('POST', path, '', body(email)), expected }
      }
    }
    const [ours = [], floor = []] = await alternate(
      [
        { ...load, next: asking(known) },
        { ...load, next: asking(strange) },
      ],
      env.settings,
    )
    results.push(
      resultOf({
        bench: 'sign-in',
        name: `${name} for a known address beside one for an unknown address`,
        ours: medianOf(ours),
        floor: medianOf(floor),
        compared: 'p50',
        target: { between: alike },
        rounds: { ours, floor },
      }),
    )
  }
  await env.stopAll()
  return results
}
