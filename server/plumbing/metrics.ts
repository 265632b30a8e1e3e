/** Figures for Prometheus: requests by route, and the depth of what waits. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from './app.ts'

export type Metrics = {
  observe: (route: string, method: string, status: number, seconds: number) => void
  text: (app: App) => Promise<string>
  contentType: string
}

export function openMetrics(): Metrics {
  const register = new Registry()
  const requests = new Histogram({
    name: 'opiekun_request_seconds',
    help: 'Duration of requests',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  })
  const answers = new Counter({
    name: 'opiekun_server_errors_total',
    help: 'Answers with 5xx',
    registers: [register],
  })
  const waiting = new Gauge({
    name: 'opiekun_waiting',
    help: 'What waits to be done',
    labelNames: ['what'],
    registers: [register],
  })
  const memory = new Gauge({
    name: 'opiekun_resident_bytes',
    help: 'Resident memory of this process',
    registers: [register],
  })
  return {
    observe(route, method, status, seconds) {
      requests.observe({ route, method, status: String(status) }, seconds)
      if (status >= 500) answers.inc()
    },
    async text(app) {
      const { rows } = await app.db.pool.query(
        `select (select count(*) from timers where at <= $1)::int as timers_due,
           (select count(*) from mails where state in ('queued', 'sending'))::int as mails_queued,
           (select count(*) from mails where state in ('failed', 'uncertain'))::int as mails_failed`,
        [app.clock().toString()],
      )
      for (const [what, n] of Object.entries(rows[0] as Record<string, number>)) waiting.set({ what }, n)
      memory.set(process.memoryUsage().rss)
      return register.metrics()
    },
    contentType: register.contentType,
  }
}
