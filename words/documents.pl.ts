/** Documents of contracts: own templates, sending to be signed, the page behind the link, scans that come back. */
import { bytes, count, longDate } from './format.ts'

type ToSign = {
  company: string
  number: string
  client: string
  what: 'original' | 'amendment' | 'correction'
  link: string
  until: string
  byClick: boolean
  message: string | undefined
}
type Accepted = { company: string; number: string; name: string; email: string }

const pages = (n: number): string => count('pl', n, { one: 'strona', few: 'strony', many: 'stron' })

export const documentsPl = {
  mails: {
    toSign: ({ company, number, client, what, link, until, byClick, message }: ToSign) => ({
      subject: `${what === 'amendment' ? 'Aneks do umowy' : 'Umowa'} ${number} do ${byClick ? 'akceptacji' : 'podpisu'} – ${company}`,
      body: `Dzień dobry,\n\n${message ? `${message}\n\n` : ''}przesyłamy ${what === 'amendment' ? 'aneks do umowy' : 'umowę'} ${number} dla: ${client}. Dokument jest w załączniku, można go też otworzyć tutaj:\n\n${link}\n\n${
        byClick
          ? 'Na tej stronie można zaakceptować dokument jednym kliknięciem albo przesłać podpisany skan.'
          : 'Na tej stronie można przesłać podpisany skan albo plik z podpisem elektronicznym.'
      } Odsyłacz jest ważny do ${until} i przeznaczony tylko dla adresata tej wiadomości.\n\nW razie pytań prosimy odpisać na tę wiadomość.\n\n${company}\n`,
    }),
    acceptedCopy: ({ company, number, name }: Accepted) => ({
      subject: `Umowa ${number} – potwierdzenie akceptacji`,
      body: `Dzień dobry,\n\ndokument ${number} został zaakceptowany: ${name}. W załącznikach przesyłamy jego treść i potwierdzenie akceptacji. Prosimy je zachować.\n\n${company}\n`,
    }),
    acceptedNotice: ({ number, name, email, link }: Accepted & { link: string }) => ({
      subject: `Umowa ${number}: zaakceptowana przez klienta`,
      body: `Dzień dobry,\n\ndokument ${number} został zaakceptowany: ${name} (${email}). Potwierdzenie jest w załączniku i przy umowie:\n\n${link}\n`,
    }),
  },
  /** The printed record; always Polish, like the contract. */
  record: {
    title: 'Potwierdzenie akceptacji',
    subtitle: (number: string) => `umowa nr ${number}`,
    said: ({ client, company }: { client: string; company: string }) =>
      `Klient (${client}) zaakceptował w formie dokumentowej opisany niżej dokument, przesłany przez Wykonawcę (${company}).`,
    document: 'Dokument',
    version: 'Wersja',
    validFrom: 'Obowiązuje od',
    fingerprint: 'Skrót warunków',
    code: 'Kod na stronach',
    sha256: 'Skrót pliku (SHA-256)',
    people: 'Kto i kiedy zaakceptował',
    at: 'Czas',
    email: 'Odsyłacz wysłano na adres',
    address: 'Adres w sieci',
    program: 'Program',
    notSaid: 'nie podano',
    meaning:
      'Akceptacja nastąpiła przez kliknięcie na stronie otwartej odsyłaczem przeznaczonym tylko dla podanego adresu. Skrót pliku pozwala sprawdzić, że zachowany dokument jest tym, który zaakceptowano.',
    footer: ({ fingerprint, code }: { fingerprint: string; code: string }) =>
      `Potwierdzenie akceptacji · skrót ${fingerprint} · kod ${code}`,
  },
  /** Words of the paper, beside those of the contract itself; always Polish. */
  paper: {
    warrantyWindow: (time: string) =>
      `Po upływie ${time} od zakończenia nową wiadomość traktuje się jako nowe Zgłoszenie.`,
    endsOnMessage: {
      yes: 'wstrzymanie kończy wiadomość Klienta',
      no: 'wiadomość Klienta nie kończy wstrzymania',
    },
    ofFees: (share: string) => `${share} opłat za okres`,
    creditPriorities: (list: string) => ` (priorytety: ${list})`,
    creditFor: {
      miss: ({ target, whose }: { target: string; whose: string }) =>
        `za każde Zgłoszenie, w którym nie dotrzymano terminu „${target}”${whose}`,
      startedHour: ({ target, whose }: { target: string; whose: string }) =>
        `za każdą rozpoczętą godzinę przekroczenia terminu „${target}”${whose}`,
      startedPoint: ({ target, whose }: { target: string; whose: string }) =>
        `za każdy rozpoczęty punkt procentowy poniżej progu dotrzymania terminu „${target}”${whose}`,
    },
    creditThreshold: (share: string) => `, próg: ${share}`,
    creditMost: (most: string) => `, najwyżej ${most} za Zgłoszenie`,
    creditNone: 'kwoty nie uzgodniono',
    indexation: (index: string) => `Raz w roku ceny zmieniają się o wskaźnik za rok poprzedni: ${index}.`,
    indexationFrom: (year: number) => `Pierwsza zmiana następuje w roku ${year}.`,
    indexationFloor: (share: string) => `Zmiana wynosi co najmniej ${share}.`,
    indexationNoCap: 'wartości wskaźnika',
    monthNames: [
      'styczeń',
      'luty',
      'marzec',
      'kwiecień',
      'maj',
      'czerwiec',
      'lipiec',
      'sierpień',
      'wrzesień',
      'październik',
      'listopad',
      'grudzień',
    ],
    anyDay: 'ze skutkiem w dniu jego upływu',
    siteAddress: 'według wykazu w Panelu',
    bandsSaid: 'Pory i mnożniki podano w pkt 1 przy każdej stawce.',
    poolsSaid: 'zasady przenoszenia podano w pkt 1 przy każdej puli.',
  },
  nav: { templates: 'Wzory dokumentów', scans: 'Skany umów' },
  templates: {
    title: 'Wzory dokumentów',
    lead: 'Umowy i aneksy drukujemy na wbudowanym wzorze albo na Twoim pliku DOCX z polami w klamrach.',
    builtIn: 'Wzór wbudowany',
    builtInHint: 'Pełna umowa z załącznikami: SLA, cennik, przykłady, wykazy, dane osobowe.',
    add: 'Dodaj własny wzór',
    addTitle: 'Własny wzór DOCX',
    kind: 'Czego dotyczy wzór',
    kinds: { contract: 'Umowa', amendment: 'Aneks' },
    name: 'Nazwa wzoru',
    file: 'Plik DOCX',
    fileHint:
      'Pola wpisuj w klamrach, na przykład {klient_nazwa}. Wiersz tabeli powtórzysz przez {#poziomy} i {/poziomy}.',
    check: 'Sprawdź',
    checking: 'Sprawdzam wzór…',
    keep: 'Zachowaj wzór',
    kept: 'Wzór zachowany.',
    fit: 'Wzór jest w porządku.',
    unfit: 'Wzór wymaga poprawek',
    used: (n: number) => `Rozpoznane pola: ${n}`,
    pages: (n: number) => `Z przykładowym klientem: ${pages(n)}`,
    noOffice: 'Na tym serwerze nie ma LibreOffice: dokument będzie plikiem DOCX, bez PDF.',
    advised: 'Brakuje pól, które zwykle są potrzebne',
    typed: 'Te zdania wpisano ręcznie i nie zmienią się razem z warunkami',
    ownMark: 'Skrót i kod są w stopce wzoru; obok dodamy kod do odczytu przez skaner.',
    addedMark: 'Stopkę ze skrótem, kodem i numerem strony dodamy na każdej stronie.',
    problems: {
      unknown: ({ tag, suggestion }: { tag: string; suggestion?: string }) =>
        suggestion ? `Nie znamy pola {${tag}}. Może chodzi o {${suggestion}}?` : `Nie znamy pola {${tag}}.`,
      outside_loop: ({ tag, loop }: { tag: string; loop?: string }) =>
        `Pole {${tag}} działa tylko wewnątrz {#${loop ?? ''}}…{/${loop ?? ''}}.`,
      list_as_value: ({ tag }: { tag: string }) =>
        `{${tag}} to lista. Otwórz ją przez {#${tag}} i zamknij przez {/${tag}}.`,
      tag_open: ({ tag }: { tag: string }) => `Klamra przy „${tag}” nie jest zamknięta.`,
      tag_unopened: ({ tag }: { tag: string }) => `Przy „${tag}” jest klamra, która nic nie zamyka.`,
      loop_open: ({ tag }: { tag: string }) => `Lista {#${tag}} nie jest zamknięta przez {/${tag}}.`,
      loop_unopened: ({ tag }: { tag: string }) => `{/${tag}} zamyka listę, której nie otwarto.`,
      loop_crossed: ({ tag }: { tag: string }) => `Listy przy „${tag}” zachodzą na siebie.`,
      loop_misplaced: ({ tag }: { tag: string }) =>
        `Lista „${tag}” zaczyna się w innym miejscu tabeli niż się kończy.`,
      other: ({ tag }: { tag: string }) => `Pola „${tag}” nie da się odczytać.`,
    },
    placeholders: 'Wszystkie pola',
    placeholdersHint: 'Naciśnij nazwę, żeby ją skopiować, i wklej do swojego pliku.',
    show: 'Pokaż',
    hide: 'Ukryj',
    insideLoop: (loop: string) => `wewnątrz {#${loop}}…{/${loop}}`,
    empty: 'Nie ma jeszcze własnych wzorów.',
    default: 'domyślny',
    makeDefault: 'Ustaw jako domyślny',
    makeBuiltIn: 'Wróć do wzoru wbudowanego',
    sample: 'Obejrzyj z przykładowym klientem',
    download: 'Pobierz plik',
    archived: 'Wzór jest w archiwum. Umowy już wydrukowane się nie zmieniają.',
    added: ({ day, name }: { day: string; name: string }) => `dodano ${day}, ${name}`,
    choose: 'Wzór dokumentu',
    chooseDefault: 'domyślny firmy',
  },
  sending: {
    title: 'Wyślij do podpisu',
    to: 'Adresy e-mail',
    toHint: 'Każdy adres dostanie własny odsyłacz. Kilka adresów rozdziel przecinkiem.',
    message: 'Wiadomość (niekonieczna)',
    byClick: 'Umowa ma formę dokumentową: klient może ją zaakceptować kliknięciem.',
    bySignature: 'Umowa wymaga podpisu: klient odeśle skan albo plik z podpisem elektronicznym.',
    send: 'Wyślij',
    sent: 'Wysłano do podpisu.',
    again: 'Wcześniejsze odsyłacze przestaną działać.',
  },
  documents: {
    title: 'Dokumenty',
    version: (n: number) => `Wersja ${n}`,
    kinds: { original: 'umowa', amendment: 'aneks', correction: 'korekta' },
    open: 'Otwórz dokument',
    print: 'Drukuj',
    send: 'Wyślij do podpisu',
    upload: 'Prześlij skan',
    signedFile: 'Podpisany plik',
    hash: (sha: string) => `SHA-256 ${sha}`,
    states: {
      draft: 'szkic',
      sent: (day: string) => `wysłana ${day}`,
      signed: (day: string) => `podpisana ${day}`,
      unsigned: 'bez podpisu',
    },
    requests: 'Wysłano do',
    request: {
      opened: (when: string) => `otwarto ${when}`,
      notOpened: 'jeszcze nie otwarto',
      accepted: ({ name, when }: { name: string; when: string }) => `zaakceptowano: ${name}, ${when}`,
      withdrawn: 'zastąpiono nowszym odsyłaczem',
      expired: (day: string) => `odsyłacz wygasł ${day}`,
    },
    scans: 'Skany, które wróciły',
  },
  scans: {
    title: 'Skany umów',
    lead: 'Podpisane skany trafiają do swojej wersji po kodzie na stronach. Tu czeka to, czego program nie rozstrzygnął.',
    drop: 'Upuść tu podpisane skany albo wybierz pliki',
    dropHint: 'PDF, JPEG albo PNG; kilka zdjęć to kolejne strony jednej umowy.',
    signedOn: 'Data podpisu',
    send: 'Odczytaj',
    uploading: 'Przesyłam…',
    empty: 'Żaden skan nie czeka.',
    emptyHint: 'Każdy przesłany skan znalazł swoją umowę.',
    waiting: 'Do rozstrzygnięcia',
    done: 'Rozstrzygnięte',
    states: {
      reading: 'Odczytuję kody…',
      matched: 'Dołączony',
      unreadable: 'Nie odczytano kodu',
      incomplete: 'Niekompletny',
      refused: 'Odrzucony',
      dismissed: 'Odłożony',
    },
    matchedTo: ({ number, version }: { number: string; version: number }) =>
      `umowa ${number}, wersja ${version}`,
    allPages: (n: number) => `Są wszystkie strony (${n}).`,
    somePages: ({ found, of }: { found: number; of: number }) =>
      `Odczytano ${found} z ${count('pl', of, { one: 'strony', few: 'stron', many: 'stron' })}.`,
    missing: (list: string) => `Brakuje stron: ${list}.`,
    unread: (n: number) =>
      `${count('pl', n, { one: 'strona', few: 'strony', many: 'stron' })} bez czytelnego kodu.`,
    unreadableWhy: 'Na żadnej stronie nie ma czytelnego kodu. Obejrzyj skan i wskaż umowę.',
    incompleteWhy:
      'Kod należy do tej wersji, ale nie ma wszystkich stron. Prześlij całość albo potwierdź, że tak ma zostać.',
    confirm: 'Potwierdź',
    confirmTitle: 'Do której umowy należy ten skan?',
    confirmIncomplete: 'Przyjąć niekompletny skan?',
    contract: 'Umowa',
    versionOf: 'Wersja',
    confirmed: 'Skan dołączony.',
    dismiss: 'Odłóż',
    dismissed: 'Skan odłożony. Pliki zostają.',
    file: 'Otwórz plik',
    received: ({ when, name }: { when: string; name: string }) => `${when}, ${name}`,
    byLink: 'klient, przez odsyłacz',
    signatures: 'Podpisy w pliku',
    signature: ({ signer, when }: { signer: string; when: string | null }) =>
      when ? `${signer}, ${when}` : signer,
    signatureNote: 'Tak podaje sam plik. Ważności podpisu nie sprawdzamy.',
    signatureChanged: 'po tym podpisie plik jeszcze zmieniono',
    unnamed: 'podpis bez nazwiska',
    size: (n: number) => bytes('pl', n),
  },
  sign: {
    page: 'Umowa do podpisu',
    title: ({ kind, number }: { kind: 'original' | 'amendment' | 'correction'; number: string }) =>
      kind === 'amendment' ? `Aneks do umowy ${number}` : `Umowa ${number}`,
    between: ({ company, client }: { company: string; client: string }) => `${company} dla: ${client}`,
    from: (day: string) => `Obowiązuje od ${longDate('pl', day)}`,
    open: 'Otwórz dokument',
    size: (n: number) => bytes('pl', n),
    fingerprint: (print: string) => `skrót warunków ${print}`,
    acceptTitle: 'Akceptacja',
    name: 'Imię i nazwisko',
    position: 'Stanowisko (niekonieczne)',
    agree: ({ client }: { client: string }) =>
      `Znam treść dokumentu i akceptuję ją w\u00a0imieniu: ${client}`,
    accept: 'Akceptuję',
    keeps: 'Zapiszemy imię i nazwisko, czas, adres w sieci i skrót pliku.',
    or: 'albo prześlij podpisany dokument',
    needsSignature: 'Ta umowa wymaga podpisu',
    needsSignatureHint:
      'Podpisz wydruk i zrób skan lub zdjęcia wszystkich stron, albo podpisz plik PDF podpisem elektronicznym.',
    choose: 'Wybierz pliki',
    chosen: (n: number) => count('pl', n, { one: 'plik', few: 'pliki', many: 'plików' }),
    signedOn: 'Data podpisu',
    bring: 'Prześlij podpisany dokument',
    done: 'Dziękujemy. Dokument zaakceptowany.',
    doneWhy: ({ name, when, email }: { name: string; when: string; email: string }) =>
      `${name}, ${when}. Potwierdzenie wysłaliśmy na adres ${email}.`,
    expired: 'Ten odsyłacz stracił ważność',
    changed: 'Ten dokument zmieniono po wysłaniu',
    askAgain: ({ name }: { name: string }) => `O nowy odsyłacz poproś: ${name}.`,
    scan: {
      reading: 'Dokument dotarł. Odczytujemy kody na stronach…',
      matched: 'Dziękujemy. Podpisany dokument dołączono do umowy.',
      unreadable: 'Dziękujemy. Dokument obejrzy człowiek; nic więcej nie trzeba robić.',
      incomplete:
        'Dokument dotarł, ale brakuje w nim stron. Obejrzy go człowiek; można też przesłać całość jeszcze raz.',
      refused: 'Tego pliku nie możemy przyjąć.',
      dismissed: 'Poprosimy o przesłanie dokumentu jeszcze raz.',
    },
    again: 'Prześlij inny plik',
    contact: 'Pytania',
    language: 'English',
  },
}
