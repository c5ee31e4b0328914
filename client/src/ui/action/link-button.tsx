import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { buttonClass, type ButtonLook } from './button.tsx'
import { cx } from '../style/cx.ts'

type Inside = ComponentProps<typeof Link> & ButtonLook & { href?: never }
type Outside = ComponentProps<'a'> & ButtonLook & { href: string; to?: never }

/** A link that looks like a button: `to` for a page of ours, `href` for everything else. */
export function LinkButton({ variant, size, block, icon, className, ...rest }: Inside | Outside) {
  const classes = cx(buttonClass({ variant, size, block }), className)
  if (rest.href !== undefined) {
    const { children, ...anchor } = rest
    return (
      <a {...anchor} className={classes}>
        {icon}
        <span>{children}</span>
      </a>
    )
  }
  const { children, ...link } = rest
  return (
    <Link {...link} className={classes}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}
