import type { ComponentProps } from 'react'
import { cx } from '../style/cx.ts'
import styles from './panel.module.css'

export interface PanelProps extends ComponentProps<'div'> {
  as?: 'div' | 'section' | 'article' | 'aside' | 'form'
  /** `none` where the content reaches the edges. */
  padding?: 'none' | 'm' | 'l'
}

/** A pane of glass on the page. Never put one inside another: what lies on it uses `--fill`. */
export function Panel({ as = 'div', padding = 'm', className, ...rest }: PanelProps) {
  const Tag = as as 'div'
  return <Tag {...rest} className={cx('glass', styles[padding], className)} />
}
