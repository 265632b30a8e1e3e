import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bareSubject, newText } from './mail-clean.ts'

const asked = 'Dzień dobry,\nczy piec działa po restarcie?\nOla Sadowska'
const marked = asked.replace(/^/gm, '> ')

//  the mail program                         what arrived                                                                                     what the person wrote
const replies: [string, string, string][] = [
  [
    'Thunderbird, Polish, answer above',
    `Tak, działa.\n\nW dniu 20.11.2026 o 15:40, Ola Sadowska pisze:\n${marked}`,
    'Tak, działa.',
  ],
  [
    'Thunderbird, Polish, answer below',
    `W dniu 20.11.2026 o 15:40, Ola Sadowska pisze:\n${marked}\n\nTak, działa.\nDziękuję`,
    'Tak, działa.\nDziękuję',
  ],
  [
    'Thunderbird, English',
    `Yes, it works.\n\nOn 20.11.2026 15:40, Ola Sadowska wrote:\n${marked}`,
    'Yes, it works.',
  ],
  [
    'Gmail, Polish, wrapped announcement',
    `Działa.\n\npt., 20 lis 2026 o 15:40 Ola Sadowska <ola@zuraw.example>\nnapisał(a):\n\n${marked}`,
    'Działa.',
  ],
  [
    'Gmail, English, wrapped announcement',
    `It works.\n\nOn Fri, Nov 20, 2026 at 3:40 PM Żuraw Serwis Sp. z o.o. <\nzuraw-serwis@opiekun.example> wrote:\n\n${marked}`,
    'It works.',
  ],
  [
    'Outlook, Polish letterhead',
    `Nadal nie działa.\n\nOd: Ola Sadowska <ola@zuraw.example>\nWysłano: piątek, 20 listopada 2026 15:40\nDo: Jan Młynarczyk\nTemat: RE: [Z-2431] Piec\n\n${asked}`,
    'Nadal nie działa.',
  ],
  [
    'Outlook, English letterhead with a line',
    `Still broken.\n\n________________________________\nFrom: Ola Sadowska <ola@zuraw.example>\nSent: Friday, November 20, 2026 3:40 PM\nTo: Jan\nSubject: RE: oven\n\n${asked}`,
    'Still broken.',
  ],
  [
    'old Outlook',
    `Nie działa.\n\n-----Original Message-----\nFrom: Ola\nSent: Friday\nTo: Jan\nSubject: Piec\n\n${asked}`,
    'Nie działa.',
  ],
  [
    'old Outlook, Polish',
    `Nie działa.\r\n\r\n-----Wiadomość oryginalna-----\r\nOd: Ola\r\nTemat: Piec\r\n\r\n${asked}`,
    'Nie działa.',
  ],
  [
    'Apple Mail, Polish',
    `Działa, dziękuję.\n\n> Wiadomość napisana przez Ola Sadowska <ola@zuraw.example> w dniu 20 lis 2026, o godz. 15:40:\n>\n${marked}`,
    'Działa, dziękuję.',
  ],
  [
    'Apple Mail, Polish, unmarked head',
    `Działa.\n\nWiadomość napisana przez Ola Sadowska <ola@zuraw.example> w dniu 20 lis 2026, o godz. 15:40:\n\n${asked}`,
    'Działa.',
  ],
  [
    'a Polish portal',
    `Działa.\n\nDnia 20 listopada 2026 15:40 Ola Sadowska <ola@zuraw.example> napisał(a):\n\n${asked}`,
    'Działa.',
  ],
  [
    'a telephone, Polish',
    `Jestem na miejscu, proszę dzwonić.\n\nWysłane z iPhone'a\n\n${marked}`,
    'Jestem na miejscu, proszę dzwonić.',
  ],
  ['a telephone, English', `Call me.\n\nSent from my iPhone`, 'Call me.'],
  [
    'Outlook on a telephone',
    `Proszę dzwonić.\n\nPobierz aplikację Outlook dla systemu Android<https://aka.ms/x>\n________________________________\nOd: Ola Sadowska\nWysłane: piątek\nDo: Jan\nTemat: Piec\n${asked}`,
    'Proszę dzwonić.',
  ],
  [
    'a signature under two dashes',
    `Piec stoi.\n\n-- \nJan Młynarczyk\nPiekarnia Złoty Kłos\ntel. 58 300 00 00`,
    'Piec stoi.',
  ],
  [
    'answers between the questions',
    `> Czy świeci się lampka?\nTak, czerwona.\n> Od kiedy?\nOd rana.\n\n> Pozdrawiam\n> Ola`,
    '> Czy świeci się lampka?\nTak, czerwona.\n> Od kiedy?\nOd rana.',
  ],
  ['nothing but a quote', marked, marked],
  [
    'a date inside an ordinary sentence',
    'W dniu 20.11 piec stanął.\nProszę o przyjazd.',
    'W dniu 20.11 piec stanął.\nProszę o przyjazd.',
  ],
  [
    'a list with dashes',
    'Nie działa:\n- piec\n- waga\n--- pilne ---',
    'Nie działa:\n- piec\n- waga\n--- pilne ---',
  ],
]

for (const [what, arrived, written] of replies) {
  test(`a reply from ${what} is freed of its quotes and signature`, () =>
    assert.equal(newText(arrived, true), written))
}

test('a message that is no reply keeps what it quotes: the sender wants it read', () => {
  const forwarded =
    'Proszę o pomoc.\n\nOd: Portier\nWysłano: piątek\nDo: Jan\nTemat: Brama\n\nBrama się nie otwiera.'
  assert.equal(newText(forwarded, false), forwarded)
})

//  subject                          bare
const subjects: [string, string][] = [
  ['Re: Odp: RE[2]: Piec stoi', 'Piec stoi'],
  ['PD: Fwd: brama', 'brama'],
  ['Rezygnacja', 'Rezygnacja'],
  ['', ''],
]

for (const [subject, bare] of subjects) {
  test(`the subject "${subject}" is bare as "${bare}"`, () => assert.equal(bareSubject(subject), bare))
}
