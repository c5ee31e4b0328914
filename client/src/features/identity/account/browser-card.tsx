import type { SignedInBrowser } from '@expertconnect/contract/people/shapes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Laptop, Smartphone } from 'lucide-react'
import type * as z from 'zod/mini'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { mine } from '../../../server/api/keys.ts'
import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/display/card.tsx'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { Status } from '../../../ui/feedback/status.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './browser-card.module.css'

type Browser = z.infer<typeof SignedInBrowser>

export function BrowserCard({ browser }: { browser: Browser }) {
  const { device, startedAt, seenAt, current } = browser
  const zone = visitorZone()
  const end = useEnd(browser)
  const Icon = /iPhone|iPad|Android/.test(device) ? Smartphone : Laptop
  return (
    <Card as="li" className={styles.card}>
      <span aria-hidden className="icon-tile">
        <Icon size={24} />
      </span>
      <div className={styles.words}>
        <h3>{device}</h3>
        <p>
          Signed in {formatDayTime(startedAt, zone)}
          {!current && <> · last seen {formatDayTime(seenAt, zone)}</>}
        </p>
      </div>
      {current ? (
        <Status tone="live" dot="still">
          This browser
        </Status>
      ) : (
        <Button size="s" busy={end.isPending} onClick={() => end.mutate()}>
          End
          <VisuallyHidden>
            {' '}
            {device}, signed in {formatDayTime(startedAt, zone)}
          </VisuallyHidden>
        </Button>
      )}
    </Card>
  )
}

function useEnd({ id, device }: Browser) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: () =>
      call('endSession', { params: { id } }).catch((error: unknown) => {
        // It has ended by itself, or from elsewhere: that is what was wanted.
        if (problemOf(error).status !== 404) throw error
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mine.sessions })
      toast({ tone: 'good', title: `Signed out: ${device}`, key: 'session' })
      // The card whose button was pressed is gone.
      focusHeading()
    },
    onError: (error) => {
      const { code, title, detail } = problemOf(error)
      // The page itself says that this very browser was signed out.
      if (code === 'signed_out') return
      toast({ tone: 'bad', title: `Not signed out: ${title}`, ...(detail && { detail }) })
    },
  })
}
