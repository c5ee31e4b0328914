import type { CallEnd } from '@expertconnect/contract/realtime'
import { ApiProblem, problemOf } from '../../../server/api/problem.ts'
import { createChat } from '../chat/create-chat.ts'
import { type Frame, type MediaState, readFrame } from '../chat/frames.ts'
import type { LocalMedia } from '../media/local-media.ts'
import type { PeerListener } from '../peer/peer.ts'
import type { Reach } from '../peer/recovery.ts'
import type { Absence, OtherSide, Room } from '../signalling/room.ts'
import { type Environment, browserEnvironment } from './environment.ts'
import { createLevels } from './levels.ts'
import { Listeners } from './listeners.ts'
import { isSameState, nothingSent, ownState } from './media-states.ts'
import type { Meeting, MeetingView } from './meeting.ts'
import { type Pair, createPair } from './pair.ts'
import { startPulse } from './pulse.ts'
import { createStreams } from './streams.ts'
import { Talk } from './talk.ts'

interface MeetingParts {
  readonly room: Room
  /** Belongs to whoever made it, who also closes it. */
  readonly media: LocalMedia
  /** Names the chat that this tab keeps: the booking, and the side of it. */
  readonly chatKey: string
}

/** Somebody whose line broke may come back to the call as it is. */
const patienceForLost = 30_000

