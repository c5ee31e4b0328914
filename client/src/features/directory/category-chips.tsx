import type { Category } from '@expertconnect/contract/experts/shapes'
import { useLayoutEffect, useRef } from 'react'
import { CategoryIcon } from '../../ui/display/category-icon.tsx'
import { ChipLink } from '../../ui/action/chip-link.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import styles from './category-chips.module.css'

interface CategoryChipsProps {
  /** Undefined while they are on their way. */
  categories: readonly Category[] | undefined
  /** The slug of the one that applies. */
  current?: string
  /** Where a chip leads: to its category, or out of it where it applies already. */
  pathTo: (category: string) => string
}

export function CategoryChips({ categories, current, pathTo }: CategoryChipsProps) {
  const scroller = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // On phones the row is swept: what is chosen must not lie out of sight.
    const row = scroller.current
    const chosen = row?.querySelector<HTMLElement>('[aria-current]')
    if (row && chosen)
      row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2
  }, [current, categories])
  return (
    <nav ref={scroller} aria-label="Categories" className={styles.scroller}>
      <ul className={styles.chips}>
        {categories
          ? categories.map(({ slug, name, icon, experts }) => (
              <li key={slug}>
                <ChipLink
                  to={pathTo(slug)}
                  icon={<CategoryIcon name={icon} />}
                  count={experts}
                  current={slug === current}
                >
                  {name}
                </ChipLink>
              </li>
            ))
          : widths.map((width) => (
              <li key={width}>
                <Skeleton width={width} height={44} radius={22} />
              </li>
            ))}
      </ul>
    </nav>
  )
}

const widths = [128, 151, 119, 96, 117, 126, 149, 111]
