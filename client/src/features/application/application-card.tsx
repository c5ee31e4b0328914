import type { Application } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/display/card.tsx'
import { Chip } from '../../ui/display/chip.tsx'
import { Decided } from '../../ui/feedback/decided.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { mailLink } from '../../lib/contact-links.ts'
import styles from './application-card.module.css'

interface ApplicationCardProps {
  application: Application
  onDecide: (state: 'approved' | 'declined') => void
}

/** One application, whole: nobody should be judged by the first three lines. */
export function ApplicationCard({ application, onDecide }: ApplicationCardProps) {
  const { name, email, headline, bio, category, sentAt } = application
  const categories = useQuery(categoriesQuery())
  const field = categories.data?.find(({ slug }) => slug === category)?.name ?? category
  const whose = <VisuallyHidden> the application of {name}</VisuallyHidden>
  return (
    <Card as="li" className={styles.card}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2>{name}</h2>
          <p>
            <a href={mailLink(email)}>{email}</a>{' '}
            {application.proved ? '(confirmed)' : '(not confirmed: anyone can type an address)'} ·
            sent {formatDayTime(sentAt, visitorZone())}
          </p>
        </div>
        <Chip>{field}</Chip>
      </header>
      <p className={styles.headline}>{headline}</p>
      <p className={styles.bio}>{bio}</p>
      {application.state === 'waiting' ? (
        <div className={styles.actions}>
          <Button icon={<X size={18} aria-hidden />} onClick={() => onDecide('declined')}>
            Decline{whose}
          </Button>
          <Button
            variant="primary"
            icon={<Check size={18} aria-hidden />}
            onClick={() => onDecide('approved')}
          >
            Approve{whose}
          </Button>
        </div>
      ) : (
        <Decided
          word={application.state === 'approved' ? 'Approved' : 'Declined'}
          yes={application.state === 'approved'}
          noTone="danger"
          at={application.decidedAt}
        >
          {application.reason !== undefined && <p>{application.reason}</p>}
        </Decided>
      )}
    </Card>
  )
}
