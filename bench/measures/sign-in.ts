import { medianOf } from '../figures.ts'
import { send } from '../connection.ts'
import { alternate } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'

/** Closer than a stranger could tell by asking a few hundred times, which the limits of sign-in do not let them. */
const alike = [0.95, 1.05] as const

/** Asking for a code: whether anybody has the address must not show in the time of the answer. */
export async function benchSignIn(env: Environment): Promise<Result[]> {
  const size = env.settings.sizes.many
  const { content } = await env.store(size)
  const { port } = await env.subject(size, 'hurried')
  const known = content.people.map(({ email }) => email)
  const strange = known.map((email) => email.replace('@example.com', '@example.net'))
  const asking = (addresses: readonly string[]) => {
    let asked = 0
    return () => {
      const email = addresses[asked++ % addresses.length]
      return { request: send('POST', '/api/v1/auth/start', '', { email }), expected: 202 }
    }
  }
  const load = { ports: [port], connections: 1 } as const
  const [ours = [], floor = []] = await alternate(
    [
      { ...load, next: asking(known) },
      { ...load, next: asking(strange) },
    ],
    env.settings,
  )
  await env.stopAll()
  return [
    resultOf({
      bench: 'sign-in',
      name: 'a code for a known address beside one for an unknown address',
      ours: medianOf(ours),
      floor: medianOf(floor),
      compared: 'p50',
      target: { between: alike },
      rounds: { ours, floor },
    }),
  ]
}
