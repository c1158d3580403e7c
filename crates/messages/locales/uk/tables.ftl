# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = таблицю не вдалося прочитати
table-too-large = таблиця завелика: дозволено 64 MiB; будь ласка, поділіть її
table-no-text = рядок { $line }: це не текст; дозволено CSV, як його зберігають табличні програми
table-broken-encoding = рядок { $line }: текст не має єдиного кодування від початку до кінця; збережіть як «CSV UTF-8» або назвіть кодування
table-open-quote = рядок { $line }: тут лапки відкривають клітинку й ніде не закриваються
table-text-behind-quote = рядок { $line }: за лапками, що закривають клітинку, яка починається в рядку { $opened }, стоїть текст; чи не бракує там лапок? У лапках лапки пишуть двічі
table-empty = таблиця порожня: перший рядок має називати стовпці, серед них один із назвами
table-unknown-headings = рядок { $line }: зіставлення називає { $count ->
    [one] стовпець
   *[other] стовпці
} { $given }, чого в таблиці немає: є лише { $headings }
table-no-name-column = рядок { $line }: жоден стовпець не містить назв: є лише { $headings }; зіставте, можливо, за допомогою { $example }
table-no-address-columns = рядок { $line }: потрібні вулиця (str), номер будинку (hnr) і дві координати (ost і nord або lon і lat): є лише { $headings }
table-no-workbook = це не книга; збережіть як «Книга Excel (.xlsx)» або «Таблиця OpenDocument (.ods)»
table-old-or-locked = книга має пароль або старий формат Excel; збережіть її без пароля як .xlsx
table-unpacked = розпакована книга завелика: дозволено 256 MiB
table-too-many-cells = у таблиці забагато клітинок: дозволено 4 000 000 у перших 1 000 стовпцях
table-too-many-rows = у таблиці забагато рядків: дозволено 250 000; будь ласка, поділіть її
table-rows-out-of-order = рядок { $line } стоїть під пізнішими; збережіть книгу заново
table-no-sheet = аркуша { $given } немає: є лише { $sheets }
table-missing-part = у книзі бракує частини ({ $part }); відкрийте її в табличній програмі й збережіть заново
table-broken-part = частину книги ({ $part }) не вдається прочитати; відкрийте її в табличній програмі й збережіть заново
table-no-visible-sheet = усі аркуші приховано: назвіть один з них як аркуш: є лише { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } не є кодуванням: дозволено { $allowed }
table-decision-form = { $given } не є рішенням: дозволено ЗНАЧЕННЯ=ЗМІСТ, ЗНАЧЕННЯ=note, ЗАГОЛОВОК:ЗНАЧЕННЯ=ЗМІСТ, row 12=КОРОТКЕ-ІМ’Я (або new, skip), duplicates=new (або entry, skip), conflicts=table (або directory) і unclear=note (або suggestion; ЗАГОЛОВОК:unclear=note)
table-mapping-form = { $given } не зіставляє жодного стовпця: дозволено ЗАГОЛОВОК=ПОЛЕ, ЗАГОЛОВОК=ПОЛЕ+ПОЛЕ і ЗАГОЛОВОК= для стовпця, який пропускають
table-mapping-fields = { $given } не є полем, або ці поля не можуть стояти в одному стовпці: дозволено { $allowed }

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = має { $count ->
    [one] { $count } клітинку
    [few] { $count } клітинки
   *[other] { $count } клітинок
}: дозволено { $allowed }, як у рядку заголовків
table-cells-quoted = { $problem }; клітинка в лапках тягнеться від рядка { $first } до рядка { $last } тексту: чи не бракує там лапок?
table-no-heading = має значення в стовпці без заголовка: там не дозволено нічого
table-no-heading-mapped = має значення в стовпці без заголовка: зіставити за допомогою "{ $column }=ПОЛЕ" або "{ $column }=", якщо воно нічого не означає
table-merged-rows = об’єднано від рядка { $first } до рядка { $last }: дозволено одну клітинку на рядок
table-formula-error = містить помилку { $error } формули: дозволено значення або нічого
table-formula-without-result = містить формулу без результату: відкрийте в табличній програмі й збережіть заново
table-unreadable-sign = містить знак, який не вдається прочитати: впишіть його з джерела
table-control-character = містить керівний символ { $sign }: дозволено літери, знаки й розриви рядків
table-flag = { $given } не є ні «так», ні «ні»: дозволено ja, nein, x, true, false, yes, no
table-degrees = { $given } не є координатою: дозволено градуси у вигляді 7,1553 і метри (ETRS89/UTM) у вигляді 371675,78
table-postcode-digits = { $given } має { $count ->
    [one] { $count } цифру
    [few] { $count } цифри
   *[other] { $count } цифр
}: дозволено 5
table-postcode-letter = { $given } має літеру на місці цифри: дозволено 5 цифр
table-name-lost = { $given } під час збереження втратило всі літери: впишіть назву з джерела
table-name-without-letters = { $given } не має літер: дозволено назви
table-value-unknown = { $given } невідоме: вирішити за допомогою { $decision }
table-value-unclear = { $given } неясне, можливо, { $candidates }: вирішити за допомогою { $decision }
table-far-place = { $given } далеко за межами всіх районів: вирішити за допомогою "{ $value }=yes", якщо так і задумано, інакше "{ $value }=note"
table-other-kind = { $given } стоїть у таблиці для { $kind }: дозволено лише { $kind }
table-version = не є версією: дозволено число з експорту або нічого
table-letters-lost = { $given } під час збереження втратило літери: збережіть як «CSV UTF-8» або книгу
table-conflict = змінено з обох боків: у таблиці { $mine }, { $theirs }; вирішити за допомогою { $decision }
table-conflict-entered = { $name } { $day } вписано { $value }
table-conflict-now = зараз там { $value }

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = { $given } під час збереження, можливо, втратило літеру
table-in-note = { $given } стоїть у нотатці
table-not-taken = не взято, стоїть у нотатці: { $given }
table-comment = примітка до клітинки, стоїть у нотатці: { $given }
table-state = { $given }, каже таблиця: { $effect }
table-effect-draft = лишається чернеткою
table-effect-archived = буде архівовано
table-effect-published = буде опубліковано
table-effect-public = запис опубліковано, і він лишається таким, доки його не архівують або не відкличуть у консолі
table-effect-withdrawn = стає чернеткою і більше не опублікований
table-effect-past = запис архівовано, і він лишається таким
table-place-withheld = { $reason ->
    [forbidden] не має бути публічним, каже таблиця
    [home] є приватним житлом, каже таблиця
   *[doubt] каже щось незрозуміле, що може називати приватне житло
}: { $shown ->
    [quarter] показано лише район
    [hidden] місце приховано
   *[note] адреса стоїть лише в нотатці
}
table-contact-withheld = не має бути публічним, каже таблиця: { $value } стоїть лише в нотатці
table-draft-forbidden = не можна публікувати, каже таблиця: { $effect }
table-draft-contact = { $contacts } може належати особі: { $effect }; якщо все в цій колонці належить об’єднанням, призначте її (Telefon=phone, E-Mail=email)
table-draft-doubtful = таблиця каже щось про осіб, житло або таємне, що слід прочитати: { $effect }
table-draft-no-consent = таблиця не каже, чи можна це публікувати: { $effect }
table-draft-bare = не має нічого, крім назви, можливо, це заголовок розділу: { $effect }
table-draft-over = таблиця каже, що цього вже немає або воно призупинене: { $effect }, будь ласка, перевірте
table-several-boroughs = { $city } називає кілька округів: район не взято
table-problem-not-taken = { $problem }; не взято, стоїть у нотатці
table-problem-in-note = { $problem }; стоїть у нотатці
table-repaired = { $given } зрозуміло як { $meant }
table-persons = зрозуміло як контактну особу, лише внутрішньо: { $given }; публічним нічого з цього не стане, доки хтось не впише
table-lost-prefix = { $given }, мабуть, втратило нуль або плюс на початку: { $meant }
table-further-values = інші стоять у нотатці: { $values }
table-beside-person = { $value } стоїть поруч з особою і вважається її: лише внутрішньо
table-day-taken = { $given } не називає дня: зрозуміло як { $day }
table-day-in-future = { $given } ({ $day }) у майбутньому й стоїть у нотатці
table-no-day = { $given } не вдається зрозуміти як день, стоїть у нотатці
table-no-hours = { $given } не вдається зрозуміти як години, стоїть у нотатці
table-vague = { $given } не називає нічого, що можна було б вписати
table-name-link = назва веде туди: { $address }
table-address-district = { $name } в адресі зрозуміло як район: { $slug }
table-address-other-district = в адресі стоїть { $name }, взято { $slug }
table-postcode-elsewhere = { $given } не є індексом цієї місцевості ({ $area }…): будь ласка, перевірте
table-heading-doubtful = у рядку { $line } вище стоїть { $heading }, індекси нижче цьому суперечать: не взято, будь ласка, перевірте
table-heading-elsewhere = заголовок вище називає район, адреса { $city }: не взято
table-far = далеко за межами всіх районів
table-far-decided = далеко за межами всіх районів, як вирішено
table-far-check = далеко за межами всіх районів: будь ласка, перевірте
table-other-quarter = лежить радше в { $nearest }, ніж у { $named }, як каже таблиця: будь ласка, перевірте
table-conflict-noted = { $given } стоїть у нотатці: змінено з обох боків

