import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawSegments, segmentsOf, timelineLabels, type Segment } from './timeline.ts'

const at = (text: string) => Date.parse(`2026-11-${text}:00+01:00`)
const story: Segment[] = [
  { kind: 'counted', fromMs: at('20T15:40'), toMs: at('20T17:00') },
  { kind: 'closed', fromMs: at('20T17:00'), toMs: at('23T08:00') },
  { kind: 'counted', fromMs: at('23T08:00'), toMs: at('23T08:20') },
  { kind: 'paused', fromMs: at('23T08:20'), toMs: at('23T09:05') },
  { kind: 'counted', fromMs: at('23T09:05'), toMs: at('23T10:42') },
  { kind: 'left', fromMs: at('23T10:42'), toMs: at('23T11:25') },
]
const way = { lang: 'pl', zone: 'Europe/Warsaw', nowMs: at('23T10:42'), nowWord: 'teraz' } as const
const narrow = (text: string) => text.length * 0.018

test('a whole weekend takes a tenth of the bar', () => assert.equal(drawSegments(story)[1]?.share, 0.1))
test('the segments fill the bar', () =>
  assert.equal(
    drawSegments(story)
      .reduce((sum, s) => sum + s.share, 0)
      .toFixed(6),
    '1.000000',
  ))
test('equal minutes have equal widths', () => {
  const [a, , b] = drawSegments([story[0]!, story[1]!, { ...story[0]!, kind: 'left' }])
  assert.equal(a?.share, b?.share)
})
test('many closed nights share three tenths', () => {
  const nights = Array.from({ length: 6 }, (_, i) => [
    { ...story[0]!, fromMs: i },
    { ...story[1]!, fromMs: i },
  ]).flat()
  assert.ok(
    Math.abs(
      drawSegments(nights)
        .filter((s) => s.kind === 'closed')
        .reduce((sum, s) => sum + s.share, 0) - 0.3,
    ) < 1e-9,
  )
})
test('start, the new day, now and the deadline are named', () => {
  const labels = timelineLabels(drawSegments(story), way, narrow).map((l) => l.text.replaceAll('\u00a0', ' '))
  assert.deepEqual(labels.toSorted(), ['11:25', 'pon. 8:00', 'pt. 15:40', 'teraz 10:42'])
})
test('where there is no room, now and the deadline stay', () => {
  const labels = timelineLabels(drawSegments(story), way, (text) => text.length * 0.06)
  assert.deepEqual(
    labels.map((l) => l.what),
    ['due', 'now'],
  )
})
test('a clock of the server is cut at the present', () => {
  const stretches = [
    { from: '2026-11-23T08:00:00+01:00', to: '2026-11-23T11:25:00+01:00', kind: 'counted' as const },
    {
      from: '2026-11-23T11:25:00+01:00',
      to: '2026-11-24T08:00:00+01:00',
      kind: 'closed' as const,
      why: { code: 'outside_hours' },
    },
  ]
  const segments = segmentsOf({ stretches }, at('23T10:42'), (s) => (s.why ? 'poza godzinami' : undefined))
  assert.deepEqual(
    segments.map((s) => [s.kind, s.toMs, s.words]),
    [
      ['counted', at('23T10:42'), undefined],
      ['left', at('23T11:25'), undefined],
      ['closed', at('24T08:00'), 'poza godzinami'],
    ],
  )
})
test('what was fulfilled is shown until then', () => {
  const stretches = [{ from: at('20T15:40'), to: at('20T16:40'), kind: 'counted' as const }]
  assert.deepEqual(segmentsOf({ stretches, metAt: at('20T15:58') }, at('23T10:42')), [
    { kind: 'counted', fromMs: at('20T15:40'), toMs: at('20T15:58') },
  ])
})
