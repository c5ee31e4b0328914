import type { Absence, OtherSide, RoomListener } from './room.ts'

/** Keeps who sits on the other side, and the wire to them; tells of it only when it changes. */
export interface Others {
  /** Who is there, or why nobody is. */
  readonly seen: (seat: string | undefined, absence?: Absence) => void
  readonly heard: (from: string, body: string) => void
}

export function createOthers(
  send: (to: string, body: string) => void,
  tell: RoomListener['other'],
): Others {
  let there: string | undefined
  let ears = new Set<(body: string) => void>()

  function sideOf(seat: string): OtherSide {
    const own = (ears = new Set())
    return {
      seat,
      wire: {
        send: (body) => send(seat, body),
        onBody(listener) {
          own.add(listener)
          return () => own.delete(listener)
        },
      },
    }
  }

  return {
    seen(seat, absence) {
      if (seat === there) return
      there = seat
      if (seat === undefined) tell(null, absence ?? 'lost')
      else tell(sideOf(seat))
    },
    heard(from, body) {
      if (from === there) for (const listener of ears) listener(body)
    },
  }
}
