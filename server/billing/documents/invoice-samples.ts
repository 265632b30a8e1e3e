/** Printed documents of the demo's story, for the tests: November of the bakery, its correction, a long one. */
import type { InvoiceDocument } from './invoice-document.ts'
import { transferCodeText } from './transfer-code.ts'

const account = '61109010140000071219812874'

const seller = {
  name: 'Żuraw Serwis Sp. z o.o.',
  address: ['ul. Stągiewna 9, 80-750 Gdańsk'],
  taxId: 'NIP 583 301 42 07',
}
const buyer = {
  name: 'Piekarnia Złoty Kłos Sp. z o.o.',
  address: ['ul. Młyńska 4, 80-850 Gdańsk'],
  taxId: 'NIP 957 111 22 33',
}

export const bakeryInvoice: InvoiceDocument = {
  language: 'pl',
  kind: 'invoice',
  number: 'FV/92/11/2026',
  issuedOn: '2026-11-30',
  issued: '30.11.2026',
  sold: '30.11.2026',
  brand: { name: 'Żuraw Serwis', tagline: 'opieka IT, drukarki, klimatyzacja', initials: 'ŻS' },
  seller,
  buyer,
  contract: 'UM/2026/041, aneks 1',
  period: '1–30 listopada 2026',
  ksef: {
    state: 'reported',
    number: '5833014207-20261130-1A2B3C4D5E6F-7A',
    codeText:
      'https://qr-test.ksef.mf.gov.pl/invoice/5833014207/30-11-2026/UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE',
  },
  lines: [
    {
      position: '1',
      name: 'Abonament serwisowy, listopad 2026',
      note: '§ 7.1 umowy, pełny miesiąc',
      quantity: '1',
      unit: 'mies.',
      unitPrice: '1 200,00',
      net: '1 200,00',
      rate: '23%',
      vat: '276,00',
      gross: '1 476,00',
    },
    {
      position: '2',
      name: 'Zgłoszenia ponad pakiet: 13 − 10 = 3',
      note: '§ 7.2 umowy: Z-2431, Z-2455, Z-2471',
      quantity: '3',
      unit: 'szt.',
      unitPrice: '85,00',
      net: '255,00',
      rate: '23%',
      vat: '58,65',
      gross: '313,65',
    },
  ],
  totals: {
    rates: [{ rate: '23%', net: '1 455,00 zł', vat: '334,65 zł', gross: '1 789,65 zł' }],
    net: '1 455,00 zł',
    vat: '334,65 zł',
    gross: '1 789,65 zł',
  },
  toPay: '1 789,65 zł',
  inWords: 'jeden tysiąc siedemset osiemdziesiąt dziewięć złotych 65/100',
  payment: {
    due: '14.12.2026',
    account,
    transferTitle: 'FV/92/11/2026',
    codeText: transferCodeText({
      nip: '5833014207',
      account,
      amountGrosze: 178965,
      name: 'Żuraw Serwis Sp. z o.o.',
      title: 'FV/92/11/2026',
    }),
  },
  splitPayment: false,
  explanation: {
    squares: [{ inside: 10, over: 3, notCounted: 1 }],
    sentences: [
      '13 zgłoszeń: 10 w abonamencie, 3 ponad pakiet; 1 z naszego błędu, nieliczone.',
      '3 h 20 min u klienta z 4 h w abonamencie, bez dopłaty.',
    ],
  },
  appendix: {
    title: 'Załącznik: praca w listopadzie 2026',
    announcement: 'dalej załącznik: praca w listopadzie',
    groups: [
      {
        heading: '1. Abonament serwisowy: 10 zgłoszeń w pakiecie',
        note: 'Liczy się kolejność zgłoszeń w miesiącu (§ 7.2 umowy).',
        work: [
          {
            ref: 'Z-2389',
            date: '2.11',
            subject: 'Kasa nr 2 nie drukuje paragonów',
            person: 'Piotr Wójcik',
            amount: '35 min',
            bin: 'inside',
            binText: '1. z 10',
          },
          {
            ref: 'Z-2394',
            date: '3.11',
            subject: 'Brak dostępu do poczty na laptopie kierowniczki sklepu przy ul. Długiej',
            person: 'Kuba Szymański',
            amount: '20 min',
            bin: 'inside',
            binText: '2. z 10',
          },
          {
            ref: 'Z-2402',
            date: '5.11',
            subject: 'Klimatyzacja w piekarni: wyciek',
            person: 'Tomek Dąbrowski',
            amount: '1 h 20 min',
            bin: 'inside',
            binText: '3. z 10',
          },
          {
            ref: 'Z-2407',
            date: '6.11',
            subject: 'Błąd po naszej aktualizacji',
            person: 'Kuba Szymański',
            amount: '15 min',
            bin: 'not_counted',
            binText: 'nasz błąd, nie liczy się',
          },
        ],
      },
      {
        heading: '2. Zgłoszenia ponad pakiet: 13 − 10 = 3',
        work: [
          {
            ref: 'Z-2431',
            date: '20.11',
            subject: 'Drukarka etykiet gubi sieć',
            person: 'Piotr Wójcik',
            amount: '1 szt.',
            bin: 'over',
            binText: 'ponad abonament',
            price: '85,00',
          },
          {
            ref: 'Z-2455',
            date: '24.11',
            subject: 'Nowe stanowisko w biurze',
            person: 'Basia Nowak',
            amount: '1 szt.',
            bin: 'over',
            binText: 'ponad abonament',
            price: '85,00',
          },
          {
            ref: 'Z-2471',
            date: '27.11',
            subject: 'Waga nie łączy się z kasą',
            person: 'Piotr Wójcik',
            amount: '1 szt.',
            bin: 'over',
            binText: 'ponad abonament',
            price: '85,00',
          },
        ],
        total: '3 × 85,00 = 255,00 zł netto',
      },
    ],
    proof:
      '14 zgłoszeń = 10 w abonamencie + 3 ponad pakiet + 1 nieliczone. To wszystkie, żadne nie zostało pominięte.',
  },
  footer: 'Żuraw Serwis Sp. z o.o., KRS 0000812345, Sąd Rejonowy Gdańsk-Północ, kapitał 50 000 zł',
}

