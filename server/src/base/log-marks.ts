import type { Actor } from './actor.ts'
import type { Tokens } from './tokens.ts'

/** Strangers bring new networks without end; those that are here now are few. */
const rememberedAtMost = 5000

export type LogMarks = ReturnType<typeof createLogMarks>

/**
 * What stands in the log for who asked: the same for the same one, and with SECRET alone to be told whose it is. So an
 * operator sees that a thousand lines are one flooder's, or follows what one person met, and reads no address.
 */
export function createLogMarks({ logMark }: Pick<Tokens, 'logMark'>) {
  const networks = new Map<string, string>()
  return {
    ofNetwork(network: string): string {
      let mark = networks.get(network)
      if (mark === undefined) {
        mark = logMark(`network ${network}`)
        if (networks.size >= rememberedAtMost) networks.clear()
        networks.set(network, mark)
      }
      return mark
    },

    /** Of a person, or of whoever came with a token; left out of one who is a stranger. */
    ofActor(actor: Pick<Actor, 'signedIn' | 'token'> | undefined): string | undefined {
      if (actor?.signedIn) return logMark(`person ${actor.signedIn.person.id}`)
      return actor?.token ? logMark(`token ${actor.token}`) : undefined
    },
  }
}
