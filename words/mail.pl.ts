/** Words of incoming mail: what became of a message, mailboxes, and what we add to its text. */
export const mailPl = {
  withoutSubject: '(bez tematu)',
  withoutText: '(wiadomość bez treści)',
  unreadable: 'Tej wiadomości nie udało się odczytać w całości. Oryginał jest zachowany.',
  notStored: (names: string) => `Nie zapisano załączników (są w oryginale wiadomości): ${names}`,
  outcomes: {
    ticket: 'nowe zgłoszenie',
    message: 'dopisana do rozmowy',
    note: 'notatka wewnętrzna',
    broken: 'uszkodzona, czeka w poczekalni',
    autoReply: 'automatyczna odpowiedź, nic nie zmieniła',
    automatic: 'wiadomość automatyczna, nic nie zmieniła',
    bounce: 'zwrot niedoręczonej wiadomości',
    loop: 'nasza własna wiadomość, która wróciła',
    failed: 'nie udało się przyjąć, oryginał zachowany',
  },
  mailboxReasons: {
    refused: 'serwer odrzucił nazwę użytkownika lub hasło',
    no_folder: 'nie ma takiego folderu',
    no_answer: 'serwer nie odpowiada pod tym adresem i portem',
    no_tls: 'nie udało się nawiązać szyfrowanego połączenia',
    other: 'serwer zakończył połączenie',
  },
} as const
