/**
 * The past, played in its order. Deeds are put on a timeline with their moment and their
 * actor; running it does each at its own time, and in between everything that fell due then
 * (alarms, closings, reminders), as if the company had worked with the program all along.
 */
import type { Actor, Context } from '#server/plumbing/context.ts'
import { fireWithin, nextTimer, type TimerHandlers } from '#server/plumbing/timers.ts'

type Deed = (ctx: Context) => Promise<void>
type Entry = { at: Temporal.Instant; order: number; actor: Actor; deed: Deed }

export class Timeline {
  private entries: Entry[] = []
  private order = 0
  readonly now: Temporal.Instant

  constructor(now: Temporal.Instant) {
    this.now = now
  }

  /** What would lie in the future does not happen. */
  add(at: Temporal.Instant, actor: Actor, deed: Deed): void {
    if (Temporal.Instant.compare(at, this.now) > 0) return
    this.entries.push({ at, order: this.order++, actor, deed })
  }

  async play(ctx: Context, handlers: TimerHandlers): Promise<void> {
    for (let next = this.takeFirst(); next; next = this.takeFirst()) {
      await fireUntil(ctx, handlers, next.at)
      await next.deed({ ...ctx, now: next.at, actor: next.actor })
    }
    await fireUntil(ctx, handlers, this.now)
  }

  private takeFirst(): Entry | undefined {
    this.entries.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.order - b.order)
    return this.entries.shift()
  }
}

async function fireUntil(ctx: Context, handlers: TimerHandlers, until: Temporal.Instant): Promise<void> {
  for (let timer = await nextTimer(ctx, until); timer; timer = await nextTimer(ctx, until)) {
    await fireWithin({ ...ctx, now: Temporal.Instant.from(timer.at) }, handlers, timer.id)
  }
}
