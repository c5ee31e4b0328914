import type { Category } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { PencilLine, Plus, Shapes, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { problemOf } from '../../server/api/problem.ts'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { Button } from '../../ui/action/button.tsx'
import { CategoryIcon } from '../../ui/display/category-icon.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { CategoryDialog } from '../../features/category/category-dialog.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { RemoveCategoryDialog } from '../../features/category/remove-category-dialog.tsx'
import { Row } from '../../ui/list/row.tsx'
import { Rows } from '../../ui/list/rows.tsx'

type Chosen = { action: 'make' } | { action: 'change' | 'remove'; category: Category }

/** What the directory is browsed by. */
export function CategoriesPage() {
  useTitle(pageTitles['/admin/categories'])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const close = () => setChosen(null)
  const make = (
    <Button
      variant="primary"
      icon={<Plus size={18} aria-hidden />}
      onClick={() => setChosen({ action: 'make' })}
    >
      Make a category
    </Button>
  )
  return (
    <>
      <PageHead
        title={
          <>
            Categories <em>to browse by</em>
          </>
        }
        lead="They stand on the first page and above the directory, in this order."
        action={make}
      />
      <Categories onChoose={setChosen} />
      {chosen?.action === 'make' && <CategoryDialog category={null} onClose={close} />}
      {chosen?.action === 'change' && <CategoryDialog category={chosen.category} onClose={close} />}
      {chosen?.action === 'remove' && (
        <RemoveCategoryDialog category={chosen.category} onClose={close} />
      )}
    </>
  )
}

function Categories({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const query = useQuery({ ...categoriesQuery(), refetchOnMount: 'always' })
  if (query.isPending) return <ListSkeleton says="Loading: The categories" />
  if (!query.data) {
    const { detail, title } = problemOf(query.error)
    return (
      <Panel>
        <FailedState
          title="The categories could not be loaded"
          detail={detail ?? title}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Panel>
    )
  }
  if (query.data.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Shapes size={28} />} title="There are no categories yet">
          Make the first one: every expert belongs to one.
        </EmptyState>
      </Panel>
    )
  }
  return (
    <Rows label="Categories">
      {query.data.map((category) => (
        <CategoryRow key={category.slug} category={category} onChoose={onChoose} />
      ))}
    </Rows>
  )
}

interface CategoryRowProps {
  category: Category
  onChoose: (chosen: Chosen) => void
}

function CategoryRow({ category, onChoose }: CategoryRowProps) {
  const { slug, name, icon, experts } = category
  const which = <VisuallyHidden> {name}</VisuallyHidden>
  return (
    <Row
      icon={<CategoryIcon name={icon} size={22} />}
      title={name}
      small={`${experts === 1 ? '1 expert' : `${experts.toLocaleString()} experts`} · ${slug}`}
      actions={
        <>
          <Button
            size="s"
            icon={<PencilLine size={16} aria-hidden />}
            onClick={() => onChoose({ action: 'change', category })}
          >
            Change{which}
          </Button>
          <Button
            size="s"
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() => onChoose({ action: 'remove', category })}
          >
            Remove{which}
          </Button>
        </>
      }
    />
  )
}
