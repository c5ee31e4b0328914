import { pageTitles } from '@expertconnect/contract/pages'
import type { AdminMessage } from '@expertconnect/contract/messages/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useState } from 'react'
import { MailNotice } from '../../features/message/mail-notice.tsx'
import { MessageRow } from '../../features/message/message-row.tsx'
import { messagesQuery } from '../../features/message/queries.ts'
import { useNow } from '../../lib/time/server-clock.ts'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const parts = ['waiting', 'failed', 'all'] as const
const names = { waiting: 'Waiting', failed: 'Failed', all: 'All' } as const
const empty = {
  waiting: ['Nothing waits', 'Everything has been sent, or was no longer needed.'],
  failed: ['Nothing has failed', 'E-mails that were refused or couldn’t be sent appear here.'],
  all: ['No e-mails yet', 'The first booking will bring the first one.'],
} as const

/** The mails of everybody: what waits, what failed, and whether mail goes out at all. */
export function MessagesPage() {
  useTitle(pageTitles['/admin/messages'])
  const { part, change } = useFilters(parts)
  const query = useInfiniteQuery(messagesQuery(part))
  const found = usePaged(query)
  const retry = useRetry()
  const now = useNow(15_000)
  const mail = query.data?.pages[0]?.mail
  return (
    <>
      <PageHead
        title={
          <>
            E-mail <em>to everyone</em>
          </>
        }
        lead="“Handed over” means that it left our server; whether it arrived, only the recipient’s mail server knows."
      />
      {mail && <MailNotice mail={mail} now={now} />}
      <Segmented
        legend="Which e-mails"
        options={parts.map((value) => ({ value, label: names[value] }))}
        value={part}
        onChange={(next) => change({ part: next })}
      />
      <PagedList
        list={found}
        what="The e-mails"
        nouns={['e-mail', 'e-mails']}
        empty={
          <EmptyState icon={<MailCheck size={28} />} title={empty[part][0]}>
            {empty[part][1]}
          </EmptyState>
        }
      >
        {(messages) => (
          <Rows label="E-mails">
            {messages.map((message) => (
              <MessageRow
                key={message.id}
                message={message}
                now={now}
                busy={retry.busy === message.id}
                onRetry={() => void retry.send(message)}
              />
            ))}
          </Rows>
        )}
      </PagedList>
    </>
  )
}

function useRetry() {
  const toast = useToast()
  const [busy, setBusy] = useState<string | null>(null)
  const retry = useChange(
    ({ id }: AdminMessage) => call('retryMessage', { params: { id } }),
    () => toast({ tone: 'good', title: 'It will be tried again', key: 'retry' }),
  )
  return {
    /** The id of the one that is being asked for. */
    busy,
    send: async (message: AdminMessage) => {
      setBusy(message.id)
      const refusal = await retry(message)
      setBusy(null)
      if (refusal) {
        const detail = refusal.detail ?? refusal.title
        toast({ tone: 'bad', title: 'It could not be tried again', detail, key: 'retry' })
      }
    },
  }
}