# What there is to know of a table as a whole.
table-weekdays = Стовпці днів тижня є годинами роботи: { $headings }.
table-broken-signs = { $count ->
    [one] { $count } знак не вдається прочитати, перший у рядку { $line }: клітинки названо нижче.
    [few] { $count } знаки не вдається прочитати, перший у рядку { $line }: клітинки названо нижче.
   *[other] { $count } знаків не вдається прочитати, перший у рядку { $line }: клітинки названо нижче.
}
table-encoding = Прочитано як { $encoding }.
table-encoding-unsure = Прочитано як { $encoding }, без певності: перевірте назви з особливими літерами.
table-several-tables = На аркуші кілька таблиць: заголовки в рядку { $lines } чинні для рядків під ними.
table-rows-not-read = Проміжні заголовки, суми й виноски не читаються: рядок { $lines }.
table-joined-names = Під назвою в тій самій клітинці стоять контакти, їх так і прочитано: рядок { $lines }.
table-month-first = У стовпці { $heading } місяць стоїть перед днем.
table-quarters-and-boroughs = Стовпець { $heading } називає й райони: назви, що є і тим, і тим, там { $level ->
    [quarters] райони
   *[boroughs] округи
}; інакше за допомогою { $mapping }.
table-sheet-passed = На аркуші { $passed } немає таблиці: читається аркуш { $sheet }.
table-further-sheets = Інші аркуші: { $sheets }.
table-hidden-sheets = Приховані аркуші не читаються: { $sheets }.
table-sheet-read = Читається аркуш { $sheet }; є також: { $sheets }.
table-answers = Відповіді «так» чи «ні», але незрозуміло на що: { $headings }. Можливо, там сказано, що може бути публічним: доки хтось не зіставить стовпець з тим, що в ньому (також «note» або нічого), нові записи лишаються чернетками.
table-sections = Заголовки розділів чинні для рядків під ними до наступного порожнього: рядок { $lines }.
table-sections-unused = Заголовки розділів, не чинні для жодного рядка: рядок { $lines }.
table-metres = Координати в метрах (ETRS89/UTM) перераховано в градуси ({ $count }).
table-exchanged-degrees = Довгота й широта в усіх рядках стоять у стовпці одна одної і читаються навпаки.
table-merged-cells = Об’єднані клітинки чинні для кожного свого рядка ({ $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[other] { $count } разів
}).
table-hidden-columns = Приховані стовпці теж читаються ({ $count }): { $columns }.
table-hidden-rows = Приховані рядки теж читаються ({ $count }): { $lines }.
table-ditto = "dito" і "wie oben" означають клітинку вище: рядок { $lines }.
table-comments = Примітки до клітинок стоять у нотатках своїх рядків, лише внутрішньо: рядок { $lines }.
table-comments-left = Ці примітки не належать до жодного запису й не взяті: рядок { $comments }.
table-unknown-columns = Невідомі стовпці не читаються: { $headings }.
table-unused-decisions = Ці рішення не стосуються нічого в таблиці: { $decisions }.
table-unknown-meanings = Цих значень немає, або вони не однозначні: { $meanings }.
table-older-rows = { $count ->
    [one] { $count } рядок показує
    [few] { $count } рядки показують
   *[other] { $count } рядків показують
} давнішу версію: що в них не змінено, лишається, як є зараз.
table-no-versions = Без стовпця "version" не видно, що інші змінили після експорту: це буде перезаписано.
table-heading-line = Заголовки стоять у рядку { $line }; що вище, не читається.
table-no-names = Жоден стовпець не містить назв: зіставте, який саме.
table-venue = { $given } зрозуміло як будинок або вхід біля { $street }
