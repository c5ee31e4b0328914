import type { CallHealth } from '@expertconnect/contract/calls/shapes'
import type { Logger } from 'pino'
import { trialMinutes } from '../domain/calls/room.ts'
import { formatInstant, type Instant, minute, plus } from '../domain/time/instant.ts'
import { type RelayAddress, relayAddressOf } from './addresses.ts'
import { askRelay, type RelayAnswer } from './ask-relay.ts'
import { credentialFor, type RelaySettings } from './ice-servers.ts'

type RelayState = CallHealth['relay']

/** As long as the shortest that people get: a clock that is further away refuses them too. */
const credentialMs = trialMinutes * minute

export type RelayHealth = ReturnType<typeof createRelayHealth>

/** Whether the relay does for us what browsers will ask of it, as it was when it was last asked. */
export function createRelayHealth(
  { turnUrls, turnSecret }: RelaySettings,
  clock: () => Instant,
  logger: Logger,
  ask: typeof askRelay = askRelay,
) {
  const addresses = turnUrls.flatMap((url) => relayAddressOf(url) ?? [])
  let state: RelayState = {
    status: turnSecret === null ? 'none' : 'unchecked',
    since: formatInstant(clock()),
    addresses: addresses.map(({ url }) => ({ url, status: 'unchecked' })),
  }

  async function askOne(address: RelayAddress, secret: string): Promise<RelayAnswer> {
    return ask(address, credentialFor(secret, 'relay-check', plus(clock(), credentialMs)))
  }

  function tell({ status }: RelayState, before: RelayState, answers: readonly Answered[]): void {
    if (status === before.status) return
    const faulty = answers.filter(({ answer }) => answer.kind !== 'working')
    if (faulty.length > 0) {
      logger.warn({ relay: status, addresses: faulty.map(asLine) }, advice[status])
    } else if (before.status !== 'unchecked') {
      logger.info({ relay: status }, 'the TURN server works again')
    }
  }

  return {
    read: (): RelayState => state,

    /** Asks every address anew, and tells the log when the answer is another than before. */
    async check(): Promise<void> {
      if (turnSecret === null) return
      const answers = await Promise.all(
        addresses.map(async (address) => ({ address, answer: await askOne(address, turnSecret) })),
      )
      const status = worstOf(answers)
      const before = state
      state = {
        status,
        since: status === before.status ? before.since : formatInstant(clock()),
        addresses: answers.map(({ address: { url }, answer }) => ({
          url,
          status: answer.kind,
          ...detailOf(answer),
        })),
      }
      tell(state, before, answers)
    },
  }
}

interface Answered {
  readonly address: RelayAddress
  readonly answer: RelayAnswer
}

const advice: Readonly<Record<RelayState['status'], string>> = {
  none: '',
  unchecked: '',
  working: '',
  refused:
    'the TURN server refuses our credentials: is TURN_SECRET its static-auth-secret, do both clocks agree, is a quota full?',
  unreachable: 'the TURN server does not answer: some calls will find no path (docs/calls.md)',
}

/** One way that is shut is worth knowing of, although others may do. */
function worstOf(answers: readonly Answered[]): RelayAnswer['kind'] {
  const kinds = new Set(answers.map(({ answer }) => answer.kind))
  if (kinds.has('refused')) return 'refused'
  return kinds.has('unreachable') ? 'unreachable' : 'working'
}

function detailOf(answer: RelayAnswer): { detail?: string } {
  switch (answer.kind) {
    case 'working':
      return {}
    case 'refused':
      return { detail: `code ${answer.code}` }
    case 'unreachable':
      return { detail: answer.reason }
  }
}

function asLine({ address, answer }: Answered): string {
  return `${address.url} ${answer.kind} ${detailOf(answer).detail ?? ''}`.trim()
}
