/**
 * For tests: what a reader finds in a PDF, by poppler's tools. Where they are not installed
 * the tests that need them are skipped with that reason.
 */
import { spawnSync } from 'node:child_process'
import { openPdfPool } from './pdf-pool.ts'

const noPoppler = spawnSync('pdftotext', ['-v']).error !== undefined

export const skipWithoutTypst = openPdfPool().available() ? false : 'Typst is not installed for this platform'
export const skipWithoutReader = skipWithoutTypst || (noPoppler && 'poppler-utils are not installed')

/** The text with single ordinary spaces, in the order of reading. */
export function textOf(pdf: Buffer): string {
  return run('pdftotext', ['-enc', 'UTF-8', '-', '-'], pdf).replaceAll(/\s+/g, ' ')
}

export function pagesOf(pdf: Buffer): number {
  return Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', ['-'], pdf))?.[1])
}

function run(command: string, args: string[], input: Buffer): string {
  const { stdout, status, stderr } = spawnSync(command, args, {
    input,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${command}: ${stderr.toString()}`)
  return stdout.toString('utf8')
}
