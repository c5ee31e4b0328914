import { ViewTransition, type ReactElement } from 'react'

/**
 * An element that moves from its place on one page to its place on the next, when both pages show one with this
 * name. It never animates for any other reason. Reduced motion stops it in `base.css`.
 */
export function Travelling({ name, children }: { name: string; children: ReactElement }) {
  return (
    <ViewTransition name={name} default="none" share="auto">
      {children}
    </ViewTransition>
  )
}
