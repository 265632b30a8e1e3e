/**
 * A rule of a price list as a sentence whose values can be edited: text and fields in the
 * order in which they are read. A field says where its value lies in the item, what kind of
 * value it is, and how it is written in this language; the editor makes an input of it.
 */
import type { PriceItem } from '#engines/pricing/price-list.ts'
import type { NamedItem } from '#engines/pricing/sentences.ts'
import { count, date, decimal, list, nb, percent, price, quantity, type Forms } from './format.ts'
import { priceItemName } from './price-item-names.ts'
import type { Lang } from './words.ts'

export const fieldKinds = [
  'price',
  'quantity',
  'whole',
  'minutes',
  'percentBp',
  'percent',
  'date',
  'time',
  'choice',
  'choices',
  'items',
  'names',
  'text',
] as const

export type Field = {
  /** Inside the item: "tiers.steps.0.unitPrice". */
  path: string
  kind: (typeof fieldKinds)[number]
  value: unknown
  text: string
  options?: { value: string; label: string }[]
}
export type Part = string | Field
/** One sentence. */
export type Parts = Part[]

/** Writes the fields of one item in one language. */
export type Fields = ReturnType<typeof fieldsOf>

export function fieldsOf(lang: Lang, item: PriceItem, currency: string, names: readonly NamedItem[]) {
  const field = (
    path: string,
    kind: Field['kind'],
    text: (value: never) => string,
    options?: Field['options'],
    unless?: string | number,
  ): Field => {
    const value = valueAt(item, path)
    const shown = value ?? unless
    const written = shown === undefined ? '' : text(shown as never)
    return { path, kind, value, text: written, ...(options && { options }) }
  }
  const choices = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return {
    price: (path: string) => field(path, 'price', (value: string) => money(lang, value, currency)),
    quantity: (path: string) => field(path, 'quantity', (value: string) => quantity(lang, value)),
    whole: (path: string, unless?: number) =>
      field(path, 'whole', (value: number) => decimal(lang, value), undefined, unless),
    /** The number with its noun. */
    counted: (path: string, forms: Forms) =>
      field(path, 'whole', (value: number | string) => count(lang, Number(value), forms)),
    /** A decimal with its noun: "2,5 godziny". */
    countedQuantity: (path: string, forms: Forms) =>
      field(path, 'quantity', (value: string) => count(lang, Number(value), forms)),
    minutes: (path: string) => field(path, 'minutes', (value: number) => hoursText(value)),
    percentBp: (path: string) => field(path, 'percentBp', (value: number) => percent(lang, value)),
    percent: (path: string) => field(path, 'percent', (value: string) => `${decimal(lang, value)}%`),
    date: (path: string) => field(path, 'date', (value: string) => date(lang, value)),
    time: (path: string, unless: string) =>
      field(path, 'time', (value: string) => value.replace(/^0(?=\d:)/, ''), undefined, unless),
    /** `unless`: what holds where nothing is said. */
    choice: (path: string, labels: Readonly<Record<string, string>>, unless?: string) =>
      field(path, 'choice', (value: string) => labels[value] ?? value, choices(labels), unless),
    choices: (path: string, labels: Readonly<Record<string, string>>) =>
      field(
        path,
        'choices',
        (value: string[]) =>
          list(
            lang,
            value.map((one) => labels[one] ?? one),
          ),
        choices(labels),
      ),
    items: (path: string) =>
      field(path, 'items', (value: string[] | string) => itemNames(lang, value, names)),
    names: (path: string, labels: Readonly<Record<string, string>> = {}) =>
      field(path, 'names', (value: string[]) =>
        list(
          lang,
          value.map((one) => labels[one] ?? one),
        ),
      ),
    text: (path: string, labels: Readonly<Record<string, string>> = {}) =>
      field(path, 'text', (value: string) => labels[value] ?? value),
  }
}

/** Text and fields in order: p`Fee ${f.price('feePrice')}`. */
export function p(texts: TemplateStringsArray, ...fields: Part[]): Parts {
  return texts.flatMap((text, i) => [text, fields[i] ?? '']).filter((one) => one !== '')
}

export function textOf(parts: Parts): string {
  return parts.map((one) => (typeof one === 'string' ? one : one.text)).join('')
}

export function valueAt(item: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], item)
}

function itemNames(lang: Lang, ids: string[] | string, names: readonly NamedItem[]): string {
  const nameOf = (id: string) => {
    const found = names.find(({ itemId }) => itemId === id)
    return found?.name ?? (found?.kind ? priceItemName(lang, found.kind) : id)
  }
  return list(lang, [...new Set((Array.isArray(ids) ? ids : [ids]).map(nameOf))])
}

function money(lang: Lang, value: string, currency: string): string {
  return `${price(lang, value)}${nb}${currency === 'PLN' && lang === 'pl' ? 'zł' : currency}`
}

/** Granted time: "4 h", "30 min", "1 h 30 min". */
export function hoursText(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 && `${h}${nb}h`, (min > 0 || h === 0) && `${min}${nb}min`].filter(Boolean).join(nb)
}
