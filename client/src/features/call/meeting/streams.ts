/** The streams of the other side, the same for the life of a meeting: players keep them, tracks come and go. */
export interface RemoteStreams {
  readonly sound: MediaStream
  readonly picture: MediaStream
  readonly screen: MediaStream
  /** Sound, camera, screen. */
  readonly hold: (tracks: readonly MediaStreamTrack[]) => void
}

export function createStreams(newStream: () => MediaStream): RemoteStreams {
  const [sound, picture, screen] = [newStream(), newStream(), newStream()]
  return {
    sound,
    picture,
    screen,
    hold(tracks) {
      for (const [at, stream] of [sound, picture, screen].entries()) {
        const wanted = tracks[at]
        for (const track of stream.getTracks()) if (track !== wanted) stream.removeTrack(track)
        if (wanted && !stream.getTracks().includes(wanted)) stream.addTrack(wanted)
      }
    },
  }
}
