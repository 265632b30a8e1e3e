/** Structured logs without personal data: ids, codes and counts; never addresses, names or texts. */
import { pino, type Logger as Pino } from 'pino'

export type Logger = Pino

export function openLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    redact: {
      paths: [
        'email',
        '*.email',
        'password',
        '*.password',
        'authorization',
        'cookie',
        '*.cookie',
        'to',
        '*.to',
      ],
      censor: '…',
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
