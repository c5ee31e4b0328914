import { Component, type ReactNode } from 'react'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/action/button.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'

interface Props {
  /** Another page: what failed on the one before is over. */
  page: string
  children: ReactNode
}

interface State {
  failed: boolean
  page: string
}

/** What is shown when a page breaks, or its code could not be loaded: header and footer keep working. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, page: this.props.page }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.page === state.page ? null : { failed: false, page: props.page }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <FailedState
        level={1}
        title="This page could not be shown"
        detail="Either something went wrong on our side, or a new version has just been released. Reloading the page usually helps; your bookings are safe."
        action={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload the page
            </Button>
            <LinkButton to={paths.home}>Go to the start page</LinkButton>
          </>
        }
      />
    )
  }
}
