/**
 * The sandbox clock. A sandbox company has its own time, which stands still between moves
 * and only goes forward. A move does everything that falls due on the way, in order, each
 * at its own moment, and lets the work it causes finish before the next.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '#server/plumbing/app.ts'
import { asSystem, mayOnly, type Context } from '#server/plumbing/context.ts'
import { enqueue, type JobData } from '#server/plumbing/jobs/jobs.ts'
import { announce } from '#server/plumbing/live.ts'
import { refuse } from '#server/plumbing/refusal.ts'
import { fire, nextTimer, type TimerHandlers } from '#server/plumbing/timers.ts'
import { companyOf } from './company.ts'

export type SandboxClock = { now: string; settled: boolean; target: string | null }

export async function sandboxClock(ctx: Context): Promise<SandboxClock> {
  const { clockNow, clockTarget } = await companyOf(ctx)
  if (!clockNow) refuse('not_a_sandbox')
  return {
    now: clockNow,
    target: clockTarget,
    settled: clockTarget === null && (await ctx.app.jobs.pending(ctx.tenantId)) === 0,
  }
}

export async function moveSandboxClock(ctx: Context, to: Temporal.Instant): Promise<SandboxClock> {
  mayOnly(ctx, 'owner', 'manager')
  const { clockNow, clockTarget } = await companyOf(ctx)
  if (!clockNow) refuse('not_a_sandbox')
  if (clockTarget) refuse('clock_is_moving', { target: clockTarget })
  if (Temporal.Instant.compare(to, Temporal.Instant.from(clockNow)) < 0)
    refuse('clock_goes_forward_only', { now: clockNow }, 'now')
  await setClock(ctx, { clockTarget: to.toString() })
  await enqueue(ctx, 'move_sandbox_clock', {})
  return { now: clockNow, target: to.toString(), settled: false }
}

export function moveSandboxJob(handlers: TimerHandlers): (app: App, data: JobData) => Promise<void> {
  return async (app, { tenantId }) => {
    for (;;) {
      const step = await asSystem(app, tenantId, 'sandbox_clock', async (ctx) => {
        const { clockNow, clockTarget } = await companyOf(ctx)
        if (!clockNow || !clockTarget) return undefined
        const timer = await nextTimer(ctx, Temporal.Instant.from(clockTarget))
        const at = timer && timer.at > clockNow ? timer.at : timer ? clockNow : clockTarget
        await setClock(ctx, { clockNow: at })
        return { timer, target: clockTarget }
      })
      if (!step) return
      if (step.timer) await fire(app, handlers, tenantId, step.timer.id)
      await quiet(app, tenantId)
      if (step.timer) continue
      const done = await asSystem(app, tenantId, 'sandbox_clock', (ctx) => arrive(ctx, step.target))
      if (done) return
    }
  }
}

/** At the target, unless the work done there armed something that is already due. */
async function arrive(ctx: Context, target: string): Promise<boolean> {
  if (await nextTimer(ctx, Temporal.Instant.from(target))) return false
  await setClock(ctx, { clockTarget: null })
  // Everything a screen shows may be different now: all of it is fetched again.
  await announce(ctx, 'gap')
  return true
}

/** Waits until the jobs of this company are done; the mover itself is one of them. */
async function quiet(app: App, tenantId: string): Promise<void> {
  for (let waitMs = 5; (await app.jobs.pending(tenantId)) > 1; waitMs = Math.min(waitMs * 2, 100))
    await pause(waitMs)
}

async function setClock(
  ctx: Context,
  values: { clockNow?: string; clockTarget?: string | null },
): Promise<void> {
  await ctx.tx.updateTable('tenants').set(values).where('tenantId', '=', ctx.tenantId).execute()
}
