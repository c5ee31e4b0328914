import type { CalendarSource } from '@expertconnect/contract/calendars/source-shapes'
import { useQuery } from '@tanstack/react-query'
import { CalendarSync } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useChange } from '../../server/use-change.ts'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { sourcesQuery } from './queries.ts'
import { SourceDialog } from './source-dialog.tsx'
import { SourceRow } from './source-row.tsx'

interface Chosen {
  readonly source: CalendarSource
  readonly to: 'change' | 'remove'
}

/** The calendars that an expert has elsewhere: each can be tested, paused, changed and removed. */
export function SourceList({ zone }: { zone: string }) {
  const sources = useQuery(sourcesQuery)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const close = () => setChosen(null)
  if (sources.data === undefined) {
    return sources.isError ? (
      <Panel>
        <FailedState
          title="Your calendars could not be loaded"
          detail={problemOf(sources.error).detail}
          onRetry={() => void sources.refetch()}
          retrying={sources.isFetching}
        />
      </Panel>
    ) : (
      <PartSkeleton says="Loading your calendars" />
    )
  }
  const { items } = sources.data
  return (
    <>
      {items.length === 0 ? (
        <EmptyState icon={<CalendarSync size={28} />} title="No calendar yet">
          Add the calendars that you live by, and their busy times cannot be booked here.
        </EmptyState>
      ) : (
        <Rows label="Your calendars elsewhere">
          {items.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              zone={zone}
              onChange={() => setChosen({ source, to: 'change' })}
              onRemove={() => setChosen({ source, to: 'remove' })}
            />
          ))}
        </Rows>
      )}
      {chosen?.to === 'change' && <SourceDialog source={chosen.source} onClose={close} />}
      {chosen?.to === 'remove' && <RemoveDialog source={chosen.source} onClose={close} />}
    </>
  )
}

function RemoveDialog({ source, onClose }: { source: CalendarSource; onClose: () => void }) {
  const toast = useToast()
  const remove = useChange(
    () => call('removeCalendarSource', { params: { id: source.id } }),
    () => {
      onClose()
      toast({ title: `“${source.name}” is removed` })
    },
  )
  return (
    <ConfirmDialog
      danger
      title={`Remove “${source.name}”?`}
      label="Remove"
      onConfirm={() => remove()}
      onClose={onClose}
    >
      <p>Its busy times can be booked from then on. The calendar itself stays as it is.</p>
      {source.written > 0 && (
        <p>
          Sessions that were written into it stay there. To have them taken out, say first that none
          are written into it.
        </p>
      )}
    </ConfirmDialog>
  )
}
