import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { Spinner } from '../../../ui/action/spinner.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { cx } from '../../../ui/style/cx.ts'
import type { LocalMedia, Source, SourceView } from '../media/local-media.ts'
import styles from './toggle.module.css'

interface ToggleProps {
  source: Source
  view: SourceView
  media: LocalMedia
}

const icons = { microphone: [Mic, MicOff], camera: [Video, VideoOff] } as const
const keys = { microphone: 'D', camera: 'E' } as const

/** On or off, by press or by the key that Meet has for it. */
export function Toggle({ source, view, media }: ToggleProps) {
  const announce = useAnnounce()
  const isOn = view.state === 'on'
  const isAsking = view.state === 'asking'
  const isFaulty = view.state === 'faulty' || view.state === 'interrupted'
  const [On, Off] = icons[source]
  const Icon = isOn ? On : Off
  const label = `Turn ${isOn ? 'off' : 'on'} ${source}${isFaulty ? ', which does not work now' : ''}`
  const hint = `${label} (${modifier()}+${keys[source]})`
  return (
    <button
      type="button"
      aria-label={label}
      aria-busy={isAsking || undefined}
      aria-keyshortcuts={`Control+${keys[source]} Meta+${keys[source]}`}
      title={hint}
      className={cx(styles.toggle, !isOn && !isAsking && styles.off, isFaulty && styles.faulty)}
      onClick={() => !isAsking && toggle(media, source, announce)}
    >
      {isAsking ? <Spinner size={22} /> : <Icon size={22} aria-hidden />}
    </button>
  )
}

/** The same for a press and for a key. */
export function toggle(media: LocalMedia, source: Source, announce: (text: string) => void): void {
  const { state } = media.read()[source]
  if (state === 'on') {
    media.turnOff(source)
    return announce(source === 'microphone' ? 'Microphone muted' : 'Camera off')
  }
  if (state === 'interrupted') return void media.resume()
  void media.turnOn(source).then(() => {
    if (media.read()[source].state !== 'on') return
    announce(source === 'microphone' ? 'Microphone on' : 'Camera on')
  })
}

function modifier(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
