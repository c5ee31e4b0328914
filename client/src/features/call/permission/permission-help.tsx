import { CameraOff, MicOff, RotateCw } from 'lucide-react'
import { type BrowserFamily, browserFamily } from '../../../lib/browser/browser-family.ts'
import { Button } from '../../../ui/action/button.tsx'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { Steps } from '../../../ui/display/steps.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import type { CaptureFault, LocalMedia, LocalMediaView, Source } from '../media/local-media.ts'
import { helpFor } from './help-words.ts'

export interface PermissionHelpProps {
  media: LocalMedia
  view: LocalMediaView
  /** Whose words of help are told; this one's where it is left out. */
  browser?: BrowserFamily
}

/** For every source that could not be had: why, what to do about it in this browser, and a way on without it. */
export function PermissionHelp({ media, view, browser = browserFamily() }: PermissionHelpProps) {
  return faultsOf(view).map(({ fault, sources }) => (
    <Part
      key={sources.join()}
      fault={fault}
      sources={sources}
      media={media}
      view={view}
      browser={browser}
    />
  ))
}

interface PartProps extends Required<PermissionHelpProps> {
  fault: CaptureFault
  sources: readonly Source[]
}

function Part({ fault, sources, media, view, browser }: PartProps) {
  const announce = useAnnounce()
  const { title, steps } = helpFor(fault, sources, browser)
  const Icon = sources.includes('camera') ? CameraOff : MicOff
  const retry = () =>
    void (sources.length > 1 ? media.turnOnBoth() : sources[0] && media.turnOn(sources[0]))
  function goOn() {
    for (const source of sources) media.turnOff(source)
    announce(goneOn(sources))
    // This part goes, and the button that was pressed with it.
    focusHeading()
  }
  return (
    <Notice role="alert" icon={<Icon size={20} />} title={title}>
      <Steps steps={steps} />
      <ButtonRow>
        <Button icon={<RotateCw size={18} aria-hidden />} onClick={retry}>
          Try again
        </Button>
        <Button variant="plain" onClick={goOn}>
          {wayOn(sources, view)}
        </Button>
      </ButtonRow>
    </Notice>
  )
}

/** One for both where both have the same fault. */
function faultsOf({ microphone, camera }: LocalMediaView) {
  const parts: { fault: CaptureFault; sources: Source[] }[] = []
  if (camera.fault) parts.push({ fault: camera.fault, sources: ['camera'] })
  if (microphone.fault && microphone.fault === camera.fault) parts[0]?.sources.push('microphone')
  else if (microphone.fault) parts.push({ fault: microphone.fault, sources: ['microphone'] })
  return parts
}

function wayOn(sources: readonly Source[], { microphone, camera }: LocalMediaView): string {
  if (sources.length > 1) return 'Continue as a listener'
  if (sources[0] === 'camera') {
    return microphone.state === 'faulty' ? 'Continue without a camera' : 'Continue with sound only'
  }
  return camera.state === 'faulty'
    ? 'Continue without a microphone'
    : 'Continue with video and chat'
}

function goneOn(sources: readonly Source[]): string {
  if (sources.length > 1) return 'You can hear and see the other side, and write in the chat'
  return sources[0] === 'camera'
    ? 'You continue without a camera'
    : 'You continue without a microphone'
}
