import type { Category } from '@expertconnect/contract/experts/shapes'
import { PencilLine, Trash2 } from 'lucide-react'
import { locale } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { CategoryIcon } from '../../ui/display/category-icon.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Row } from '../../ui/list/row.tsx'

export type CategoryAction = 'change' | 'remove'

export interface CategoryRowProps {
  category: Category
  onChoose: (action: CategoryAction) => void
}

/** One category, and what can be done with it. */
export function CategoryRow({ category, onChoose }: CategoryRowProps) {
  const { slug, name, icon, experts } = category
  const which = <VisuallyHidden> {name}</VisuallyHidden>
  return (
    <Row
      icon={<CategoryIcon name={icon} size={22} />}
      title={name}
      small={`${experts === 1 ? '1 expert' : `${experts.toLocaleString(locale())} experts`} · ${slug}`}
      actions={
        <>
          <Button
            size="s"
            icon={<PencilLine size={16} aria-hidden />}
            onClick={() => onChoose('change')}
          >
            Change{which}
          </Button>
          <Button
            size="s"
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() => onChoose('remove')}
          >
            Remove{which}
          </Button>
        </>
      }
    />
  )
}
