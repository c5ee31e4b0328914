import type { AdminPerson } from '@expertconnect/contract/people/shapes'
import { GraduationCap, ShieldCheck, ShieldOff, ShieldPlus, UserRound } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Row } from '../../ui/list/row.tsx'

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
    <Row
      icon={isAdmin ? <ShieldCheck size={22} aria-hidden /> : <UserRound size={22} aria-hidden />}
      title={email}
      small={
        <>
          Here since {formatDate(createdAt, visitorZone())}
          {expertName !== null && (
            <>
              {' · '}
              <Link to={paths.adminExperts(email)}>{expertName}</Link>
            </>
          )}
        </>
      }
      states={
        (isAdmin || isMe || roles.includes('expert')) && (
          <>
            {isAdmin && (
              <Status tone="accent" icon={<ShieldCheck size={15} aria-hidden />}>
                Administrator
              </Status>
            )}
            {roles.includes('expert') && (
              <Status icon={<GraduationCap size={15} aria-hidden />}>Expert</Status>
            )}
            {isMe && <Status>You</Status>}
          </>
        )
      }
      actions={
        <Button
          size="s"
          icon={
            isAdmin ? <ShieldOff size={16} aria-hidden /> : <ShieldPlus size={16} aria-hidden />
          }
          onClick={onChange}
        >
          {isAdmin ? 'Remove the role' : 'Make an administrator'}
          <VisuallyHidden>
            {isAdmin ? ' from ' : ' of '}
            {email}
          </VisuallyHidden>
        </Button>
      }
    />
  )
}
