import type { Block } from '@expertconnect/contract/blocks/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AtSign, Ban, Globe, Network } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatDate } from '../../lib/time/time.ts'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { usePaged } from '../../server/use-paged.ts'
import { Button } from '../../ui/action/button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Row } from '../../ui/list/row.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { blockTitle } from './block-words.ts'
import { blocksQuery, type Side } from './queries.ts'

interface BlockedListProps {
  side: Side
  zone: string
}

const icons = { address: AtSign, domain: Globe, network: Network }

/** Whom one has blocked; each can be let in again. */
export function BlockedList({ side, zone }: BlockedListProps) {
  const [chosen, setChosen] = useState<Block | null>(null)
  return (
    <>
      <PagedList
        list={usePaged(useInfiniteQuery(blocksQuery(side)))}
        what="The blocks"
        nouns={['block', 'blocks']}
        empty={
          <EmptyState icon={<Ban size={28} />} title="Nobody is blocked">
            To block someone, open the page of one of their sessions.
          </EmptyState>
        }
      >
        {(blocks) => (
          <Rows label="Blocks">
            {blocks.map((block) => (
              <BlockRow
                key={block.id}
                block={block}
                side={side}
                zone={zone}
                onRemove={() => setChosen(block)}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {chosen && (
        <RemoveDialog block={chosen} side={side} zone={zone} onClose={() => setChosen(null)} />
      )}
    </>
  )
}

interface BlockRowProps extends BlockedListProps {
  block: Block
  onRemove: () => void
}

function BlockRow({ block, side, zone, onRemove }: BlockRowProps) {
  const { kind, booking, note, madeAt, by } = block
  const Icon = icons[kind]
  const to = side === 'desk' ? paths.deskBooking(booking.id) : paths.adminBooking(booking.id)
  const title = blockTitle(block, zone)
  return (
    <Row
      icon={<Icon size={22} aria-hidden />}
      title={title}
      small={
        <>
          Since {formatDate(madeAt, zone)}, by {by} · <Link to={to}>the session</Link>
        </>
      }
      actions={
        <Button size="s" onClick={onRemove}>
          Unblock<VisuallyHidden> {title}</VisuallyHidden>
        </Button>
      }
    >
      {note !== undefined && <p>{note}</p>}
    </Row>
  )
}

function RemoveDialog(props: BlockedListProps & { block: Block; onClose: () => void }) {
  const { block, side, zone, onClose } = props
  const toast = useToast()
  const remove = useChange(
    () => call(side === 'desk' ? 'removeDeskBlock' : 'removeBlock', { params: { id: block.id } }),
    () => {
      onClose()
      toast({ title: 'Unblocked' })
    },
  )
  return (
    <ConfirmDialog
      title="Unblock them?"
      label="Unblock"
      onConfirm={() => remove()}
      onClose={onClose}
    >
      <p>
        <strong>{blockTitle(block, zone)}</strong> can book again straight away.
      </p>
    </ConfirmDialog>
  )
}
