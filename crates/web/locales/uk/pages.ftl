# Навколо кожної сторінки
skip-to-content = Перейти до змісту
preview-title = Попередній перегляд:
preview-text = Так громадськість побачила б цей запис. Таємного тут немає. Цю сторінку може відкрити лише редакція.
nav-label = Головне меню
nav-search = Пошук
nav-coverage = Чого бракує?
nav-cooperation = Співпраця
nav-suggest = Запропонувати зміну
nav-imprint = Вихідні дані
nav-privacy = Захист даних
footer-label = Інші сторінки
funders-label = Фінансування
language-label = Вибрати мову
read-in-this-language = Читати цю сторінку українською
data-licence = Дані за ліцензією { $licence }
data-as-of = Станом на { $date }
crumbs-label = Рівнем вище

# Числа, дні, години
metres = { $number } м
kilometres = { $number } км
date = { $day } { $month } { $year } р.
date-with-weekday = { $weekday }, { $date }
date-with-time = { $date }, { $time }
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
month-alone-1 = Січень
month-alone-2 = Лютий
month-alone-3 = Березень
month-alone-4 = Квітень
month-alone-5 = Травень
month-alone-6 = Червень
month-alone-7 = Липень
month-alone-8 = Серпень
month-alone-9 = Вересень
month-alone-10 = Жовтень
month-alone-11 = Листопад
month-alone-12 = Грудень
month-with-year = { $month } { $year }
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = нд
time-range = { $time }
date-range = { $from } – { $until }
entries = { $count ->
    [one] { $count } запис
    [few] { $count } записи
    [many] { $count } записів
   *[other] { $count } запису
}
results = { $count ->
    [0] Нічого не знайдено
    [one] { $count } запис
    [few] { $count } записи
    [many] { $count } записів
   *[other] { $count } запису
}
results-others = Організації не знайдено, але:
partners = { $count ->
    [one] { $count } зв’язок
    [few] { $count } зв’язки
    [many] { $count } зв’язків
   *[other] { $count } зв’язку
}
more = ще { $count }

# Слова
theme = Тема
themes = Теми
languages = Мови спілкування
target-groups = Для кого
only-in-german = лише німецькою
in-plain-language = Простою мовою
only-in = лише цією мовою: { $language }
hours-today = Сьогодні:
hours-otherwise = в інший час:
closed = зачинено
closed-now = Зараз зачинено
closed-today = Сьогодні зачинено
hours-from-time = від { $time }
hours-from-date = З { $date }
ask-first = Спитайте заздалегідь
opens-at = відчиняється о { $time }
opens-on = { $day }: відчиняється о { $time }
hours-nth = { $weekday }, { $n }-й раз на місяць
hours-last = { $weekday }, останній раз на місяць
hours-nth-last = { $weekday }, { $n }-й раз від кінця місяця
hours-nth-several = { $weekday }, { $ordinals } раз на місяць
hours-ordinal = { $n }-й
hours-ordinal-last = останній
hours-and = { $first } і { $second }
hours-always = цілодобово
hours-daily = щодня
hours-as-written = Як записано:
hours-sun = { $event ->
    [dawn] світанок
    [dusk] сутінки
    [sunrise] схід сонця
   *[sunset] захід сонця
}
hours-sun-before = за { $n } хв до { $event ->
    [dawn] світанку
    [dusk] сутінків
    [sunrise] сходу сонця
   *[sunset] заходу сонця
}
hours-sun-after = через { $n } хв після { $event ->
    [dawn] світанку
    [dusk] сутінків
    [sunrise] сходу сонця
   *[sunset] заходу сонця
}
hours-public-holidays = У святкові дні
hours-school-holidays = Під час шкільних канікул
hours-every-weeks = раз на { $n } тижні
hours-next-inline = наступного разу:
hours-single-days = Окремі дні, найближчий:
hours-next = Наступного разу:
opening-hours = Години роботи
active-in = Працює в районах
based-in = Розташування
call = Зателефонувати
write = Написати
website = Вебсайт
where = Місце
contact = Контакти
show = Показати
print = Друкувати

