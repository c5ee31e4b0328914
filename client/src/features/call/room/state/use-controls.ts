import { useEffect, useRef } from 'react'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import type { LocalMedia, LocalMediaView, Source } from '../../media/local-media.ts'
import { faultText, sourceMark } from './source-words.ts'
import { useMark } from './use-marks.ts'

export interface Controls {
  readonly toggle: (source: Source) => void
  readonly toggleShare: () => void
}

/** Microphone, camera and screen by a press; what becomes of them is said aloud, whoever did it. */
export function useControls(media: LocalMedia, view: LocalMediaView): Controls {
  useMark(sourceMark('microphone', view.microphone))
  useMark(sourceMark('camera', view.camera))
  useMark(view.screen ? 'You are sharing your screen.' : 'You have stopped sharing your screen.')
  useFault('microphone', view)
  useFault('camera', view)

  return {
    toggle: (source) => {
      const { state } = media.read()[source]
      if (state === 'asking') return
      if (state === 'on' || state === 'interrupted') media.turnOff(source)
      else void media.turnOn(source)
    },
    toggleShare: () => {
      if (media.read().screen) media.stopSharing()
      // Closing the browser's choice of screens is an answer, and no fault.
      else void media.share().catch(() => undefined)
    },
  }
}

/** Says what failed, each time that it does. */
function useFault(source: Source, view: LocalMediaView): void {
  const toast = useToast()
  const { state, fault } = view[source]
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'faulty' && state === 'faulty') {
      toast({
        key: source,
        tone: 'bad',
        title: source === 'microphone' ? 'You can’t be heard' : 'You can’t be seen',
        detail: faultText(source, fault),
      })
    }
    before.current = state
  }, [toast, source, state, fault])
}
