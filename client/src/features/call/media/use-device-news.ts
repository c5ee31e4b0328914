import { useEffect, useRef } from 'react'
import { useToast } from '../../../ui/feedback/toast.tsx'
import type { DeviceChoice, LocalMediaView, Source } from './local-media.ts'

const lists = { microphone: 'microphones', camera: 'cameras' } as const

/** What the person did not do themselves: a device went, and another took its place; or their own one is back. */
export function deviceNews(before: LocalMediaView, after: LocalMediaView): string[] {
  return (['microphone', 'camera'] as const).flatMap((source) => newsOf(source, before, after))
}

function newsOf(source: Source, before: LocalMediaView, after: LocalMediaView): string[] {
  const [old, now] = [before[source].deviceId, after[source].deviceId]
  if (old === undefined || now === undefined || old === now) return []
  const [known, listed] = [before[lists[source]], after[lists[source]]]
  const name = named(listed, now, source)
  if (!listed.some(({ id }) => id === old)) {
    return [`${named(known, old, source)} is gone. Now using ${name}.`]
  }
  return known.some(({ id }) => id === now) ? [] : [`${name} is back and in use.`]
}

function named(list: readonly DeviceChoice[], id: string, source: Source): string {
  const label = list.find((choice) => choice.id === id)?.label
  return label === undefined ? `Your ${source}` : `“${label}”`
}

/** Says it where it happens. Once on a page. */
export function useDeviceNews(view: LocalMediaView): void {
  const toast = useToast()
  /** The last view in which each device in use was known. */
  const settled = useRef(view)
  useEffect(() => {
    for (const title of deviceNews(settled.current, view)) toast({ key: 'devices', title })
    // In between, while one is exchanged for another, none is known.
    const isBetween = (source: Source) =>
      view[source].deviceId === undefined &&
      ['on', 'muted', 'interrupted'].includes(view[source].state)
    if (!isBetween('microphone') && !isBetween('camera')) settled.current = view
  }, [view, toast])
}
