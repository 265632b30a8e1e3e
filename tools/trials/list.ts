/** The trials by name, each with its long and its short form, told as figures. */
import { tryAlarms } from './alarms.ts'
import { tryBackTest } from './back-test.ts'
import { tryClock } from './clock.ts'
import { seconds, tryIssuing, type IssuingResult } from './issuing.ts'
import { mutants } from './mutants.ts'
import { tryPricing } from './pricing.ts'
import { trySameMail } from './same-mail.ts'
import { trySamePost } from './same-post.ts'
import { tryScans } from './scans.ts'

export type Options = {
  isShort: boolean
  seed: number
  clients?: number
  kills?: number
  months?: number
  mutant?: string
  say: (line: string) => void
}
export type Told = { figures: Record<string, string | number>; violations: string[] }

export const trials: Record<string, (options: Options) => Promise<Told>> = {
  issuing: async (options) => told(await tryIssuing(sizeOf(options))),
  'back-test': async ({ isShort }) => figures(await tryBackTest({ months: isShort ? 9 : 24 })),
  alarms: async ({ isShort, seed, kills, say }) =>
    figures(
      await tryAlarms({
        seed,
        say,
        ...(isShort
          ? { openTickets: 2_000, alarms: 80, withinSeconds: 8, kills: 3 }
          : { openTickets: 100_000, alarms: 2_000, withinSeconds: 60, kills: kills ?? 20 }),
      }),
    ),
  // Twice by SMTP and once over HTTP, at the same moment.
  'same-mail': async ({ isShort }) => figures(await trySameMail({ mails: isShort ? 5 : 50 })),
  // Signed paper as scanners send it: turned, askew, noisy, coarse; and what must never be taken for it.
  scans: async ({ isShort, seed, say }) => {
    const { outcomes, ...counted } = await tryScans({ scans: isShort ? 10 : 200, seed, say })
    return figures({ ...counted, ...outcomes })
  },
  // Twenty at once under one key in every round.
  'same-post': async ({ isShort }) => figures(await trySamePost({ rounds: isShort ? 3 : 50 })),
  // The same lists and months many times, and five slips that must be seen.
  pricing: async ({ isShort, say }) => figures(await tryPricing({ times: isShort ? 1 : 20, say })),
  clock: ({ isShort, seed, say }) =>
    tryClock(
      isShort
        ? { seed, say, cases: 1500, logs: 1500, mutantCases: 1500 }
        : { seed, say, cases: 100_000, logs: 30_000, mutantCases: 20_000 },
    ),
}

function figures({ violations, ...counted }: { violations: string[] } & Record<string, unknown>): Told {
  return { figures: counted as Told['figures'], violations }
}

function sizeOf({ isShort, seed, say, mutant, ...given }: Options) {
  if (mutant !== undefined && !(mutant in mutants))
    throw new Error(`No mutant is called ${mutant}. Known: ${Object.keys(mutants).join(', ')}.`)
  const size = isShort ? { clients: 12, kills: 4, months: 3 } : { clients: 150, kills: 60, months: 4 }
  const wished = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...size, ...wished, seed, say, ...(mutant === undefined ? {} : mutants[mutant]) }
}

function told({ seed, kills, restartMs, runMs, books }: IssuingResult): Told {
  const { violations, ...counted } = books
  const mean = restartMs.length === 0 ? 0 : restartMs.reduce((sum, ms) => sum + ms, 0) / restartMs.length
  const count = (phase: string): number => kills.filter((kill) => kill.phase === phase).length
  return {
    figures: {
      seed,
      'an undisturbed run with its mails, s': seconds(runMs),
      kills: kills.length,
      'kills while numbers were given out': count('issuing'),
      'kills while documents and mails were made': count('delivering'),
      'kills together with the database': kills.filter((kill) => kill.withDatabase).length,
      'restart to first answer, mean / worst, s': `${seconds(mean)} / ${seconds(Math.max(0, ...restartMs))}`,
      invoices: counted.invoices,
      'gaps in the numbers': counted.gaps,
      'double numbers': counted.doubles,
      'pieces of work settled, each once': counted.works,
      'mails to clients': counted.mails,
      'mails repeated after a cut answer': counted.repeats,
      'mails left to a person': counted.uncertain,
    },
    violations,
  }
}
