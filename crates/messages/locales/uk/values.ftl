# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = дозволено: { $allowed }
value-meant = { $problem }; можливо, ідеться про { $meant }?
value-given = { $problem }, вказано { $given }
value-web-address = { $given } не є вебадресою: дозволено повні адреси з http:// або https://, без імені користувача й пароля
value-web-address-meant = { $given } не є вебадресою: мабуть, ідеться про { $meant }
value-email-address = { $given } не є електронною адресою: дозволено вигляд name@example.org
value-email-address-meant = { $given } не є електронною адресою: мабуть, ідеться про { $meant }
value-phone-number = { $given } не є номером телефону: дозволено від 5 до 15 цифр або 110, 112, 115, + на початку, пробіли та ( ) / - .
value-osm = { $given } не є об’єктом OpenStreetMap: дозволено node/…, way/… і relation/… з номером або його адресу
value-wikidata = { $given } не є елементом Вікіданих: дозволено Q з номером або його адресу
value-language = { $given } не є позначкою мови: дозволено позначки BCP 47 щонайбільше з 16 знаків, як-от "de", "tr", "kmr" або "de-simple"
value-language-twice = мову { $language } вказано двічі
value-slug = { $given } не є коротким ім’ям: дозволено від 1 до 100 малих літер a-z і цифр, слова з’єднано одним дефісом, рівні — однією крапкою
value-word = { $given } не є { $vocabulary ->
    [an-organisation-kind] видом організації
    [an-institution-kind] видом установи
    [a-network-kind] видом мережі
    [a-legal-form] правовою формою
    [a-target-group] цільовою групою
    [a-field-of-action] напрямом діяльності
    [a-kind-of-wheelchair-access] видом доступу для крісел колісних
    [an-aid-to-accessibility] засобом доступності
    [a-time-of-day] порою дня
    [a-precision] ступенем точності
    [a-link-kind] видом зв’язку
    [a-link-status] станом зв’язку
    [a-basis-of-a-link] основою зв’язку
    [a-visibility] видимістю
    [an-offer-kind] видом пропозиції
    [an-availability] станом доступності місць
    [a-way-to-register] способом реєстрації
    [a-role] роллю
    [a-way-of-giving-consent] способом надання згоди
    [a-kind] видом
    [a-type] типом
    [a-feature] ознакою
    [a-table-of-synonyms] таблицею синонімів
   *[other] тут дозволеним словом
}: дозволено { $allowed }
value-longitude = довгота { $given } не на Землі: дозволено від -180 до 180 градусів
value-latitude = широта { $given } не на Землі: дозволено від -90 до 90 градусів
value-day = { $given } не є днем: дозволено РРРР-ММ-ДД
value-local-time = { $given } не є місцевим часом: дозволено РРРР-ММ-ДДTгг:хх або РРРР-ММ-ДДTгг:хх:сс, без часового поясу
value-instant = { $given } не є моментом часу: дозволено РРРР-ММ-ДДTгг:хх:ссZ, з часовим поясом
value-school-holiday = { $given } не є ПЕРШИЙ-ДЕНЬ/ОСТАННІЙ-ДЕНЬ одних шкільних канікул, як-от "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } не записано як години роботи, як-от "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = довше за { $allowed ->
    [one] дозволений { $allowed } байт
    [few] дозволені { $allowed } байти
   *[other] дозволені { $allowed } байтів
}
hours-dash = проміжок пишуть зі звичайним дефісом (-), а не з тире
hours-uhr = час пишуть як 09:00-18:00, без "Uhr"
hours-half-days = час іде від 00:00 до 24:00, без am і pm
hours-bare = час має хвилини й звичайний дефіс між ними, як у 07:00-18:00
hours-unfinished = після останнього { $sign } бракує правила
hours-quotation-mark = бракує лапок
hours-no-rule = { $part } не є правилом; примітки стоять у лапках
hours-part-no-rule = його частина не є правилом; примітки стоять у лапках
hours-unreadable = не читається ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } не є правилом повторення за RFC 5545, як-от "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = довше за { $allowed ->
    [one] дозволений { $allowed } байт
    [few] дозволені { $allowed } байти
   *[other] дозволені { $allowed } байтів
}
recurrence-no-part = { $part } не має вигляду NAME=VALUE
recurrence-unknown-part = частини { $part } немає
recurrence-repeated-part = { $part } вказано двічі
recurrence-no-frequency = бракує FREQ
recurrence-too-fine = FREQ={ $given } повторюється частіше ніж щодня; дозволено DAILY, WEEKLY, MONTHLY і YEARLY
recurrence-unknown-frequency = FREQ={ $given }: дозволено DAILY, WEEKLY, MONTHLY і YEARLY
recurrence-value = { $part }={ $given }: дозволено { $allowed }
recurrence-two-ends = COUNT і UNTIL не можуть стояти разом
recurrence-combination = { $part } не може стояти в правилі з FREQ={ $frequency }
recurrence-positions-of-nothing = BYSETPOS потребує ще однієї частини BY…
recurrence-too-many-times = BYHOUR, BYMINUTE і BYSECOND дають { $given ->
    [one] { $given } початок
    [few] { $given } початки
   *[other] { $given } початків
} на день; дозволено { $allowed }

