/** An amount in words, as invoices say it: "jeden tysiąc czterysta pięćdziesiąt pięć złotych 00/100". */
import { plural } from './format.ts'
import type { Lang } from './words.ts'

export function amountInWords(lang: Lang, grosze: number): string {
  const zlotys = Math.floor(Math.abs(grosze) / 100)
  const rest = `${String(Math.abs(grosze) % 100).padStart(2, '0')}/100`
  const sign = grosze < 0 ? 'minus ' : ''
  if (lang === 'en') return `${sign}${numberEn(zlotys)} ${zlotys === 1 ? 'zloty' : 'zlotys'} ${rest}`
  return `${sign}${numberPl(zlotys)} ${plural('pl', zlotys, { one: 'złoty', few: 'złote', many: 'złotych' })} ${rest}`
}

const onesPl = [
  '',
  'jeden',
  'dwa',
  'trzy',
  'cztery',
  'pięć',
  'sześć',
  'siedem',
  'osiem',
  'dziewięć',
  'dziesięć',
  'jedenaście',
  'dwanaście',
  'trzynaście',
  'czternaście',
  'piętnaście',
  'szesnaście',
  'siedemnaście',
  'osiemnaście',
  'dziewiętnaście',
]
const tensPl = [
  '',
  '',
  'dwadzieścia',
  'trzydzieści',
  'czterdzieści',
  'pięćdziesiąt',
  'sześćdziesiąt',
  'siedemdziesiąt',
  'osiemdziesiąt',
  'dziewięćdziesiąt',
]
const hundredsPl = [
  '',
  'sto',
  'dwieście',
  'trzysta',
  'czterysta',
  'pięćset',
  'sześćset',
  'siedemset',
  'osiemset',
  'dziewięćset',
]
const scalesPl = [
  undefined,
  { one: 'tysiąc', few: 'tysiące', many: 'tysięcy' },
  { one: 'milion', few: 'miliony', many: 'milionów' },
  { one: 'miliard', few: 'miliardy', many: 'miliardów' },
]

export function numberPl(n: number): string {
  if (n === 0) return 'zero'
  return groupsOf(n)
    .map(({ group, scale }) => {
      const forms = scalesPl[scale]
      return forms ? `${belowThousandPl(group)} ${plural('pl', group, forms)}` : belowThousandPl(group)
    })
    .join(' ')
}

function belowThousandPl(n: number): string {
  const rest = n % 100
  const small = rest < 20 ? [onesPl[rest]] : [tensPl[Math.floor(rest / 10)], onesPl[rest % 10]]
  return [hundredsPl[Math.floor(n / 100)], ...small].filter(Boolean).join(' ')
}

const onesEn = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tensEn = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scalesEn = ['', 'thousand', 'million', 'billion']

export function numberEn(n: number): string {
  if (n === 0) return 'zero'
  return groupsOf(n)
    .map(({ group, scale }) => [belowThousandEn(group), scalesEn[scale]].filter(Boolean).join(' '))
    .join(' ')
}

function belowThousandEn(n: number): string {
  const rest = n % 100
  const small =
    rest < 20 ? onesEn[rest] : [tensEn[Math.floor(rest / 10)], onesEn[rest % 10]].filter(Boolean).join('-')
  const hundreds = n >= 100 ? `${onesEn[Math.floor(n / 100)]} hundred` : ''
  return [hundreds, small].filter(Boolean).join(hundreds && small ? ' and ' : '')
}

/** 1 234 567 → 1 million, 234 thousand, 567. */
function groupsOf(n: number): { group: number; scale: number }[] {
  const groups: { group: number; scale: number }[] = []
  for (let scale = 0, rest = n; rest > 0; scale++, rest = Math.floor(rest / 1000))
    if (rest % 1000 > 0) groups.unshift({ group: rest % 1000, scale })
  return groups
}
