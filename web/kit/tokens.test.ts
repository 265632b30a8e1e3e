import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokens, type Token } from './tokens.ts'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

//  text                 on                  at least
const readable: readonly (readonly [Token, Token, number])[] = [
  ['ink', 'surface', 7],
  ['ink', 'canvas', 7],
  ['ink2', 'surface', 7],
  ['ink2', 'canvas', 6],
  ['ink3', 'surface', 5],
  ['ink3', 'canvas', 4.5],
  ['ink3', 'sunken', 4.5],
  ['ink3', 'selected', 4.5],
  ['brand', 'surface', 4.5],
  ['brand', 'canvas', 4.5],
  ['on-brand', 'brand-fill', 4.5],
  ['on-brand', 'brand-fill-hover', 4.5],
  ['soft-ink', 'soft', 4.5],
  ['soft-ink', 'soft2', 4.5],
  ['soft-ink', 'soft2-hover', 4.5],
  ['note-ink', 'note', 4.5],
  ['ink2', 'note', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['danger', 'canvas', 4.5],
  ['calm', 'calm-ground', 7],
  ['watch', 'watch-ground', 7],
  ['urgent', 'urgent-ground', 5],
  ['overdue', 'overdue-ground', 6],
  ['paused', 'paused-ground', 7],
  ['met', 'met-ground', 8],
  ['avatar-1-ink', 'avatar-1', 4.5],
  ['avatar-2-ink', 'avatar-2', 4.5],
  ['avatar-3-ink', 'avatar-3', 4.5],
  ['avatar-4-ink', 'avatar-4', 4.5],
  ['avatar-5-ink', 'avatar-5', 4.5],
  ['avatar-6-ink', 'avatar-6', 4.5],
  ['field', 'raised', 3],
  ['field', 'surface', 3],
]

for (const [scheme, index] of [
  ['light', 0],
  ['dark', 1],
] as const) {
  for (const [text, ground, least] of readable) {
    test(`${scheme}: ${text} can be read on ${ground} (${least}:1)`, () => {
      const found = contrast(tokens[text][index], tokens[ground][index])
      assert.ok(found >= least, `${found.toFixed(2)}:1`)
    })
  }
}