/** Goes into the room, and meets whoever comes. */
export function createMeeting(
  { room, media, chatKey }: MeetingParts,
  environment: Environment = browserEnvironment(),
): Meeting {
  const { clock } = environment
  const streams = createStreams(environment.newStream)
  const chat = createChat(chatKey, environment.wallClock)
  const talk = new Talk(clock)
  const levels = createLevels(clock, () => pair?.peer().level() ?? 0)
  const listeners = new Listeners()
  const reported = new Set<string>()
  let pair: Pair | null = null
  let reach: Reach = 'connecting'
  let transmit: ((frame: Frame) => void) | null = null
  let remote = nothingSent
  let isChosen = false
  let isWeak = false
  let hasEntered = false
  let isLost = false
  let stopLost = () => {}
  let stops: (() => void)[] = []
  /** Counts the times that this page went in: what belongs to an earlier one is over. */
  let visit = 0
  let out: { readonly end: NonNullable<MeetingView['end']>; readonly problem?: ApiProblem } | null =
    null
  let said: Pick<MeetingView, 'otherLeft' | 'isCutOff' | 'quality' | 'relayFault'> = {
    otherLeft: false,
    isCutOff: false,
    quality: null,
    relayFault: null,
  }
  let view = viewNow()

  function viewNow(): MeetingView {
    const { soundOnly, ...sent } = remote
    return {
      ...said,
      ...out,
      phase: out ? 'ended' : !hasEntered ? 'entering' : pair ? reach : 'waiting',
      // What is not sent, or not wanted, is not there to be looked at.
      remote: { ...sent, camera: sent.camera && soundOnly === 'no' && !isChosen },
      sound: streams.sound,
      picture: streams.picture,
      screen: streams.screen,
      soundOnly: soundOnlyNow(),
      connectedAt: talk.beganAt,
      talkedMs: talk.ms(),
    }
  }

  function show(change: Partial<typeof said> = {}): void {
    said = { ...said, ...change }
    view = viewNow()
    listeners.tell()
  }

  function soundOnlyNow(): MediaState['soundOnly'] {
    return isChosen ? 'chosen' : isWeak ? 'weak_line' : 'no'
  }

  const listener: PeerListener = {
    reached(next) {
      reach = next
      talk.run(next === 'connected')
      levels.run(next === 'connected')
      if (next === 'no_path') report('no_path')
      if (next !== 'connected' && isLost) waitForLost()
      show(next === 'connected' ? {} : { quality: null })
    },
    tracks: (tracks) => streams.hold(tracks),
    channel(send) {
      transmit = send && ((frame) => send(JSON.stringify(frame)))
      chat.attach(transmit)
      tellMedia()
    },
    text(text) {
      const frame = readFrame(text)
      if (frame?.kind === 'media') hearMedia(frame.state)
      else if (frame) chat.receive(frame)
    },
    // What broke the call may have broken the line to the server too, which shows that late or never.
    silent: () => room.check(),
    quality: (quality) => show({ quality }),
    weakLine(isNowWeak) {
      isWeak = isNowWeak
      tellMedia()
      show()
    },
    relayFault(relayFault) {
      if (relayFault) report(relayFault)
      show({ relayFault })
    },
  }

  function report(fault: Parameters<Room['report']>[0]): void {
    if (reported.has(fault)) return
    reported.add(fault)
    room.report(fault)
  }

  function tellMedia(): void {
    // Phones give no pictures of a page that nobody looks at: black ones, or always the same.
    const isCovered = environment.isMobile && !environment.isSeen()
    transmit?.({ kind: 'media', state: ownState(media.read(), soundOnlyNow(), isCovered) })
  }

  function hearMedia(state: MediaState): void {
    const isNews = !isSameState(state, remote)
    remote = state
    pair?.peer().noteOther({
      isHeard: state.microphone && !state.interrupted,
      isWeak: state.soundOnly === 'weak_line',
      wantsSoundOnly: state.soundOnly === 'chosen',
    })
    if (isNews) show()
  }

  function meet(side: OtherSide): void {
    stopLost()
    isLost = false
    if (pair?.seat === side.seat) {
      pair.meet(side)
    } else {
      part()
      pair = createPair({
        room,
        side,
        environment,
        listener,
        tracks: () => media.tracks(),
        isSoundOnly: () => isChosen,
      })
    }
    pair.setReachable(!said.isCutOff)
    show({ otherLeft: false })
  }

  function miss(absence: Absence): void {
    if (absence === 'lost' && pair) {
      isLost = true
      pair.setReachable(false)
      if (reach !== 'connected') waitForLost()
      show()
      return
    }
    const wasThere = pair !== null || said.otherLeft
    part()
    show({ otherLeft: wasThere, quality: null })
  }

  function waitForLost(): void {
    stopLost()
    stopLost = clock.after(patienceForLost, () => {
      part()
      show({ otherLeft: true, quality: null })
    })
  }

  function part(): void {
    const before = pair
    pair = null
    stopLost()
    isLost = false
    isWeak = false
    before?.close()
    remote = nothingSent
    reach = 'connecting'
    talk.run(false)
    levels.run(false)
    streams.hold([])
  }

  async function enter(): Promise<void> {
    const own = ++visit
    const isOver = () => own !== visit
    start()
    try {
      await room.enter({
        other(side, absence = 'lost') {
          if (isOver()) return
          hasEntered = true
          if (side) meet(side)
          else miss(absence)
        },
        ended(reason) {
          if (!isOver()) finish(reason)
        },
        reachable(isReachable) {
          if (isOver() || said.isCutOff === !isReachable) return
          pair?.setReachable(isReachable && !isLost)
          show({ isCutOff: !isReachable })
        },
      })
      if (isOver()) return
      hasEntered = true
      show()
    } catch (error) {
      if (isOver()) return
      finish('refused', error instanceof ApiProblem ? error : new ApiProblem(problemOf(error)))
    }
  }

  function start(): void {
    const beat = () => {
      // Again and again: then silence on a connection that looks alive means something.
      tellMedia()
      if (reach === 'connected') show()
    }
    stops = [
      // Of a page that nobody looks at timers run once a minute: then the line itself tells whether it slept.
      startPulse(clock, beat, () => (environment.isSeen() ? disturbed() : revive())),
      media.onTracks((tracks) => pair?.peer().setTracks(tracks)),
      media.subscribe(tellMedia),
      environment.watchSurroundings({ networkChanged: disturbed, seen: revive }),
    ]
  }

  function disturbed(): void {
    room.check()
    pair?.peer().disturbed()
  }

  function revive(): void {
    if (out) return
    room.check()
    if (reach !== 'connected') pair?.peer().disturbed()
  }

  function finish(end: CallEnd | 'left' | 'refused', problem?: ApiProblem): void {
    visit += 1
    for (const stop of stops) stop()
    stops = []
    part()
    out = { end, ...(problem && { problem }) }
    show({ isCutOff: false, otherLeft: false, quality: null })
  }

  function leave(): void {
    if (out) return
    room.leave()
    finish('left')
  }

  void enter()

  return {
    read: () => view,
    subscribe: (next) => listeners.add(next),
    onRemoteLevel: (next) => levels.listen(next),
    chat,
    setSoundOnly(isOn) {
      isChosen = isOn
      pair?.peer().setSoundOnly(isOn)
      tellMedia()
      show()
    },
    revive,
    leave,
    unload: leave,
    async takeBack() {
      if (out?.end !== 'taken_over') return
      out = null
      hasEntered = false
      show({ relayFault: null })
      await enter()
    },
  }
}
