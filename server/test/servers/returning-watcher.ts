import { setTimeout as delay } from 'node:timers/promises'
import type { BookingUpdated } from '@expertconnect/contract/realtime'
import { connect, type Listener, type Told } from '../realtime/listener.ts'

const pauseMs = 100

/** Watches a board as a page does: whenever the server lets it go, it comes back and watches anew. */
export class ReturningWatcher {
  /** Whatever any of its connections was told, in order. */
  readonly told: Told[] = []
  /** How often it began to watch. */
  visits = 0
  private readonly url: string
  private readonly expertId: string
  private current: Listener | undefined
  private stopped = false

  private constructor(url: string, expertId: string) {
    this.url = url
    this.expertId = expertId
  }

  static async of(url: string, expertId = 'expert-ada'): Promise<ReturningWatcher> {
    const watcher = new ReturningWatcher(url, expertId)
    await watcher.visit()
    void watcher.stay()
    return watcher
  }

  isWatching(): boolean {
    return this.current?.isConnected() ?? false
  }

  updates(): BookingUpdated[] {
    return this.told
      .filter(({ name }) => name === 'bookingUpdated')
      .map(({ event }) => event as BookingUpdated)
  }

  /** Which change of which record each update told. */
  changes(): string[] {
    return this.updates().map(({ id, status, version }) => `${id} ${status} ${version}`)
  }

  close(): void {
    this.stopped = true
    this.current?.close()
  }

  private async visit(): Promise<void> {
    const listener = await connect(this.url)
    listener.onTold((told) => this.told.push(told))
    try {
      await listener.ask('board:watch', { expertId: this.expertId })
    } catch (error) {
      listener.close()
      throw error
    }
    this.current = listener
    this.visits++
  }

  private async stay(): Promise<void> {
    while (!this.stopped) {
      if (!this.isWatching()) await this.visit().catch(() => undefined)
      await delay(pauseMs)
    }
    this.current?.close()
  }
}
