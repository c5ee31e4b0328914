import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { Agenda } from '../../features/message/choices/agenda.tsx'
import { KindSwitches } from '../../features/message/choices/kind-switches.tsx'
import { mailChoicesQuery } from '../../features/message/choices/queries.ts'
import { useMailChoices } from '../../features/message/choices/use-mail-choices.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useSession } from '../../server/session/use-session.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import styles from './mails-page.module.css'

/** Which mails one gets, and when one's day is sent. */
export function MailsPage({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/mails'])
  const { person } = useSession()
  const choices = useQuery(mailChoicesQuery)
  return (
    <>
      <header className={styles.header}>
        <h1>E-mails</h1>
        <p>
          The e-mails we send you
          {person && (
            <>
              {' '}
              at <strong>{person.email}</strong>
            </>
          )}
          . What you choose is saved at once.
        </p>
      </header>
      {choices.data ? (
        <Chooser expert={expert} choices={choices.data} />
      ) : choices.isError ? (
        <Panel>
          <FailedState
            title="Your choices could not be loaded"
            detail={problemOf(choices.error).detail}
            onRetry={() => void choices.refetch()}
            retrying={choices.isFetching}
          />
        </Panel>
      ) : (
        <PartSkeleton says="Loading your choices" />
      )}
    </>
  )
}

function Chooser({ expert, choices }: { expert: DeskExpert; choices: MailChoices }) {
  const { shown, fault, choose } = useMailChoices(choices)
  return (
    <div className={styles.page}>
      <Panel as="section" className={styles.part} aria-labelledby="sessions">
        <h2 id="sessions">About your sessions</h2>
        <KindSwitches unwanted={shown.unwanted} onChoose={choose} />
      </Panel>
      <div className={styles.side}>
        <Panel as="section" className={styles.part} aria-labelledby="agenda">
          <h2 id="agenda">Your day</h2>
          <Agenda at={shown.agendaAt} zone={expert.timeZone} fault={fault} onChoose={choose} />
        </Panel>
        <Notice icon={<MailCheck size={20} />} title="These always go out" tone="accent">
          <p>
            Sign-in codes, invitations and all e-mails to your customers, whatever you choose here.
          </p>
        </Notice>
      </div>
    </div>
  )
}
