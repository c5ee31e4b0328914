import { kitTitle } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { devMailQuery } from '../../server/api/dev-mail.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { PageHead } from '../../ui/list/page-head.tsx'
import { NotFoundPage } from '../visitor/not-found-page.tsx'
import { ActionSamples } from './action-samples.tsx'
import { CalendarSamples } from './calendar-samples.tsx'
import { ChoiceSamples } from './choice-samples.tsx'
import { DialogSamples } from './dialog-samples.tsx'
import { DisplaySamples } from './display-samples.tsx'
import { FeedbackSamples } from './feedback-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { ListSamples } from './list-samples.tsx'
import { StateSamples } from './state-samples.tsx'
import styles from './ui-page.module.css'

/** Every part of the kit in every state, in a demo on its own machine; there is nothing secret on it. `theme` chooses one. */
export function UiPage({ theme }: { theme: ReactNode }) {
  const { data: mail } = useQuery(devMailQuery)
  if (mail === undefined) return null
  return mail === 'none' ? <NotFoundPage /> : <Kit theme={theme} />
}

function Kit({ theme }: { theme: ReactNode }) {
  useTitle(kitTitle)
  return (
    <div className={styles.page}>
      <PageHead
        title={
          <>
            The <em>kit</em>
          </>
        }
        lead="Every part that pages are made of, in every state. Nothing here does anything, and nobody but this machine sees it."
        action={theme}
      />
      <ActionSamples />
      <FormSamples />
      <ChoiceSamples />
      <FeedbackSamples />
      <StateSamples />
      <DisplaySamples />
      <CalendarSamples />
      <ListSamples />
      <DialogSamples />
    </div>
  )
}
