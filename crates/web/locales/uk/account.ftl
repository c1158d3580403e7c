# Вхід, власний обліковий запис, запрошення
account-login = Увійти
account-login-lead = Для всіх, хто має тут обліковий запис: редакції, об’єднань, партнерів.
account-email = Електронна адреса
account-password = Пароль
account-password-current = Ваш поточний пароль
account-password-new = Новий пароль
account-password-hint = Щонайменше 12 символів. Найкраще кілька слів, не пов’язаних між собою.
account-login-provider = Увійти через { $name }
account-login-refused = Електронна адреса й пароль не збігаються.
account-forgotten = Забули пароль
account-forgotten-text = Ми надішлемо посилання, щоб задати новий пароль.
account-forgotten-send = Надіслати посилання
account-forgotten-sent = Якщо для цієї адреси є обліковий запис, посилання вже в дорозі. Воно діє годину.
account-forgotten-no-mail = Забули пароль? Звідси пошта не надсилається: новий задасть той, хто веде каталог.
account-code-title = Введіть код
account-code-lead = Введіть код із застосунку автентифікації або один із кодів відновлення.
account-code = Код
account-continue = Далі
account-code-wrong = Код неправильний або вже використаний.
account-pending-ended = Це тривало надто довго. Введіть пароль ще раз.
account-throttled =
    { $count ->
        [one] Забагато спроб. Зачекайте { $count } хвилину.
        [few] Забагато спроб. Зачекайте { $count } хвилини.
       *[other] Забагато спроб. Зачекайте { $count } хвилин.
    }
account-not-done = Не виконано
account-signed-out = Ви вийшли.
account-login-again = Ваш сеанс завершився. Після входу ви продовжите там, де були.
account-password-set = Новий пароль діє. Увійдіть із ним.
account-created = Ваш обліковий запис готовий. Увійдіть.
account-title = Мій обліковий запис
account-back = Назад до облікового запису
account-sign-out = Вийти
account-sign-out-everywhere = Вийти всюди
account-role = Роль
account-role-partner = Партнер
account-role-member = Учасник
account-role-editor = Редакція
account-role-admin = Адміністрація
account-actors = Говорить від імені
account-name = Ім’я
account-name-hint = Так вас називає редакція. Необов’язково.
account-save = Зберегти
account-saved = Збережено.
account-digest-title = Листи для мене
account-digest-want = Що чекає: щонайбільше раз на день і лише якщо щось є
account-digest-language = Мова цих листів
account-digest-off = Цей каталог наразі не надсилає таких листів. Ваш вибір діятиме, щойно почне.
account-password-title = Змінити пароль
account-password-text = Після цього ви залишитеся лише тут: усі інші сеанси завершаться.
account-password-changed = Пароль змінено, усі інші сеанси завершено.
account-password-wrong = Пароль неправильний.
account-password-too-short =
    { $count ->
       *[other] Пароль закороткий: найменша кількість знаків – { $count }.
    }
account-password-guessable = Цей пароль легко вгадати. Виберіть інший.
account-password-like-email = Пароль складається з вашого імені чи адреси. Виберіть інший.
account-factor-title = Другий фактор
account-factor-off = Окрім пароля потрібен код із застосунку на телефоні. Хто знає лише пароль, не ввійде.
account-factor-on = Другий фактор увімкнено. Для нових кодів і вимкнення потрібні пароль і код.
account-codes-left =
    { $count ->
       *[other] Залишилося кодів відновлення: { $count }
    }
account-factor-begin = Налаштувати
account-factor-remove = Вимкнути
account-factor-removed = Другий фактор вимкнено.
account-factor-required = Адміністрації тут потрібен другий фактор.
account-factor-scan = Відкрийте застосунок автентифікації та відскануйте цей малюнок.
account-factor-qr = QR-код другого фактора
account-factor-secret = Або введіть у нього цей ключ, а потім нижче – показаний код:
account-codes-title = Коди відновлення
account-codes-text = Другий фактор увімкнено. Збережіть ці коди, наприклад на папері: кожен один раз замінює телефон. Їх показано лише зараз.
account-codes-done = Я їх зберіг
account-codes-renew = Нові коди відновлення
account-sessions-title = Пристрої з активним входом
account-session-this = цей пристрій
account-session-unknown = Невідомий пристрій
account-session-seen = востаннє використано: { $date }
account-session-end = Вийти
account-sessions-end-others = Вийти на всіх інших
account-session-ended = Сеанс завершено.
account-tokens-title = Токени для програм
account-tokens-text = З токеном програма звертається від вашого імені. Для роботи тут він не потрібен.
account-token-name = Для чого
account-token-days = Дійсний, днів (1–366)
account-days-out-of-range = Дозволено від 1 до 366 днів.
account-token-may-write = може також змінювати
account-token-writes = читає та змінює
account-token-reads = лише читає
account-token-make = Створити токен
account-token-until = дійсний до { $date }
account-token-revoke = Відкликати
account-token-revoked = Токен відкликано.
account-token-title = Новий токен
account-token-shown-once = Скопіюйте токен зараз: його більше не покажуть.
account-set-title = Задати новий пароль
account-set-text = Після цього всі сеанси завершаться, а це посилання перестане діяти.
account-link-ended = Посилання вже не діє
account-link-ended-text = Воно закінчилося, уже використане або відкликане. Попросіть надіслати нове.
account-invitation-title = Ласкаво просимо
account-invitation-text = Вас запрошено працювати над цим каталогом. Ім’я та пароль створять ваш обліковий запис.
account-invitation-button = Створити обліковий запис
account-first-admin-title = Перший обліковий запис
account-first-admin-text = Цим каталогом ще ніхто не може керувати. З цим обліковим записом ви можете все, зокрема запрошувати інших. Посилання діє один раз.
account-address-taken = Для цієї адреси вже є обліковий запис. Увійдіть із ним.
account-mail-password-subject = Новий пароль для { $title }
account-mail-invitation-subject = Запрошення: { $title }
account-mail-password-body =
    Вітаємо!

    Для вашого облікового запису в «{ $title }» запитано новий пароль. Задайте його тут:

    { $link }

    Посилання діє один раз і до { $until }. Не передавайте його нікому.

    Ви отримали цей лист, бо хтось ввів вашу адресу на сторінці входу. Якщо це були не ви, нічого не робіть: пароль залишиться незмінним.
account-mail-invitation-body =
    Вітаємо!

    { $by } запрошує вас працювати над каталогом «{ $title }» ({ $role }). Створіть обліковий запис тут:

    { $link }

    Посилання діє один раз і до { $until }. Не передавайте його нікому.

    Ви отримали цей лист один раз, бо запрошення надіслано на вашу адресу. Якщо обліковий запис вам не потрібен, нічого не робіть: запрошення закінчиться саме, а адресу після цього не зберігатимуть.
account-mail-test-subject = Пробний лист: { $title }
account-mail-test-body =
    Вітаємо!

    Цей лист надійшов, отже «{ $title }» може надсилати листи.

    Ви отримали його один раз, бо попросили пробний лист у налаштуваннях.