# Пошук
search-label = Що ви шукаєте?
search-placeholder = напр. курс німецької, кафе для батьків, спорт
search-placeholder-events = напр. свято, концерт, спорт
search-button = Шукати
suggestions = Підказки
suggestions-count = { $count ->
    [0] Немає підказок
    [one] { $count } підказка
    [few] { $count } підказки
    [many] { $count } підказок
   *[other] { $count } підказки
}
suggestions-question = Запитання
suggestions-theme = Теми
suggestions-district = Місця
suggestions-language = Мови спілкування
suggestions-offer = Пропозиції
suggestions-event = Події
suggestions-actor = Організації
search-title = Пошук
search-title-for = Пошук «{ $text }»
start-title = Хто і з чим допомагає, у якому районі, якою мовою?
browse-themes = За темою
browse-districts = За районом
order-label = Порядок
order-relevance = Найвідповідніші
order-name = Назва
order-distance = Відстань
order-updated = Останні зміни
order-verified = Остання перевірка
pager-label = Сторінки результатів
page-first = До першої сторінки
page-previous = Назад
page-next = Більше результатів
chips-label = Вибрані фільтри
chip-remove = Прибрати фільтр:
chip-not = крім:
chips-clear = Прибрати всі
match-name = Також
match-address = Адреса
match-offer = Пропозиція
match-event = Подія
question-aside = Пошук без цих слів:
question-offers = Також мали на увазі?
question-exact = Шукати лише саме ці слова
question-read = Зрозуміти запитання, а не шукати слова
near-within = У межах { $distance }
partner-of = Співпрацює з { $name }
filters = Фільтри
filters-apply = Показати результати
filter-text = Текст пошуку
filter-type = Тип
filter-themes = Тема
filter-districts = Район
filter-kinds = Докладніший тип
filter-languages = Мова спілкування
filter-groups = Для кого
filter-fields = Напрям діяльності
filter-open = Час роботи
filter-near = Поблизу
filter-features = Вартість, доступ і вік
filter-appointment = Запис
filter-wheelchair = Інвалідний візок
filter-week = День і час
filter-age = Вік
age-years = вік: { $count }
filter-not = Виключене
filter-partner = Партнер
filter-polygon = Ділянка
polygon-within = У вибраній ділянці
filter-cooperation = Співпраця
filter-member-of = Членство
filter-network = Мережа
network-none = У жодній мережі
network-any = У мережі
member-of = Член: { $name }
cooperation-cooperates_with = Співпраця
cooperation-runs_project_with = Спільний проєкт
cooperation-member_of = Членство
cooperation-umbrella_of = Об’єднання організацій
cooperation-supports = Підтримка
cooperation-funds = Фінансування
cooperation-provides_room_to = Приміщення
cooperation-hosts_offer_of = Пропозиція у партнера
cooperation-refers_to = Скерування
cooperation-trains = Навчання
cooperation-interprets_for = Мовне посередництво
cooperation-represented_in = Представництво
all-themes-only = Лише ті, хто має всі вибрані теми
all-themes-chip = усі теми разом
type-any = Усі
relation-label = Зв’язок із районом
relation-either = Розташування або робота там
relation-based = Розташування там
relation-active = Робота там
open-now-only = Лише те, що зараз відчинено
near-failed = Не вдалося визначити ваше місце. Виберіть натомість район.
radius = У межах
empty-loosen = Немає нічого, що відповідає всім фільтрам разом. Допоможе ось що:
empty-nothing-helps = Нічого немає. Спробуйте інше слово або менше фільтрів.
help-numbers = Допомога одразу:
empty-nearby = Близьке до цього запитання:
empty-missing = Тут чогось бракує? Повідомте нас
empty-missing-comment = Не знайдено: { $text }
loosen = Без фільтра «{ $filter }»
show-all = Показати всі записи
show-all-count = Показати всі ({ $count })
files-label = Взяти результати з собою
files-table = Як таблицю (CSV)
files-calendar = Їхні події як календар (.ics)
actions-label = Взяти з собою й передати
share = Поділитися
share-copied = Посилання скопійовано
contact-card = Зберегти контакт
sheet = Аркуш для передачі
sheet-back = Назад до сторінки
sheet-language = Якою мовою?
sheet-code = QR-код з адресою цієї сторінки
sheet-scan = Відкрити на телефоні
shortlist = Мій список
shortlist-add = Запам’ятати
shortlist-show = Показати мій список
shortlist-more = Шукати ще
shortlist-remove = Прибрати зі списку
shortlist-note = Список зберігається лише в адресі цієї сторінки. Щоб його не втратити, додайте закладку, поділіться ним або надрукуйте.
shortlist-empty = Поки що порожньо. Позначте «Запам’ятати» в результатах.
shortlist-missing = { $count ->
    [one] { $count } запис більше не опубліковано.
    [few] { $count } записи більше не опубліковано.
   *[other] { $count } записів більше не опубліковано.
}
quick-exit = Швидко залишити сторінку
mistake-title = На цю адресу неможливо відповісти
mistake-theme = Теми «{ $given }» немає.
mistake-district = Району «{ $given }» немає.
mistake-partner = Запису «{ $given }» немає.
mistake-parameter = Фільтра «{ $given }» немає.
mistake-word = Фільтр «{ $name }» не знає «{ $given }».
mistake-allowed = Можливі значення:
mistake-day = «{ $given }» — це не день у роках { $first }–{ $last }. Пишіть так: 2026-05-31.
mistake-number = «{ $name }» має бути числом від { $least } до { $most }, а не «{ $given }».
mistake-polygon = Цю ділянку не можна накреслити. Дозволено від 3 до 200 кутів, кожен як довгота й широта у градусах; лінії не повинні перетинатися.
mistake-place = Місце потребує довготи (lon) і широти (lat).
mistake-too-much = Це забагато за один раз: дозволено { $count }.
mistake-cursor = Цієї сторінки результатів уже немає.
mistake-meant = Можливо, ви мали на увазі

