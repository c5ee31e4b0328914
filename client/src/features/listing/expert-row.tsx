import type { AdminExpert } from '@expertconnect/contract/experts/shapes'
import { Eye, EyeOff, Pause, PencilLine, SquareArrowOutUpRight } from 'lucide-react'
import { formatMoney } from '../../lib/money.ts'
import { paths } from '../../lib/paths.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { Button } from '../../ui/action/button.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Row } from '../../ui/list/row.tsx'

export type ExpertAction = 'edit' | 'listing'

interface ExpertRowProps {
  expert: AdminExpert
  onAction: (action: ExpertAction) => void
}

/** One expert, with the state and what can be done. */
export function ExpertRow({ expert, onAction }: ExpertRowProps) {
  const { name, slug, headline, email, category, hourlyRate, photoUrl, listed, paused } = expert
  const whom = <VisuallyHidden> {name}</VisuallyHidden>
  return (
    <Row
      picture={<Avatar name={name} photoUrl={photoUrl} category={category.slug} size={56} />}
      title={name}
      small={[email ?? 'No address', category.name, `${formatMoney(hourlyRate)}/h`].join(' · ')}
      states={
        <>
          {listed ? (
            <Status tone="live" icon={<Eye size={15} aria-hidden />}>
              Listed
            </Status>
          ) : (
            <Status icon={<EyeOff size={15} aria-hidden />}>Not listed</Status>
          )}
          {paused && (
            <Status tone="held" icon={<Pause size={15} aria-hidden />}>
              Paused
            </Status>
          )}
        </>
      }
      actions={
        <>
          <Button
            size="s"
            icon={<PencilLine size={16} aria-hidden />}
            onClick={() => onAction('edit')}
          >
            Edit{whom}
          </Button>
          <Button
            size="s"
            icon={listed ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
            onClick={() => onAction('listing')}
          >
            {listed ? 'Hide' : 'List'}
            {whom}
          </Button>
          {listed && (
            <LinkButton
              size="s"
              to={paths.expert(slug)}
              icon={<SquareArrowOutUpRight size={16} aria-hidden />}
            >
              Public page<VisuallyHidden> of {name}</VisuallyHidden>
            </LinkButton>
          )}
        </>
      }
    >
      {headline !== '' && <p>{headline}</p>}
    </Row>
  )
}
