import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { createMeeting } from '../../../../src/features/call/meeting/create-meeting.ts'
import type { Environment } from '../../../../src/features/call/meeting/environment.ts'
import type { Meeting } from '../../../../src/features/call/meeting/meeting.ts'
import type { Surroundings } from '../../../../src/features/call/meeting/surroundings.ts'
import type { Link } from '../../../../src/features/call/peer/peer-link.ts'
import { FakeHub } from './fake-hub.ts'
import type { FakeLink } from './fake-link.ts'
import { FakeMedia, newStream } from './fake-media.ts'
import { FakeNet } from './fake-net.ts'
import { VirtualClock } from './virtual-clock.ts'

export interface End {
  readonly role: CallRole
  readonly meeting: Meeting
  readonly media: FakeMedia
  /** The connections that this end made, the newest last. */
  readonly links: FakeLink[]
  readonly surroundings: Set<Surroundings>
  /** The page, as the browser sees it; a test changes it. */
  readonly page: { isMobile: boolean; isSeen: boolean }
  readonly networkChanged: () => void
}

/** Two ends, a server and a network, none of them real, and a clock that only the test moves. */
export class FakeWorld {
  readonly clock: VirtualClock
  readonly net: FakeNet
  readonly hub: FakeHub
  #chats = 0

  constructor(seed = 1) {
    this.clock = new VirtualClock(seed)
    this.net = new FakeNet(this.clock)
    this.hub = new FakeHub(this.clock)
  }

  join(role: CallRole, chatKey = `chat-${++this.#chats}-${role}`): End {
    const media = new FakeMedia()
    const links: FakeLink[] = []
    const surroundings = new Set<Surroundings>()
    const page = { isMobile: false, isSeen: true }
    const environment: Environment = {
      clock: this.clock,
      wallClock: this.clock.now,
      get isMobile() {
        return page.isMobile
      },
      isSeen: () => page.isSeen,
      openLink: () => {
        const link = this.net.openLink()
        links.push(link)
        return link as unknown as Link
      },
      newStream,
      watchSurroundings(told) {
        surroundings.add(told)
        return () => surroundings.delete(told)
      },
    }
    const room = this.hub.room(role)
    const meeting = createMeeting({ room, media: media.asLocalMedia, chatKey }, environment)
    const networkChanged = () => {
      for (const told of surroundings) told.networkChanged()
    }
    return { role, meeting, media, links, surroundings, page, networkChanged }
  }

  async run(ms: number): Promise<void> {
    await this.net.run(ms)
  }

  /** Until it holds, or so long. */
  async runUntil(holds: () => boolean, most = 60_000): Promise<boolean> {
    for (let passed = 0; passed < most && !holds(); passed += 200) await this.run(200)
    return holds()
  }
}

export function phaseOf({ meeting }: End): string {
  return meeting.read().phase
}

/** What an end would be asked about if it did not get there. */
export function plight(end: End): object {
  const { sound, picture, screen, ...view } = end.meeting.read()
  const link = end.links.at(-1)
  return {
    ...view,
    tracks: [sound, picture, screen].map((stream) => stream.getTracks().length),
    links: end.links.length,
    signalling: link?.signalingState,
    connection: link?.connectionState,
    peer: link?.peer?.id,
  }
}