# Boundaries of districts.
boundary-type = геометрія типу { $given } не має внутрішньої частини: дозволено Polygon і MultiPolygon
boundary-empty = геометрія порожня: дозволено щонайменше один багатокутник із зовнішнім кільцем
boundary-too-short = coordinates{ $ring }: кільце має { $positions ->
    [one] { $positions } точку
    [few] { $positions } точки
   *[other] { $positions } точок
}: дозволено щонайменше 4, остання дорівнює першій
boundary-open = coordinates{ $ring }: кільце не замкнене: його остання точка має дорівнювати першій
boundary-crossing = coordinates{ $ring }: кільце перетинає { $other } біля довготи { $longitude }, широти { $latitude }: дозволено кільця, що сходяться щонайбільше в окремих точках
boundary-crossing-itself = саме себе
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: отвір лежить поза кільцем, отвором якого має бути
boundary-too-large = coordinates: більше ніж { $positions } точок і { $rings } кілець: спростіть межу
boundary-too-intricate = coordinates{ $at }: забагато довгих ребер лежить поруч: спростіть межу
boundary-not-a-list = coordinates{ $at }: не список: дозволено замкнені кільця з точок, спершу довгота
boundary-too-deep = coordinates: забагато вкладених списків
boundary-incomplete = coordinates{ $at }: точці потрібні довгота й широта
boundary-off-the-earth = coordinates{ $at }: { $reason } (межу записують у градусах WGS84, спершу довгота)

# What stands in a JSON file in place of a value.
json-unknown-word = невідоме слово `{ $given }`, дозволено { $allowed }
json-unknown-field = невідоме поле `{ $field }`, дозволено { $allowed }
json-duplicate-field = повторене поле `{ $field }`
json-wrong-type = неправильний вид значення: { $found }, дозволено { $expected }
json-wrong-value = неправильне значення: { $found }, дозволено { $expected }
json-wrong-length = неправильна довжина { $found }, дозволено { $expected }
json-unreadable = не читається: { $reason }
json-null = null
json-boolean = логічне значення `{ $given }`
json-integer = ціле число `{ $given }`
json-decimal = десяткове число `{ $given }`
json-string = текст { $given }
json-list = список
json-object = об’єкт
json-expected-text = текст
json-expected-boolean = true або false
json-expected-number = число
json-expected-whole-number = ціле число від 0 до { $most }
json-expected-list = список
json-expected-positions = списки точок
json-expected-object = об’єкт
json-expected-geometry = геометрія GeoJSON типу Polygon або MultiPolygon
json-expected-feature = Feature формату GeoJSON
json-expected-properties = об’єкт щонайменше зі slug
json-expected-word = слово
json-expected-texts = об’єкт від позначки мови до тексту, як-от { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } стоїть над собою: дозволено дерево, без кіл
file-coordinate-system = { $given } — інша система координат: дозволено WGS84, спершу довгота (RFC 7946)
file-precision-without-place = не втримати без довготи й широти та без відомого району: дозволено додати їх або не вказувати нічого

# Why a file as a whole cannot be read.
file-unread = файл не вдалося прочитати
file-not-utf8 = рядок { $line }, байт { $byte }: файл не в UTF-8; збережіть його як UTF-8
file-not-json = рядок { $line }, стовпець { $column }: не JSON: { $reason }
file-cut-off = рядок { $line }, стовпець { $column }: файл обривається посередині; мабуть, його обрізано
file-entry-too-large = рядок { $line }: запис більший за дозволені { $allowed } байтів
file-too-many-lists = рядок { $line }: запис має більше за дозволені { $allowed } списків і точок
file-format = format — { $given }: дозволено { $allowed }
file-scope = scope — { $given }: дозволено { $allowed } або нічого
file-version = version — { $given }: дозволено { $allowed }
file-no-format = немає format: дозволено { $allowed }
file-no-version = немає version: дозволено { $allowed }
file-unknown-section = рядок { $line }: розділу { $given } немає: дозволено { $allowed }
file-repeated = рядок { $line }: { $given } стоїть двічі
file-wrong-shape = рядок { $line }, стовпець { $column }: { $reason }
file-no-collection = type — { $given }: дозволено "FeatureCollection" зі списком об’єктів
file-points = його об’єкти — точки ({ $kind }), як в експортах організацій: дозволено межі районів, Polygon або MultiPolygon
