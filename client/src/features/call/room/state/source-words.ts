import type { CaptureFault, Source, SourceView } from '../../media/local-media.ts'

export interface SourceWords {
  /** What a press does. */
  readonly label: string
  readonly word: string
  readonly isOn: boolean
  readonly isBusy: boolean
}

const names = { microphone: 'microphone', camera: 'camera' } as const

export function sourceWords(source: Source, { state }: SourceView): SourceWords {
  const isBusy = state === 'asking'
  const isOn = state === 'on' || state === 'interrupted'
  if (source === 'microphone') {
    const mutes = state === 'on' || state === 'interrupted'
    return {
      label: mutes ? 'Mute microphone' : 'Unmute microphone',
      word: mutes ? 'Mute' : 'Unmute',
      isOn,
      isBusy,
    }
  }
  return {
    label: isOn ? 'Turn camera off' : 'Turn camera on',
    word: isOn ? 'Camera off' : 'Camera on',
    isOn,
    isBusy,
  }
}

/** What is said aloud when it changes, by whoever changed it. */
export function sourceMark(source: Source, { state }: SourceView): string {
  switch (state) {
    case 'on':
      return source === 'microphone' ? 'Your microphone is on.' : 'Your camera is on.'
    case 'muted':
      return 'Your microphone is muted.'
    case 'off':
      return source === 'microphone' ? 'Your microphone is off.' : 'Your camera is off.'
    case 'interrupted':
      return `Your ${names[source]} was interrupted.`
    case 'faulty':
      return `Your ${names[source]} does not work.`
    case 'asking':
      return ''
  }
}

/** Why it does not work and what helps, in a sentence or two. */
export function faultText(source: Source, fault: CaptureFault = 'unknown'): string {
  const it = `the ${names[source]}`
  switch (fault) {
    case 'dismissed':
      return `The browser’s question about ${it} was closed. Press the button again and allow it.`
    case 'denied':
      return `Your browser is blocking ${it} on this page. Allow it with the icon next to the address, then press the button again.`
    case 'blocked_by_system':
      return `Your system is blocking ${it} for this browser. Allow it in the system’s privacy settings.`
    case 'taken':
      return `Another program is using ${it}. Close that program, then press the button again.`
    case 'no_device':
      return `No ${names[source]} is connected.`
    case 'unsupported':
      return `This browser cannot use ${it}.`
    case 'unknown':
      return `The browser could not start ${it}. Press the button again, or choose another one.`
  }
}
