import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { PracticeLobby } from '../../features/call/lobby/practice-lobby.tsx'
import type { LocalMedia } from '../../features/call/media/local-media.ts'
import { useOwnLocalMedia } from '../../features/call/media/use-local-media.ts'
import { call } from '../../server/api/client.ts'
import { useTitle } from '../../ui/display/use-title.ts'

export interface PracticePageProps {
  /** The room itself, with oneself in it. This is where it is put in; without it one cannot go in. */
  Inside?: ComponentType<{ media: LocalMedia; onLeave: () => void }>
}

/** A room with oneself in two tabs, which is also the test of devices and connection. Needs no account. */
export function PracticePage({ Inside }: PracticePageProps) {
  useTitle(pageTitles['/practice'])
  const media = useOwnLocalMedia()
  const [isInside, setInside] = useState(false)
  const { data } = useQuery({
    queryKey: ['practice'],
    queryFn: ({ signal }) => call('getPractice', {}, { signal }),
    staleTime: 600_000,
  })
  if (isInside && Inside) return <Inside media={media} onLeave={() => setInside(false)} />
  return (
    <PracticeLobby
      media={media}
      iceServers={data?.iceServers ?? []}
      onEnter={Inside && (() => setInside(true))}
    />
  )
}
