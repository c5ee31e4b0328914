import type { Category } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { Plus, Shapes } from 'lucide-react'
import { useState } from 'react'
import { CategoryDialog } from '../../features/category/category-dialog.tsx'
import { type CategoryAction, CategoryRow } from '../../features/category/category-row.tsx'
import { RemoveCategoryDialog } from '../../features/category/remove-category-dialog.tsx'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { problemOf } from '../../server/api/problem.ts'
import { Button } from '../../ui/action/button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { Rows } from '../../ui/list/rows.tsx'

type Chosen = { action: 'make' } | { action: CategoryAction; category: Category }

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
      Add a category
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
        lead="Shown on the start page and above the directory, in this order."
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
          Add the first one: every expert belongs to one.
        </EmptyState>
      </Panel>
    )
  }
  return (
    <Rows label="Categories">
      {query.data.map((category) => (
        <CategoryRow
          key={category.slug}
          category={category}
          onChoose={(action) => onChoose({ action, category })}
        />
      ))}
    </Rows>
  )
}
