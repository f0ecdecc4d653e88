/** The sentences under the content manager's fields in Romanian, by the English of `database/content-manager`. */
export const helpInRomanian: Readonly<Record<string, string>> = {
  'Several people of a family may share it.':
    'Mai multe persoane din familie îl pot avea în comun.',
  'Shown wherever the patient is: allergies, medicines, conditions.':
    'Apar oriunde apare pacientul: alergii, medicamente, afecțiuni.',
  'Who pays, when it is somebody else: a parent, a partner.':
    'Cine plătește, dacă este altcineva: un părinte, un partener.',
  'Where the patient usually comes.': 'Unde vine de obicei pacientul.',
  'Messages and forms are in this language.': 'Mesajele și formularele sunt în această limbă.',
  'Patients are never deleted: an archived one is out of the way.':
    'Pacienții nu se șterg niciodată: unul arhivat nu mai apare în liste.',
  'Seen by staff only.': 'Vizibil doar pentru personal.',
  'After the last visit. So long nobody can have them erased.':
    'După ultima vizită. Atât timp nimeni nu le poate șterge.',
  'After the year of the last invoice. So long nobody can have them erased.':
    'După anul ultimei facturi. Atât timp nimeni nu le poate șterge.',
  'Within so many days the clinic answers who asks to be erased.':
    'În atâtea zile clinica răspunde celui care cere ștergerea.',
  'Never change it. The other languages of the same consent have the same key.':
    'Nu o schimbați niciodată. Celelalte limbi ale aceluiași consimțământ au aceeași cheie.',
  'A change makes a new version; who agreed to an older one is shown with that one.':
    'O schimbare face o versiune nouă; cine a acceptat una mai veche apare cu aceea.',
  'What is sent only to those who agree.': 'Ce se trimite doar celor care acceptă.',
  'Off: nobody is asked any more. What was given stays written down.':
    'Nu: nimeni nu mai este întrebat. Ce s-a acceptat rămâne consemnat.',
  'From here on the 72 hours run.': 'De aici curg cele 72 de ore.',
  'Until then the authority wants to hear of it: 72 hours after the discovery.':
    'Până atunci autoritatea trebuie anunțată: 72 de ore de la descoperire.',
  'How many people it touches, as far as is known.':
    'Câte persoane sunt afectate, din câte se știe.',
  'Needed when the authority was told later.':
    'Necesar când autoritatea a fost anunțată mai târziu.',
  'What happened, without names of patients.': 'Ce s-a întâmplat, fără nume de pacienți.',
  'When there is a high risk for them.': 'Când riscul pentru ei este ridicat.',
  'What the data is for.': 'La ce folosesc datele.',
  'Whose data: patients, guardians, staff.': 'Ale cui: pacienți, tutori, personal.',
  'Who gets it: laboratories, insurers, whoever hosts it.':
    'Cine le primește: laboratoare, asigurători, cine le găzduiește.',
  'Countries outside the European Economic Area, and on which grounds.':
    'Țări din afara Spațiului Economic European și pe ce temei.',
  'How long it is kept, and after what it goes.': 'Cât se păstrează și când se șterge.',
  'Kept encrypted. The desk finds the patient by it.':
    'Se păstrează criptat. Recepția găsește pacientul după el.',
  'Kept encrypted, seen by few: what the desk need not know.':
    'Se păstrează criptat, văzut de puțini: ce nu trebuie să știe recepția.',
  'What patients can book with this person.': 'Ce pot programa pacienții la această persoană.',
  'Shown to patients when they choose whom to see.':
    'Apare pacienților când aleg la cine se programează.',
  'Marks this person in the calendar. As #RRGGBB; dark enough to read on white.':
    'Marchează persoana în calendar. Ca #RRGGBB; destul de închisă pentru a se citi pe alb.',
  'Lower numbers stand first.': 'Numerele mai mici stau primele.',
  'Off: no longer works here. Past visits stay.':
    'Nu: nu mai lucrează aici. Vizitele trecute rămân.',
  'Off: only the desk can book visits.': 'Nu: doar recepția poate programa.',
  'Local time of the location. A split shift is two entries.':
    'Ora locală a locației. O tură întreruptă se scrie ca două rânduri.',
  '00:00 is the end of the day.': '00:00 este sfârșitul zilei.',
  'Empty: always.': 'Gol: dintotdeauna.',
  'Empty: always. The last day that counts.': 'Gol: fără sfârșit. Ultima zi care contează.',
  'Off: these hours are closed instead.': 'Nu: în aceste ore este închis.',
  'No visit can be booked from here on.': 'De aici nu se mai poate programa nimic.',
  'Visits can be booked again.': 'De aici se poate programa din nou.',
  'Whom it is for.': 'Pentru cine este.',
  'A location alone closes it for everybody.': 'Doar locația: este închisă pentru toți.',
  'A chair alone is out of use.': 'Doar scaunul: nu se folosește.',
  'On the portal, the panel, messages and invoices.':
    'Pe portal, în panou, în mesaje și pe facturi.',
  'PNG or JPEG, at least 200 pixels wide.': 'PNG sau JPEG, de cel puțin 200 de pixeli lățime.',
  'As #RRGGBB. Where text would not be readable, a darker step is used.':
    'Ca #RRGGBB. Unde textul nu s-ar citi, se folosește o treaptă mai închisă.',
  'Such as Europe/Bucharest.': 'De exemplu Europe/Bucharest.',
  'Languages of the portal, such as ["en", "ro"].': 'Limbile portalului, de exemplu ["en", "ro"].',
  'For patients who have chosen none.': 'Pentru pacienții care nu au ales niciuna.',
  'How teeth are written on the screen. Stored numbers stay FDI.':
    'Cum se scriu dinții pe ecran. Numerele păstrate rămân FDI.',
  'From when patients decide themselves and guardians see their record no more. Empty: the age of the country.':
    'De când pacienții hotărăsc singuri, iar tutorii nu le mai văd fișa. Gol: vârsta din țara clinicii.',
  'As it stands on invoices.': 'Așa cum apare pe facturi.',
  'Invoice numbers begin with it.': 'Cu el încep numerele facturilor.',
  'What the portal says when there is no online payment.':
    'Ce spune portalul când nu există plată online.',
  'The last part of its address on the portal.': 'Ultima parte a adresei sale pe portal.',
  'Such as Europe/Bucharest. Opening hours are in it.':
    'De exemplu Europe/Bucharest. Programul este în acest fus.',
  'A list, such as ["orthodontics", "hygiene"].':
    'O listă, de exemplu ["orthodontics", "hygiene"].',
  'Off: patients no longer see it.': 'Nu: pacienții nu o mai văd.',
  'Some appointment types need a chair of one kind.':
    'Unele servicii au nevoie de un scaun de un anumit fel.',
  'Off: no visit is planned on it.': 'Nu: nu se planifică nicio vizită pe el.',
  'A rule or plugin reads the setting by this name.':
    'O regulă sau un modul citește setarea după acest nume.',
  'In minor units (bani): 12000 = 120,00 lei.': 'În bani: 12000 = 120,00 lei.',
  'How long practitioner and chair are taken.': 'Cât timp sunt ocupați medicul și scaunul.',
  'In the calendar. As #RRGGBB; dark enough to read on white.':
    'În calendar. Ca #RRGGBB; destul de închisă pentru a se citi pe alb.',
  'On: patients book it themselves on the portal.':
    'Da: pacienții îl programează singuri pe portal.',
  'Off: nobody can book it. Past visits stay.':
    'Nu: nimeni nu îl poate programa. Vizitele trecute rămân.',
  'Name and description in the other languages of the clinic.':
    'Numele și descrierea în celelalte limbi ale clinicii.',
  'Only they are offered for it.': 'Doar ei sunt propuși.',
  'Any: every chair of the location will do.': 'Oricare: merge orice scaun al locației.',
  'Time to prepare, not shown to the patient.': 'Timp de pregătire, pe care pacientul nu îl vede.',
  'Time to clean up, not shown to the patient.': 'Timp de curățenie, pe care pacientul nu îl vede.',
  'Times are offered on this grid.': 'Orele se propun din atâtea în atâtea minute.',
  'Patients cannot book later than this.': 'Pacienții nu pot programa mai târziu de atât.',
  'Patients cannot book further ahead.': 'Pacienții nu pot programa mai departe de atât.',
  'Pending → confirmed → arrived → seated → completed; or cancelled, or no-show. Other steps are refused.':
    'Pending (în așteptare) → confirmed (confirmată) → arrived (sosit) → seated (la tratament) → completed (încheiată); sau cancelled (anulată) ori no-show (neprezentat). Alți pași sunt refuzați.',
  'A taken time is refused, whoever books it.':
    'O oră ocupată este refuzată, oricine ar programa-o.',
  'What the patient wrote when booking.': 'Ce a scris pacientul la programare.',
  'Goes into the message to the patient.': 'Intră în mesajul către pacient.',
  'On purpose over another visit. Needs the permission and a reason.':
    'Anume peste altă vizită. Cere permisiunea și un motiv.',
  'Empty: a free one is chosen.': 'Gol: se alege unul liber.',
  'Two digits (FDI), such as 16 for the upper right first molar. Empty: the whole mouth.':
    'Două cifre (FDI), de exemplu 16 pentru primul molar din dreapta sus. Gol: toată gura.',
  'Letters M O D B L F I, such as MOD.': 'Literele M O D B L F I, de exemplu MOD.',
  'Set when the treatment is billed.': 'Se completează când tratamentul este facturat.',
  'Two digits (FDI), such as 16 for the upper right first molar.':
    'Două cifre (FDI), de exemplu 16 pentru primul molar din dreapta sus.',
  'When it was treated or gone. The finding itself stays.':
    'Când a fost tratată sau a dispărut. Constatarea rămâne.',
  'The finding that corrects this one.': 'Constatarea care o corectează pe aceasta.',
  'Drag to reorder. Changes are live at once; answers given before keep their questions.':
    'Trageți pentru a reordona. Modificările se văd imediat; răspunsurile de dinainte își păstrează întrebările.',
  'Shown above the first question.': 'Apare deasupra primei întrebări.',
  'Small letters, digits and dashes. Rules and links refer to it: do not change it. The other languages of the same form have the same key.':
    'Litere mici, cifre și liniuțe. Regulile și linkurile se referă la ea: nu o schimbați. Celelalte limbi ale aceluiași formular au aceeași cheie.',
  'The medical history is sent with each booking.':
    'Istoricul medical se trimite la fiecare programare.',
  'Off: no longer sent.': 'Nu: nu se mai trimite.',
  'Exactly as they were asked.': 'Exact cum au fost puse.',
  'As the patient gave and signed them; they never change.':
    'Cum le-a dat și le-a semnat pacientul; nu se schimbă niciodată.',
  'Given when the invoice is issued, without gaps.': 'Se dă la emiterea facturii, fără goluri.',
  'An issued invoice is never deleted: a wrong one is void.':
    'O factură emisă nu se șterge niciodată: una greșită se anulează.',
  'Printed below the lines.': 'Se tipărește sub rânduri.',
  'Of the bank or the card terminal.': 'A băncii sau a terminalului de card.',
  'Variables in double braces are filled in when it is sent: patient.firstName, patient.lastName, appointment.date, appointment.time, appointment.type, practitioner.name, location.name, location.address, location.phone, clinic.name, form.link, visits.link, cancel.reason, invoice.number, invoice.total, invoice.link, payment.amount.':
    'Variabilele între acolade duble se completează la trimitere: patient.firstName, patient.lastName, appointment.date, appointment.time, appointment.type, practitioner.name, location.name, location.address, location.phone, clinic.name, form.link, visits.link, cancel.reason, invoice.number, invoice.total, invoice.link, payment.amount.',
  'E-mail only. May hold variables too.': 'Doar pentru e-mail. Poate avea și variabile.',
  'Small letters, digits and dashes. Rules and links refer to it: do not change it. Languages and channels of one message share it.':
    'Litere mici, cifre și liniuțe. Regulile și linkurile se referă la ea: nu o schimbați. Limbile și canalele aceluiași mesaj o au în comun.',
  'Off: this message is not sent.': 'Nu: acest mesaj nu se trimite.',
  'Only for "before-appointment".': 'Doar pentru „before-appointment”.',
  'The key of the message template to send.': 'Cheia șablonului de mesaj care se trimite.',
  'Off: the rule sends nothing.': 'Nu: regula nu trimite nimic.',
  'High: in red, before anything else.': 'Ridicată (high): cu roșu, înaintea tuturor.',
  'For radio and checkbox: one choice a line.':
    'Pentru radio și checkbox: câte o variantă pe rând.',
  'A reviewed answer may become an alert of the patient.':
    'Un răspuns verificat poate deveni o alertă a pacientului.',
  'Empty: as they stand here.': 'Gol: așa cum sunt aici.',
  'By the number of the calendar week.': 'După numărul săptămânii din calendar.',
  'On: on these dates only such entries count, holidays or not.':
    'Da: în aceste zile contează doar astfel de rânduri, sărbătoare sau nu.',
  'A piece of equipment alone is out of use.': 'Un echipament singur este scos din uz.',
  'Empty: the practitioner is there for the whole visit. The minutes add up to the duration.':
    'Gol: medicul este prezent toată vizita. Minutele însumează durata.',
  'One piece of each kind must be free.': 'Câte unul din fiecare tip trebuie să fie liber.',
  'Until then patients move and cancel online.': 'Până atunci pacienții mută și anulează online.',
  'Later: refuse asks them to call, allow marks the visit as cancelled late.':
    'Mai târziu: refuse îi roagă să sune, allow marchează vizita ca anulată târziu.',
  'Chosen by the system where the service needs one.': 'Ales de sistem când serviciul cere unul.',
  'Empty: anyone will do.': 'Gol: oricine este potrivit.',
  'Such as ["monday", "friday"]. Empty: any day.':
    'De exemplu ["monday", "friday"]. Gol: orice zi.',
  'The visit that would be moved forward, or that an offer led to.':
    'Vizita care ar fi mutată mai devreme sau la care a dus oferta.',
  'Two letters, such as RO.': 'Două litere, de exemplu RO.',
  'On: closed on the public holidays of the country.':
    'Da: închis de sărbătorile legale ale țării.',
  'Appointment types ask for a kind.': 'Serviciile cer un tip.',
  'Off: no visit is planned with it.': 'Nu: nu se planifică vizite cu el.',
};
