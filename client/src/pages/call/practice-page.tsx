import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PracticeLobby } from '../../features/call/lobby/practice-lobby.tsx'
import { useOwnLocalMedia } from '../../features/call/media/use-local-media.ts'
import { call } from '../../server/api/client.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { PracticeVisit } from './practice-visit.tsx'
import { useOwnDocument } from './use-own-document.ts'

/** A room with oneself in two tabs, which is also the test of devices and connection. Needs no account. */
export function PracticePage() {
  const isOwn = useOwnDocument()
  useTitle(pageTitles['/practice'])
  const media = useOwnLocalMedia()
  const [isInside, setInside] = useState(false)
  const { data } = useQuery({
    queryKey: ['practice'],
    queryFn: ({ signal }) => call('getPractice', {}, { signal }),
    staleTime: 600_000,
  })
  if (!isOwn) return null
  if (isInside) return <PracticeVisit media={media} onLeave={() => setInside(false)} />
  return (
    <PracticeLobby
      media={media}
      iceServers={data?.iceServers ?? []}
      onEnter={() => setInside(true)}
    />
  )
}
