export interface TrackEvents {
  /** The system took it, or gave it back. */
  readonly onMuted: (isMuted: boolean) => void
  /** Over, and not by our own hand. */
  readonly onEnded: () => void
}

export interface HeldTrack {
  readonly track: MediaStreamTrack
  /** Stops it: its light goes out, and nothing of it is heard any more. */
  readonly drop: () => void
}

/** Keeps an eye on a track for as long as it is used. */
export function holdTrack(track: MediaStreamTrack, { onMuted, onEnded }: TrackEvents): HeldTrack {
  const muted = () => onMuted(true)
  const unmuted = () => onMuted(false)
  track.addEventListener('mute', muted)
  track.addEventListener('unmute', unmuted)
  track.addEventListener('ended', onEnded)
  const drop = () => {
    track.removeEventListener('mute', muted)
    track.removeEventListener('unmute', unmuted)
    track.removeEventListener('ended', onEnded)
    track.stop()
  }
  return { track, drop }
}
