# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = Спершу увійдіть: потрібна роль { $needed }.
refusal-role-too-low = Потрібна роль { $needed }; ви увійшли як { $had }.
refusal-second-factor-first = Спершу налаштуйте або введіть другий фактор.
refusal-read-only-token = Цей токен дозволяє лише читати.
refusal-wrong-secret = Дані неправильні.
refusal-not-yours = Учасники змінюють лише записи власного об’єднання.
refusal-not-found = Такого запису немає (більше немає).
refusal-conflict = Запис тим часом змінено: редагування почалося з версії { $expected }, збережено { $found }.
refusal-conflict-by = Запис тим часом змінили { $authors }: редагування почалося з версії { $expected }, збережено { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = Ви підтвердили й іншу сторону: назвіть підставу, наприклад лист або протокол, або нехай та сторона підтвердить сама.
refusal-database-busy = Нічого не записано: інша програма саме пише в базу даних або блокує її. Спробуйте ще раз за мить.
refusal-erased = Цю особу видалено: створіть нову контактну особу.
refusal-review-needed = Цю зміну спершу переглядає редакція: подайте її як пропозицію.
refusal-account-exists = Обліковий запис із цією електронною адресою вже є.
refusal-clock = Нічого не записано: годинник сервера неправильний. Повідомте тих, хто ним опікується.

# Accounts and passwords.
password-too-short = Пароль закороткий: потрібно щонайменше { $least ->
    [one] { $least } знак
    [few] { $least } знаки
   *[other] { $least } знаків
}.
password-too-long = Пароль задовгий: дозволено щонайбільше { $most ->
    [one] { $most } знак
    [few] { $most } знаки
   *[other] { $most } знаків
}.
password-common = Цей пароль надто поширений; краще кілька випадкових слів.
password-like-email = Пароль складається з електронної адреси або імені.
password-guessable = Пароль надто легко вгадати, наприклад відоме слово, ім’я чи дата з кількома знаками; краще кілька випадкових слів.
account-own = Власний обліковий запис так не змінити: попросіть про це іншу особу з адміністрації.
account-no-mail-server = Листи не надсилаються: у файлі налаштувань бракує [mail] та [http] origin.
account-no-second-factor = Другого фактора немає.
account-no-second-factor-offered = Немає другого фактора для підтвердження.
account-second-factor-required = Адміністрації тут потрібен другий фактор.
account-second-factor-exists = Другий фактор уже є; спершу його треба вилучити.
account-disabled = Обліковий запис заблоковано.
account-no-role = Громадськості обліковий запис не потрібен: дозволено partner, member, editor, admin.
account-only-for-members = Лише ті, хто має роль організації (member), говорять від імені організацій і можуть вважатися довіреними.
account-too-many-invitations = За 24 години можливо щонайбільше { $allowed ->
    [one] { $allowed } запрошення
    [few] { $allowed } запрошення
   *[other] { $allowed } запрошень
} і { $same } на ту саму адресу. Спробуйте пізніше або запитайте установу.
problem-token-days = це { $given }: дозволено від 1 до { $most }
problem-person-name = дозволено ім’я людини в одному рядку, без веб- чи електронної адреси

# Proposals of the public.
proposals-client = Без входу ми приймаємо з одного підключення щонайбільше { $allowed ->
    [one] { $allowed } пропозицію
    [few] { $allowed } пропозиції
   *[other] { $allowed } пропозицій
} на годину; наступну через { $minutes } хв.
proposals-entry = Щодо цього запису вже { $allowed ->
    [one] { $allowed } пропозиція чекає
    [few] { $allowed } пропозиції чекають
   *[other] { $allowed } пропозицій чекають
} на редакцію, більше не приймаємо; спробуйте пізніше.
proposals-queue = На редакцію вже { $allowed ->
    [one] чекає { $allowed } пропозиція
    [few] чекають { $allowed } пропозиції
   *[other] чекають { $allowed } пропозицій
}, більше не приймаємо; спробуйте пізніше.
proposals-storage = Наразі немає місця для нових пропозицій; спробуйте пізніше.
proposals-closed = Щодо цієї пропозиції вже вирішено.
proposals-archive-answer = Відповідь на лист-нагадування: цей запис слід архівувати.

# States in which something cannot be done.
state-already-archived = Запис уже в архіві.
state-theme-retired = Тему вже виведено з ужитку.
state-district-retired = Район уже виведено з ужитку.
state-not-retired = Це не виведено з ужитку.
state-not-restorable = Попередні версії контактних осіб не повертаються.
state-nothing-to-restore = Ця версія не каже нічого іншого, ніж сьогоднішня; місце запису не повертається.
state-nothing-to-purge = Жодна попередня версія не каже в цьому полі нічого іншого, ніж сьогоднішня.
state-still-said = Поле «{ $field }» сьогоднішньої версії ще це каже. Спершу змініть там.
state-already-published = Запис уже опубліковано.
state-archived = Запис в архіві: спершу відновіть його.
state-no-step = Останню зміну цього запису так не скасувати. Попередні версії — в історії.
state-merge-archived = Архівні записи не об’єднуються.
state-not-archived = Запис не в архіві.
state-merged = Запис об’єднано з іншим. Це можна скасувати в переліку повторів.
state-merge-undone = Це об’єднання вже скасовано.
state-merged-since = Сам запис тим часом об’єднано: спершу скасуйте це.
state-synonyms-changed = Слова тим часом змінив хтось інший.
state-site-texts-changed = Тексти тим часом змінив хтось інший.
state-measure-changed = Захід тим часом змінено: завантажте знову й спробуйте ще раз.
state-no-consent = Тут немає чинної згоди.
state-link-status = Це неможливо, поки зв’язок «{ $status }».
state-already-confirmed = Ця сторона вже підтвердила зв’язок.

# What is wrong with a change.
problem-theme-levels = теми мають два рівні: вище може стояти лише тема першого, нижче — жодна
problem-district-levels = місто, округ, район: вище завжди стоїть вищий рівень
problem-replacement-theme-level = стоїть на другому рівні й не може прийняти теми під цією
problem-replacement-district-level = стоїть не на вищому рівні, ніж райони нижче
problem-not-changeable = не є полем, яке тут можна змінити
problem-silent-words = складається лише зі слів, які в запитанні нічого не кажуть
problem-measure-future = у майбутньому: записують те, що відбулося
problem-measure-before = раніше за { $year } рік: так далеко назад нічого не записують
problem-too-much = забагато: дозволено щонайбільше { $most }
problem-funder-website = не є вебадресою: дозволено адреси на зразок https://www.land.example.org
problem-logo-bytes = завелике: дозволено { $most } КБ
problem-logo-pixels = завелике: дозволено { $most ->
    [one] { $most } піксель
    [few] { $most } пікселі
   *[other] { $most } пікселів
} завширшки й заввишки
problem-logo-format = не є зображенням, яке можна показати: дозволено PNG і JPEG
problem-field-of-other-kind = не відповідає запису: дозволено лише поле його виду
problem-base64 = не є Base64 (RFC 4648)
problem-beside-text = стоїть поруч із text: дозволено одне з двох
problem-not-importable = тут не можна імпортувати
problem-file-name = не має відомого розширення: дозволено .json (каталог), .csv, .xlsx і .ods (організації), .geojson (райони)
problem-day-until-today = день до сьогодні
problem-unreadable-here = тут не читається

# What a field asks of its value; each goes on behind "allowed:".
form-line = текст
form-texts = текст кожною мовою, як-от { $example }
form-slug = від 1 до 100 малих літер a-z і цифр, слова з’єднано одним дефісом
form-id = ідентифікатор або коротке ім’я
form-web-address = повна адреса з http:// або https://, без імені й пароля
form-email-address = вигляд name@example.org
form-phone-number = від 5 до 15 цифр, + на початку, пробіли та ( ) / -
form-opening-hours = запис OpenStreetMap, як-от Mo-Fr 09:00-17:00; PH off
form-language = позначка мови BCP 47, як-от tr або kmr
form-free-places = від 1 до { $most ->
    [one] { $most } місця
   *[other] { $most } місць
}
form-day = день на зразок 2026-05-31
form-time = день і час на зразок 2026-05-31T18:00:00
form-recurrence = правило за RFC 5545, як-от FREQ=WEEKLY;BYDAY=TU
form-place = longitude від -180 до 180, latitude від -90 до 90 і precision: exact, street, quarter або hidden
form-position = longitude від -180 до 180 і latitude від -90 до 90
form-boundary = замкнені кільця в градусах (WGS 84)
form-address = street, postcode, city, extra, кожне — текст
form-osm = node/…, way/… або relation/… з номером, або адреса в OpenStreetMap
form-wikidata = Q з номером або адреса у Вікіданих
form-age = від 0 до { $most ->
    [one] { $most } року
   *[other] { $most } років
}
form-yes-no = так або ні (true, false)
form-number = ціле число від 0
form-district-level = city, borough або quarter
form-person = value і visibility
form-kept = без зміни в цьому місці
form-consent-language = позначка BCP 47 на зразок tr

# Tables of words for the search.
words-unknown-table = { $name } не є таблицею слів: дозволено { $allowed }
words-too-large = { $name } завеликий: дозволено { $allowed ->
    [one] { $allowed } байт
    [few] { $allowed } байти
   *[other] { $allowed } байтів
}
words-unknown-column = { $name }, рядок 1: { $column } тут не стовпець: дозволено перший із записами, { $allowed }
words-line = { $name }, рядок { $line }: { $reason }
words-too-many-cells = має { $given ->
    [one] { $given } клітинку
    [few] { $given } клітинки
   *[other] { $given } клітинок
}: дозволено { $allowed }
words-not-a-number = { $column } не є числом: { $given }
words-unknown-key = { $key } не належить до записів цієї таблиці
import-too-many-problems = має { $count ->
    [one] { $count } помилку
    [few] { $count } помилки
   *[other] { $count } помилок
}, забагато, щоб показати рядок за рядком; далі перші