export const bakeryCorrection: InvoiceDocument = {
  ...bakeryInvoice,
  kind: 'correction',
  number: 'KOR/3/12/2026',
  issuedOn: '2026-12-07',
  issued: '7.12.2026',
  sold: undefined,
  ksef: { state: 'not_reported' },
  lines: [],
  totals: {
    rates: [{ rate: '23%', net: '−85,00', vat: '−19,55', gross: '−104,55' }],
    net: '−85,00 zł',
    vat: '−19,55 zł',
    gross: '−104,55 zł',
  },
  toPay: '104,55 zł',
  toPayIs: 'returned',
  inWords: 'sto cztery złote 55/100',
  explanation: {
    sentences: ['Zgłoszenie Z-2471 wynikło z naszego błędu i nie liczy się do pakietu.'],
  },
  appendix: undefined,
  payment: { due: '21.12.2026', account: undefined },
  correction: {
    of: [
      {
        number: 'FV/92/11/2026',
        issued: '30.11.2026',
        ksefNumber: '5833014207-20261130-1A2B3C4D5E6F-7A',
      },
    ],
    reason: 'zgłoszenie Z-2471 wycofano z rozliczenia',
    before: { lines: [bakeryInvoice.lines[1]!], totals: bakeryInvoice.totals },
    after: {
      lines: [
        {
          ...bakeryInvoice.lines[1]!,
          name: 'Zgłoszenia ponad pakiet: 12 − 10 = 2',
          note: '§ 7.2 umowy: Z-2431, Z-2455',
          quantity: '2',
          net: '170,00',
          vat: '39,10',
          gross: '209,10',
        },
      ],
      totals: {
        rates: [{ rate: '23%', net: '1 370,00', vat: '315,10', gross: '1 685,10' }],
        net: '1 370,00 zł',
        vat: '315,10 zł',
        gross: '1 685,10 zł',
      },
    },
  },
}

/** Forty lines, two rates, long names, split payment, offline: everything that may go over a page. */
export const longInvoice: InvoiceDocument = {
  ...bakeryInvoice,
  number: 'FV/ZURAW-POMORZE/000093/11/2026',
  ksef: {
    state: 'offline',
    codeText:
      'https://qr-test.ksef.mf.gov.pl/invoice/5833014207/30-11-2026/UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE',
    certificateCodeText: `https://qr-test.ksef.mf.gov.pl/certificate/Nip/5833014207/5833014207/01F20A5D352AE590/UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE/${'Yk0x'.repeat(21)}`,
  },
  buyer: {
    name: 'Wspólnota Mieszkaniowa przy ul. Księżnej Dąbrówki i św. Błażeja w Gdańsku-Wrzeszczu Górnym',
    address: ['ul. Księżnej Dąbrówki 117a lok. 4', '80-250 Gdańsk'],
    taxId: 'NIP 957 111 22 33',
  },
  recipient: { name: 'Zarząd Nieruchomości Źródło', address: ['ul. Łąkowa 5', '80-743 Gdańsk'] },
  lines: Array.from({ length: 40 }, (_, at) => ({
    position: String(at + 1),
    name:
      at % 7 === 0
        ? 'Konserwacja centrali wentylacyjnej z wymianą filtrów i czyszczeniem wymiennika krzyżowego w budynku głównym'
        : `Przegląd urządzenia nr ${at + 1}`,
    quantity: '1',
    unit: 'szt.',
    unitPrice: '1 234,50',
    discount: at === 3 ? '10,00' : undefined,
    net: at === 3 ? '1 224,50' : '1 234,50',
    rate: at % 5 === 0 ? '8%' : '23%',
  })),
  totals: {
    rates: [
      { rate: '23%', net: '39 494,00', vat: '9 083,62', gross: '48 577,62' },
      { rate: '8%', net: '9 876,00', vat: '790,08', gross: '10 666,08' },
    ],
    net: '49 370,00',
    vat: '9 873,70',
    gross: '59 243,70',
  },
  settlement: [{ label: 'Zapłacono zaliczkę FZ/4/10/2026', amount: '−10 000,00' }],
  toPay: '49 243,70 zł',
  inWords: 'czterdzieści dziewięć tysięcy dwieście czterdzieści trzy złote 70/100',
  splitPayment: true,
  remarks: ['metoda kasowa'],
  payment: {
    due: '14.12.2026',
    account,
    bank: 'Bank w Gdańsku',
    transferTitle: 'FV/ZURAW-POMORZE/000093/11/2026',
  },
}
