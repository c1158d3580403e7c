# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = це особа, яку видалено: дозволено лише пропустити її
import-consent-withdrawn = відкликано { $day }: дозволено згоду, надану після цього дня
import-retires-theme = виводить тему з ужитку: це дозволено лише адміністрації
import-absent = називає { $slug } з рядка, який не взято: дозволено лише разом із ним
import-digest = не належить до жодного пробного запуску з цими файлами: повторіть пробний запуск
import-no-row = рядка { $row } немає: дозволено від { $first } до { $last }
import-row-wrong = рядок { $row } хибний, його не можна взяти
import-row-conflict = запис рядка { $row } змінено після пробного запуску
import-row-left-out = рядок { $row } пропущено, як вирішено: без цього рішення його буде взято
import-no-rows = не називає жодного рядка

# Whom a row looks like.
import-alike = імовірно, дублює { $others }
import-alike-decide = { $problem }: вирішити за допомогою "row { $row }=new", "row { $row }={ $slug }" або "row { $row }=skip"
import-alike-series = { $first }; { $last }
import-alike-entry = запис { $slug } { $name } ({ $signs })
import-alike-archived = архівований запис { $slug } { $name } ({ $signs })
import-alike-row = рядок { $row } { $name } ({ $signs })
import-alike-taken-row = взятий рядок, { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = без теми: над чим обоє працюють разом?
import-placed = поставлено на будинок за адресою, за файлом адрес
import-place-lowered = точніше місце невідоме: показано середину району
import-placed-in-district = відомий лише округ: на карті десь біля його середини, позначено як неточне
import-no-place-active = немає на жодній карті: названо райони, де працюють, і жодного відомого будинку
import-no-place = немає на жодній карті: таблиця не називає ні району, ні відомого будинку
import-same-phone = той самий номер телефону має { $name }
import-archived-alike = { $name }, на що схожий рядок, в архіві
import-undoubted = у цьому рядку не було чого вирішувати: перевірте, чи мався на увазі саме він

# The report at a terminal.
report-row = рядок
report-outcome = результат
report-what = що
report-outcome-word = { $outcome ->
    [new] новий
    [likely-duplicate] мабуть, дубль
    [changed] змінено
    [same] те саме
    [wrong] хибний
    [conflict] конфлікт
   *[left-out] пропущено
}
report-line = там рядок { $line }
report-same = Рядки { $rows } уже кажуть те саме.
report-total = { $outcome }: { $count }
report-totals = Записи – { $totals }.
report-no-totals = Записи: жодного.
report-taken = Взято: записано { $count }.
report-nothing-written = Нічого не записано.
report-nothing-to-take = Нічого не записано, і без ще одного погляду взяти нічого.
report-next = Нічого не записано. Щоб узяти рядки: { $command } ФАЙЛ…
report-look = Подивіться на ці рядки:
report-more-rows = … і ще { $count }; --format json називає всі.
report-more = … і ще { $count }
report-other-sheet = Інший аркуш: --sheet НАЗВА
report-other-encoding = Інше кодування: --encoding НАЗВА
report-not-read = не читається
report-unknown = невідомий: додайте --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = заповнено { $count }
report-empty-words = без змісту { $count }
report-questions = Вирішити, кожне раз для всієї таблиці:
report-question = { $heading }, { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[other] { $count } рядків
}
report-question-perhaps = { $question }; можливо, { $candidates }
report-decide-column = або всі в цьому стовпці: --decide "{ $heading }:unclear=note" / "{ $heading }:unclear=suggestion"
report-decide-rest = Або все інше разом, у нотатки рядків: --decide "unclear=note"
report-like-entry = схоже на запис { $slug } { $name }: { $signs }
report-like-row = схоже на рядок { $row } { $name }: { $signs }
report-nothing = нічого
report-problem-line = рядок { $line }, { $problem }
report-rejects = { $count ->
    [one] { $count } пропущений рядок
    [few] { $count } пропущені рядки
   *[other] { $count } пропущених рядків
} у { $file }.
report-no-database = Файлу бази даних { $file } ще немає: імпорт створив би його, цей пробний запуск — ні.
report-refused = нічого не імпортовано:
report-refused-count = нічого не імпортовано: { $count ->
    [one] { $count } помилка
    [few] { $count } помилки
   *[other] { $count } помилок
}
report-strangers = підказка: { $count ->
    [one] { $count } запис має коротке ім’я
    [few] { $count } записи мають короткі імена
   *[other] { $count } записів мають короткі імена
}, зайняте записами з іншими ідентифікаторами, тож ці файли, мабуть, з іншої інсталяції. Імпортуйте їх у порожню базу даних; або приберіть "id" з кожного запису, тоді це будуть нові версії записів, що мають тут ці імена.
report-wrong-rows = { $wrong } з { $count ->
    [one] { $count } рядка
   *[other] { $count } рядків
} не можна взяти; що не так, написано вище

# What an import did.
summary-actors = { $count ->
    [one] { $count } організація
    [few] { $count } організації
   *[other] { $count } організацій
}
summary-offers = { $count ->
    [one] { $count } пропозиція
    [few] { $count } пропозиції
   *[other] { $count } пропозицій
}
summary-events = { $count ->
    [one] { $count } подія
    [few] { $count } події
   *[other] { $count } подій
}
summary-projects = { $count ->
    [one] { $count } проєкт
    [few] { $count } проєкти
   *[other] { $count } проєктів
}
summary-links = { $count ->
    [one] { $count } зв’язок
    [few] { $count } зв’язки
   *[other] { $count } зв’язків
}
summary-districts = { $count ->
    [one] { $count } район
    [few] { $count } райони
   *[other] { $count } районів
}
summary-themes = { $count ->
    [one] { $count } тема
    [few] { $count } теми
   *[other] { $count } тем
}
summary-persons = { $count ->
    [one] { $count } контактна особа
    [few] { $count } контактні особи
   *[other] { $count } контактних осіб
}
summary-no-entries = Нічого не записано: записів у ньому немає.
summary-all-same = Нічого не записано: { $count ->
    [one] { $count } запис уже каже
    [few] усі { $count } записи вже кажуть
   *[other] усі { $count } записів уже кажуть
} те саме.
summary-written = Записано: { $written }; { $count ->
    [one] { $count } запис уже казав
    [few] { $count } записи вже казали
   *[other] { $count } записів уже казали
} те саме.
summary-far = { $count ->
    [one] { $count } організація
    [few] { $count } організації
   *[other] { $count } організацій
} далеко за межами всіх районів: будь ласка, перевірте. Хибне місце виправляють у файлі, який імпортують знову, або в записі.
summary-far-actor = { $file }, рядок { $line }: { $name }

stored-not-taken = не взято, запис зберігає { $kept }; у списку стоїть { $given }
stored-draft = у довіднику це чернетка і лишається нею; публікують у консолі
stored-public = у довіднику стоїть інше і лишається відкритим: { $value }; змінити в консолі
stored-persons = поряд лишаються записані: { $names }; хто більше не відповідає, того вилучають у консолі
stored-empty-cells = { $heading }: { $count ->
    [one] { $count } клітинка порожня, а в її записі там щось є
    [few] { $count } клітинки порожні, а в їхніх записах там щось є
    [many] { $count } клітинок порожні, а в їхніх записах там щось є
   *[other] { $count } клітинки порожні, а в їхніх записах там щось є
}; це лишається. Вилучають у консолі.
stored-moved-to-house = поставлено на будинок нової адреси за файлом адрес
stored-moved-to-quarter = точка на карті теж переїжджає, до середини нового району
stored-place-gone = точку на карті прибрано: відомий лише округ
stored-place-kept = точка на карті лишається, де була: будь ласка, перевірте в консолі
