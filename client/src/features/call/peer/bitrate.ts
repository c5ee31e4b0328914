/** What the caps depend on. */
export interface Load {
  readonly isMobile: boolean
  readonly isSharing: boolean
  /** No picture at all: somebody wishes so. */
  readonly isSoundOnly: boolean
  /** No camera: the line carries no more than sound. */
  readonly isWeak: boolean
}

interface Cap {
  readonly isActive: boolean
  readonly maxBitrate: number
  readonly maxFramerate?: number
  readonly priority: RTCPriorityType
  readonly degradation?: RTCDegradationPreference
}

/** In the order of the sections: sound, camera, screen. */
export function capsFor({ isMobile, isSharing, isSoundOnly, isWeak }: Load): readonly Cap[] {
  const isLean = isMobile || isSharing
  return [
    { isActive: true, maxBitrate: isWeak ? 32_000 : 40_000, priority: 'high' },
    {
      isActive: !isSoundOnly && !isWeak,
      maxBitrate: isSharing ? 300_000 : isMobile ? 600_000 : 1_500_000,
      maxFramerate: isSharing ? 15 : isLean ? 24 : 30,
      priority: 'low',
      degradation: 'balanced',
    },
    {
      isActive: !isSoundOnly,
      maxBitrate: isWeak ? 200_000 : 2_500_000,
      maxFramerate: isWeak ? 5 : 15,
      priority: 'medium',
      degradation: 'maintain-resolution',
    },
  ]
}

/** Sets the caps of one sender. What a browser does not know it leaves out or refuses, and sends as it likes. */
export async function applyCap(sender: RTCRtpSender, cap: Cap): Promise<void> {
  try {
    const wanted = sender.getParameters()
    const { encodings } = wanted
    if (!encodings || encodings.length === 0) return
    for (const encoding of encodings) {
      encoding.active = cap.isActive
      encoding.maxBitrate = cap.maxBitrate
      encoding.priority = cap.priority
      encoding.networkPriority = cap.priority
      if (cap.maxFramerate !== undefined) encoding.maxFramerate = cap.maxFramerate
    }
    const { degradation } = cap
    await sender.setParameters({
      ...wanted,
      ...(degradation !== undefined && { degradationPreference: degradation }),
    })
  } catch {
    // Parameters of before a negotiation, or a sender that is no more: the next change sets them again.
  }
}

/**
 * Lets the next picture be one that needs none before it. The other side asks for such a one too, but what it asks while
 * nothing gets through is lost, and it waits for 3 s before it asks again. Chromium alone knows the wish; others pass it over.
 */
export async function askForWholePicture(sender: RTCRtpSender): Promise<void> {
  try {
    const wanted = sender.getParameters()
    const options = { encodingOptions: wanted.encodings.map(() => ({ keyFrame: true })) }
    await sender.setParameters(wanted, options)
  } catch {
    // A sender that is no more: what another one sends begins whole.
  }
}

/** In what way a track may lose quality. */
export const contentHints = ['speech', 'motion', 'detail'] as const

/** Where to begin, in kbit/s: left to itself the picture starts blurred and takes ten seconds to clear. */
export const startKbps = { desktop: 700, mobile: 300 } as const

/**
 * Tells the browser, in the description of the other side, with how much it may begin to send. Chromium alone reads it;
 * for others it is a parameter that they do not know.
 */
export function withStartBitrate(sdp: string, kbps: number): string {
  const sections = sdp.split(/(?=^m=)/m)
  return sections
    .map((section) => (section.startsWith('m=video') ? startingAt(section, kbps) : section))
    .join('')
}

function startingAt(section: string, kbps: number): string {
  if (section.includes('x-google-start-bitrate')) return section
  const types = [...section.matchAll(/^a=rtpmap:(\d+) VP8\/90000\r?$/gm)].map(
    ([, type = '']) => type,
  )
  return types.reduce((text, type) => {
    const format = new RegExp(`^(a=fmtp:${type} [^\\r\\n]*)`, 'm')
    const parameter = `x-google-start-bitrate=${kbps}`
    if (format.test(text)) return text.replace(format, `$1;${parameter}`)
    return text.replace(
      new RegExp(`^(a=rtpmap:${type} VP8/90000)(\\r?\\n)`, 'm'),
      `$1$2a=fmtp:${type} ${parameter}$2`,
    )
  }, section)
}

/** VP8 first, where it is not anyway: every browser of today sends and reads it without surprises. */
export function preferVp8(transceiver: RTCRtpTransceiver, codecs: readonly RTCRtpCodec[]): void {
  const isVp8 = ({ mimeType }: RTCRtpCodec) => mimeType.toLowerCase() === 'video/vp8'
  const [first] = codecs
  if (!first || isVp8(first) || !codecs.some(isVp8)) return
  try {
    transceiver.setCodecPreferences(codecs.toSorted((a, b) => Number(isVp8(b)) - Number(isVp8(a))))
  } catch {
    // Then as the browser prefers it.
  }
}