# Профіль
profile-facts = Коротко
about = Про нас
social-links = Соціальні мережі
contact-persons = Контактні особи
good-to-know = Варто знати
openness = Міжкультурна відкритість
openness-on = Станом на { $date }
counter-languages = Мови в приймальні
interpreters = Є перекладачі
association-contact = Контакт для об'єднань
staff-training = Останнє міжкультурне навчання
declaration = Самодекларація
register-number = Номер у реєстрі
accessibility = Засоби доступності
admission = Участь
ages = Вік (роки)
ages-between = від { $least } до { $most }
ages-from = від { $least }
ages-to = до { $most }
exclusions = Не для
documents = Візьміть із собою
registration-methods = Способи реєстрації
my-minimum-age = Найменший вік у роках
my-maximum-age = Найбільший вік у роках
my-problem-age = Вік: від 0 до 120 років, найбільший не менший за найменший.
not-free-of-charge = Платно
legal-form = Правова форма
verified-on = Перевірено { $date } · { $role }
not-verified = Ще не перевірено
updated-on = Останні зміни { $date }
suggest-for-entry = Знайшли помилку? Запропонуйте зміну
cooperations = Співпраця
cooperations-all = Показати всіх партнерів
members-all = Показати всіх членів у пошуку
since = з { $date }
confirmed-on = підтверджено { $date }
suggested-partners = Можливі партнери
suggested-partners-note = Пропозиція каталогу, бо багато спільного. Зв’язку ще немає.
suggested-because = Спільне:
shared-partner = обидві сторони співпрацюють з { $name }
link-from-member_of = має членом
link-from-umbrella_of = належить до об’єднання
link-from-supports = отримує підтримку від
link-from-funds = отримує фінансування від
link-from-provides_room_to = користується приміщеннями, які надає
link-from-hosts_offer_of = має пропозицію у
link-from-refers_to = приймає тих, кого скеровує
link-from-trains = проходить навчання у
link-from-interprets_for = отримує усний переклад від
link-from-represented_in = має представником
offers = Пропозиції
cost = Вартість
registration-link = Реєстрація онлайн
valid-from = Від
valid-until = До
availability = Вільні місця
availability-places = { $count ->
    [one] { $count } вільне місце
    [few] { $count } вільні місця
    [many] { $count } вільних місць
   *[other] { $count } вільного місця
}
availability-until = дійсно до { $date }
schedule = Час
events = Події
projects = Проєкти
project-since = Початок
project-until = Кінець
funding = Фінансування
participants = Разом із

