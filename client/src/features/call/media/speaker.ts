/** Phones and older browsers play where the system wants. */
export function canChooseSpeaker(): boolean {
  return 'HTMLMediaElement' in globalThis && 'setSinkId' in HTMLMediaElement.prototype
}

/** Lets an element be heard through a speaker; `null` is the system's own. One that is gone is passed over. */
export async function playThrough(
  element: HTMLMediaElement,
  speakerId: string | null,
): Promise<void> {
  if (!canChooseSpeaker() || element.sinkId === (speakerId ?? '')) return
  await element.setSinkId(speakerId ?? '').catch(() => undefined)
}
