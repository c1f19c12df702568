// What is shown when a page breaks: the rest stays, and a number to tell the administrator.
import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'

interface Props {
  /** Breaks are forgotten when it changes: another page was opened. */
  readonly resetKey: string
  readonly newReference: () => string
  readonly words: {
    readonly crashed: string
    readonly crashedHint: string
    readonly reload: string
    readonly reference: (id: string) => string
  }
  readonly children: ReactNode
}

interface State {
  readonly reference: string | null
  readonly resetKey: string
  readonly detail: string
}

/** React knows error boundaries only as classes. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { reference: null, resetKey: this.props.resetKey, detail: '' }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { reference: null, resetKey: props.resetKey, detail: '' }
  }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { detail: error instanceof Error ? error.message : String(error) }
  }

  override componentDidCatch(): void {
    this.setState({ reference: this.props.newReference() })
  }

  override render(): ReactNode {
    const { reference, detail } = this.state
    const { words, children } = this.props
    if (reference === null && detail === '') return children
    return (
      <div className="page" role="alert">
        <h1>{words.crashed}</h1>
        <p>{words.crashedHint}</p>
        {reference !== null && <p className="number">{words.reference(reference)}</p>}
        <details className="quiet">
          <summary>{detail.slice(0, 80)}</summary>
          {detail}
        </details>
        <Button appearance="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </div>
    )
  }
}