# Пропозиції, події, проєкти
listing-label = Що показано
listing-actors = Організації
listing-offers = Пропозиції
listing-events = Події
offers-lead = Курси, консультації, місця зустрічей, приміщення та волонтерство: що є, коли та якою мовою.
events-lead = Що відбудеться незабаром: коли, де, якою мовою, і як додати це до свого календаря.
offers-count = { $count ->
    [0] Пропозицій не знайдено
    [one] { $count } пропозиція
    [few] { $count } пропозиції
    [many] { $count } пропозицій
   *[other] { $count } пропозиції
}
events-count = { $count ->
    [0] Подій не знайдено
    [one] { $count } подія
    [few] { $count } події
    [many] { $count } подій
   *[other] { $count } події
}
dates-count = { $count ->
    [0] На цей час нічого не записано.
    [one] { $count } дата
    [few] { $count } дати
    [many] { $count } дат
   *[other] { $count } дати
}
events-from = від { $date }
event-until = до { $date }
offer = Пропозиція
event = Подія
project = Проєкт
hosts = Організатор
offer-giver = Хто пропонує
project-participants = Учасники
all-day = цілий день
event-ongoing = триває
event-running = Триває зараз
event-cancelled = Скасовано
event-cancelled-note = Цю подію скасовано.
event-all-cancelled = Усі дати цієї події скасовано.
event-rest-cancelled = Усі подальші дати цієї події скасовано.
event-over = Ця подія вже минула.
offer-over = Цієї пропозиції вже немає.
event-dates = Найближчі дати
event-excluded = Не відбудеться:
calendar-add = До мого календаря
calendar-note = Якщо підписатися на календар, нові та змінені дати самі з’являтимуться у вашому календарі.
calendar-subscribe = Підписатися на календар
calendar-file = Завантажити файлом (.ics)
calendar-of-host = Усі дати цієї організації
calendar-view = Вигляд
calendar-list = Список
calendar-week = Тиждень
calendar-month = Місяць
calendar-steps = Інші дні
week-before = Попередній тиждень
week-next = Наступний тиждень
month-before = Попередній місяць
month-next = Наступний місяць
filter-actor = Лише ця організація

# Тема і район
theme-description = Організації, установи та мережі, що працюють із темою «{ $theme }»
theme-children = Докладніше
theme-by-district = За районом
district-description = Організації, установи та мережі: { $district }
district-children = Мікрорайони
district-by-theme = За темою
entries-title = Записи
refine = Уточнити в пошуку
nobody-here = Тут ще нікого не внесено.

# Охоплення
coverage-lead = Скільки хто працює з якою темою в якому районі, і де когось бракує?
coverage-note = Враховано тих, хто там розташований або працює. Тема містить свої підтеми.
coverage-caption = Записи за темою та районом
coverage-whole = До всієї таблиці
coverage-gaps = Тут когось бракує
coverage-no-gaps = Тут прогалин немає.
coverage-everywhere = скрізь

# Співпраця
cooperation-lead = Хто з ким працює? Показано чинні зв’язки, які підтвердили обидві сторони.
cooperation-none = Тут ще немає підтвердженої співпраці.
cooperation-communities = Групи, що тісно співпрацюють
cooperation-communities-note = Ті, хто має багато зв’язків між собою, стоять разом. Кожна група названа за учасником, у якого зв’язків найбільше.
cooperation-linked = Пов’язані з:
cooperation-alone = Ще без підтвердженої співпраці
cooperation-of = Мережа: { $name }
cooperation-profile = До профілю
cooperation-whole = До всієї мережі
cooperation-picture-communities = Схема груп: що більше коло, то більше учасників; що ширша лінія, то більше зв’язків. Те саме є у списку.
cooperation-picture-actor = Схема мережі: стрілки показують, від кого йде зв’язок. Те саме є у списку.
cooperation-see = Переглянути мережу
all-themes = Усі теми
all-districts = Усі райони

