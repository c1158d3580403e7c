# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = відсутнє
problem-german-required = потребує тексту німецькою (de)
problem-too-long = задовге: дозволено щонайбільше { $allowed }
problem-duplicate = містить { $value } двічі
problem-line-break = має більше одного рядка; дозволено один
problem-control-character = містить керівний символ; дозволено лише розрив рядка й табуляцію
problem-ends-before-start = раніше за початок
problem-day-past = у минулому: дозволено від { $first } до { $last }
problem-day-too-far = надто далеко в майбутньому: дозволено від { $first } до { $last }
problem-in-the-future = у майбутньому: дозволено день до { $last }
problem-far-away = далеко за межами всіх районів: будь ласка, перевірте або підтвердьте (farAway: true)
problem-self-link = пов’язує організацію із самою собою
problem-not-confirmed = для цього стану потрібне підтвердження обох сторін
problem-consent-required = може бути видимим для інших лише за згодою
problem-no-date-of-event = називає дні, коли події й так немає: { $days }
problem-unknown = називає { $value }, якого немає
problem-retired = називає { $name }, що більше не вживається; з replaceRetired: true його замінить { $replacement }
problem-archived = називає { $name }, що в архіві; з replaceRetired: true його буде пропущено
problem-taken = { $value } вже зайнято
problem-recurrence-no-start = не відповідає першому початку: правило закінчується раніше (UNTIL) або називає дні, яких не буває; вкажіть пізніший кінець або інші дні
problem-recurrence-times-of-day = не відповідає події на цілий день: приберіть BYHOUR, BYMINUTE і BYSECOND
problem-recurrence-first-start = не відповідає першому початку: { $first } не є жодною з його дат
problem-recurrence-nearest-start = не відповідає першому початку: { $first } не є жодною з його дат; найближчі: { $nearest }
problem-web-address-meant = не є вебадресою: мабуть, ідеться про { $meant }
problem-openness-of-institutions = буває лише в установ
problem-boundary-off-the-earth = має точку поза Землею: дозволено довготу від -180 до 180, широту від -90 до 90
problem-age = не є віком: дозволено від 0 до { $most ->
    [one] { $most } року
   *[other] { $most } років
}
problem-age-below-least = менше за найменший вік
problem-free-places = дозволено від 1 до { $most ->
    [one] { $most } місця
   *[other] { $most } місць
}
problem-no-free-places = зазначають лише там, де є вільні місця
problem-year = припадає на { $year } рік: дозволено від { $first } до { $last }
problem-zero-coordinates = 0/0 лежить в Атлантиці: залиште порожнім, якщо місце невідоме
problem-exchanged-coordinates = далеко за межами всіх районів; довготу й широту, мабуть, переплутано: ідеться, певно, про довготу { $longitude } і широту { $latitude }
problem-synonym-language = { $given } не є позначкою мови: дозволено позначки BCP 47, як-от de, tr, kmr
problem-too-many = забагато: дозволено щонайбільше { $most }
problem-phrase-reserved = містить знак, якому тут не місце: дужки стоять лише навколо всього виразу, а ; = " ніде
problem-phrase-without-word = не містить слова: дозволено одне або кілька слів
problem-phrase-star = * стоїть не на місці: вона стоїть у кінці слова після щонайменше { $fewest ->
    [one] { $fewest } знака
   *[other] { $fewest } знаків
}

# How alike two entries are.
likeness-same-name = та сама назва
likeness-similar-name = схожа назва ({ $percent } %)
likeness-same-abbreviation = та сама абревіатура
likeness-same-website = той самий вебсайт
likeness-same-phone = той самий номер телефону
likeness-same-email = та сама електронна адреса
likeness-same-place = те саме місце (відстань { $metres } м)
