import type { AdminPerson } from '@expertconnect/contract/people/shapes'
import { GraduationCap, ShieldCheck, ShieldOff, ShieldPlus, UserRound } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/display/card.tsx'
import { cx } from '../../ui/style/cx.ts'
import { Status } from '../../ui/feedback/status.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from '../../ui/list/rows.module.css'

interface PersonRowProps {
  person: AdminPerson
  isMe: boolean
  /** Makes or removes the administrator. */
  onChange: () => void
}

export function PersonRow({ person, isMe, onChange }: PersonRowProps) {
  const { email, roles, expertName, createdAt } = person
  const isAdmin = roles.includes('admin')
  return (
    <Card as="li" className={styles.row}>
      <span className={cx(styles.picture, styles.tile)}>
        {isAdmin ? <ShieldCheck size={22} aria-hidden /> : <UserRound size={22} aria-hidden />}
      </span>
      <div className={styles.words}>
        <h2>{email}</h2>
        <p className={styles.small}>
          Here since {formatDate(createdAt, visitorZone())}
          {expertName !== null && (
            <>
              {' · '}
              <Link to={paths.adminExperts(email)}>{expertName}</Link>
            </>
          )}
        </p>
        {(isAdmin || isMe || roles.includes('expert')) && (
          <div className={styles.states}>
            {isAdmin && (
              <Status tone="accent" icon={<ShieldCheck size={15} aria-hidden />}>
                Administrator
              </Status>
            )}
            {roles.includes('expert') && (
              <Status icon={<GraduationCap size={15} aria-hidden />}>Expert</Status>
            )}
            {isMe && <Status>You</Status>}
          </div>
        )}
      </div>
      <div className={styles.actions}>
        <Button
          size="s"
          icon={
            isAdmin ? <ShieldOff size={16} aria-hidden /> : <ShieldPlus size={16} aria-hidden />
          }
          onClick={onChange}
        >
          {isAdmin ? 'Take the role away' : 'Make an administrator'}
          <VisuallyHidden>
            {isAdmin ? ' from ' : ' of '}
            {email}
          </VisuallyHidden>
        </Button>
      </div>
    </Card>
  )
}