# Запропонувати зміну
suggest-lead = Щось неправильно або когось бракує? Напишіть нам. Редакція перевіряє кожну пропозицію. Обліковий запис не потрібен.
suggest-about = Запис:
suggest-new = Організація, якої ще немає. Для наявного запису скористайтеся посиланням у його профілі.
suggest-name = Назва
suggest-kind = Тип організації
suggest-phone = Телефон
suggest-email = Електронна пошта
suggest-website = Вебсайт
suggest-comment = Що нам варто знати?
suggest-comment-hint = Наприклад: нові години роботи, переїхали, більше не існує. Будь ласка, нічого приватного про інших.
suggest-contact = Як із вами зв’язатися, якщо будуть запитання? (за бажанням)
suggest-contact-hint = Ніколи не публікується і видаляється, щойно пропозицію опрацьовано.
suggest-lengths = Обсяг кожного рядка — до { $line } символів, поля «Що нам варто знати?» — до { $text }.
suggest-not-taken = Ще не прийнято
suggest-limit-client = З вашого інтернет-з’єднання за останню годину вже надійшло стільки пропозицій, скільки ми приймаємо без облікового запису. Будь ласка, надішліть цю пізніше ще раз.
suggest-limit-entry = Щодо цього запису вже багато пропозицій чекають на редакцію. Будь ласка, надішліть цю пізніше ще раз.
suggest-limit-queue = На редакцію вже чекає дуже багато пропозицій. Будь ласка, надішліть цю пізніше ще раз.
suggest-limit-storage = Зараз немає місця для нових пропозицій. Будь ласка, надішліть цю пізніше ще раз.
suggest-limit-busy = Зараз неможливо нічого зберегти. Те, що ви написали, залишилося тут: будь ласка, надішліть це ще раз за хвилину.
suggest-send = Надіслати пропозицію
suggest-wrong = Будь ласка, перевірте введене
suggest-thanks = Дякуємо за пропозицію
suggest-thanks-text = Редакція її розгляне. До того запис залишиться без змін.
back-to-search = Назад до пошуку
please-choose = Будь ласка, виберіть
problem-required = не заповнено
problem-nothing = Будь ласка, змініть щось або напишіть, про що йдеться.
problem-latin-name = Будь ласка, напишіть назву також латинськими літерами.
problem-too-long = задовго: не більше { $count } символів
problem-phone = не є номером телефону. Приклад: 02323 123456
problem-email = не є адресою електронної пошти. Приклад: name@example.org
problem-website = не є вебадресою. Приклад: https://example.org
problem-version = Запис тим часом змінився. Будь ласка, перевірте введене і надішліть ще раз.
problem-other = не можна прийняти в такому вигляді

# Коли сторінки немає
not-found-title = Такої сторінки немає
not-found-text = Можливо, адреса змінилася. Пошукайте за назвою або темою.
gone-title = Цей запис більше не публікується
gone-text = Його перенесено до архіву, наприклад тому, що організації більше немає. Можливо, вам допоможе хтось інший.
forbidden-title = Звідси це не працює
forbidden-text = Форму надіслано не з цього сайту. Відкрийте її тут і надішліть ще раз.
bad-request-title = Цей запит неможливо прочитати
bad-request-text = Будь ласка, поверніться і спробуйте ще раз.
too-large-title = Забагато тексту
too-large-text = Будь ласка, поверніться і скоротіть його.
busy-title = Зараз забагато запитів
busy-text = Нічого не збережено. Будь ласка, спробуйте ще раз за хвилину.
fault-title = У нас щось пішло не так
fault-text = Будь ласка, спробуйте ще раз за кілька хвилин.

# Вихідні дані та захист даних
imprint-missing = Власник цього каталогу ще нічого тут не вказав.
imprint-licences = Ліцензії програм, з яких створено ці сторінки
privacy-missing = Власник цього каталогу ще нічого тут не вказав. Що робить сама програма, написано нижче.
privacy-program-title = Що програма робить із даними
privacy-cookies = Публічні сторінки не встановлюють файлів cookie і нічого не зберігають на вашому пристрої.
privacy-others = Сторінки нічого не завантажують від інших постачальників. Ніхто інший не дізнається, що ви тут.
privacy-map = Карта завантажує тло з { $hosts }. Хто її відкриває, повідомляє цим постачальникам свою інтернет-адресу та показану ділянку. Більше нічого від інших сторінки не завантажують.
privacy-logs = Журнали не містять ні вашого пошуку, ні вашої адреси.
privacy-demand = Те, що шукали й не знайшли, ми рахуємо за темою, районом і мовою, помісячно. Ваші слова та вашу адресу не зберігаємо, а чисел, менших за п’ять, ніхто не бачить.
privacy-place = Ваше місце використовується лише тоді, коли ви вибираєте пошук поблизу. Воно стоїть в адресі цього одного пошуку і не зберігається.
privacy-suggestions = Для пропозиції не потрібно нічого про вас. Добровільно вказаний контакт видаляється, щойно пропозицію опрацьовано. Якщо результат надсилають вам поштою, адреса зберігається до надсилання цього листа, щонайбільше два тижні.
privacy-persons = Контактні особи з’являються лише за їхньою згодою, поле за полем. Відкликання діє негайно.
