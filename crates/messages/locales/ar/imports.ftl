# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = شخص محذوف: لا يُسمح إلا بتركه
import-consent-withdrawn = سُحب في { $day }: المسموح به موافقة بعد ذلك اليوم
import-retires-theme = يوقف استعمال موضوع: لا يُسمح بذلك إلا للإدارة
import-absent = يذكر { $slug } من سطر لا يؤخذ: لا يُسمح به إلا معه
import-digest = لا يخص أي تجربة بهذه الملفات: يُرجى إعادة التجربة
import-no-row = لا يوجد سطر { $row }: المسموح به من { $first } إلى { $last }
import-row-wrong = السطر { $row } خاطئ ولا يمكن أخذه
import-row-conflict = تغير إدخال السطر { $row } منذ التجربة
import-row-left-out = السطر { $row } متروك كما تقرر: بلا ذلك القرار يؤخذ
import-no-rows = لا يذكر أي سطر

# Whom a row looks like.
import-alike = الأرجح أنه مكرر مع { $others }
import-alike-decide = { $problem }: يُقرَّر بـ "row { $row }=new" أو "row { $row }={ $slug }" أو "row { $row }=skip"
import-alike-series = { $first }؛ { $last }
import-alike-entry = الإدخال { $slug } { $name } ({ $signs })
import-alike-archived = الإدخال المؤرشف { $slug } { $name } ({ $signs })
import-alike-row = السطر { $row } { $name } ({ $signs })
import-alike-taken-row = سطر مأخوذ، { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = بلا موضوع: على ماذا يعمل الطرفان معًا؟
import-placed = وُضع على منزل العنوان بحسب ملف العناوين
import-place-lowered = المكان غير معروف بدقة أكبر: يُعرض وسط الحي
import-placed-in-district = لا تُعرف إلا الدائرة: على الخريطة في مكان ما حول وسطها، بعلامة أنه غير دقيق
import-no-place-active = ليس على أي خريطة: المذكور أحياء يُعمل فيها، ولا منزل معروف
import-no-place = ليس على أي خريطة: لا يذكر الجدول حيًا ولا منزلًا معروفًا
import-same-phone = رقم الهاتف نفسه عند { $name } أيضًا
import-archived-alike = { $name } الذي يشبهه السطر مؤرشف
import-undoubted = لم يكن في هذا السطر ما يُقرَّر: يُرجى التحقق من أنه المقصود

# The report at a terminal.
report-row = سطر
report-outcome = نتيجة
report-what = ماذا
report-outcome-word = { $outcome ->
    [new] جديد
    [likely-duplicate] ربما مكرر
    [changed] متغير
    [same] كما هو
    [wrong] خاطئ
    [conflict] تعارض
   *[left-out] متروك
}
report-line = هناك السطر { $line }
report-same = الأسطر { $rows } تقول الشيء نفسه من قبل.
report-total = { $outcome }: { $count }
report-totals = الإدخالات – { $totals }.
report-no-totals = الإدخالات: لا شيء.
report-taken = أُخذ: كُتب { $count }.
report-nothing-written = لم يُكتب شيء.
report-nothing-to-take = لم يُكتب شيء، ولا شيء يؤخذ بلا نظرة أخرى.
report-next = لم يُكتب شيء. لأخذ الأسطر: { $command } FILE…
report-look = يُرجى النظر في هذه الأسطر:
report-more-rows = … و{ $count } أخرى؛ --format json يذكرها كلها.
report-more = … و{ $count } أخرى
report-other-sheet = ورقة أخرى: --sheet NAME
report-other-encoding = ترميز آخر: --encoding NAME
report-not-read = لا يُقرأ
report-unknown = مجهول: يُرجى --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = المملوء { $count }
report-empty-words = بلا معنى { $count }
report-questions = ما يُقرَّر، كل منه مرة للجدول كله:
report-question = { $heading }، عدد الأسطر { $count }
report-question-perhaps = { $question }؛ ربما { $candidates }
report-decide-column = أو كل ما في هذا العمود: --decide "{ $heading }:unclear=note" / "{ $heading }:unclear=suggestion"
report-decide-rest = أو كل الباقي معًا في ملاحظات أسطره: --decide "unclear=note"
report-like-entry = يشبه الإدخال { $slug } { $name }: { $signs }
report-like-row = يشبه السطر { $row } { $name }: { $signs }
report-nothing = لا شيء
report-problem-line = السطر { $line }، { $problem }
report-rejects = عدد الأسطر المتروكة في { $file } هو { $count }.
report-no-database = لا يوجد ملف قاعدة البيانات { $file } بعد: كان الاستيراد سينشئه، ولم تنشئه هذه التجربة.
report-refused = لم يُستورد شيء:
report-refused-count = لم يُستورد شيء: عدد الأخطاء { $count }
report-strangers = تلميح: { $count } من الإدخالات لها أسماء مختصرة تستعملها إدخالات بمعرّفات أخرى، فالأرجح أن هذه الملفات من تركيب آخر. يُرجى استيرادها إلى قاعدة بيانات فارغة، أو حذف "id" من كل إدخال فتصير نسخًا جديدة للإدخالات التي لها هذه الأسماء هنا.
report-wrong-rows = لا يمكن أخذ { $wrong } من { $count } سطر؛ ما هو خاطئ مذكور أعلاه

# What an import did.
summary-actors = الجهات: { $count }
summary-offers = العروض: { $count }
summary-events = الفعاليات: { $count }
summary-projects = المشاريع: { $count }
summary-links = الصلات: { $count }
summary-districts = الأحياء: { $count }
summary-themes = المواضيع: { $count }
summary-persons = جهات الاتصال: { $count }
summary-no-entries = لم يُكتب شيء: ليس فيه إدخالات.
summary-all-same = لم يُكتب شيء: { $count ->
    [one] الإدخال الوحيد يقول
   *[other] الإدخالات كلها وعددها { $count } تقول
} الشيء نفسه من قبل.
summary-written = كُتب: { $written }؛ عدد الإدخالات التي قالت الشيء نفسه من قبل { $count }.
summary-far = عدد الجهات التي تقع بعيدًا خارج كل الأحياء { $count }: يُرجى التحقق. يُصحح المكان الخاطئ في الملف الذي يُستورد من جديد، أو في الإدخال.
summary-far-actor = { $file }، السطر { $line }: { $name }

stored-not-taken = لم يؤخذ، يحتفظ المدخل بـ { $kept }؛ وفي القائمة { $given }
stored-draft = هو مسودة في الدليل ويبقى كذلك؛ يُنشر في لوحة التحكم
stored-public = في الدليل قيمة أخرى وتبقى منشورة: { $value }؛ تُغيَّر في لوحة التحكم
stored-persons = يبقى مسجلًا إلى جانبه: { $names }؛ ومن لم يعد مسؤولًا يُحذف في لوحة التحكم
stored-empty-cells = { $heading }: { $count ->
    [zero] { $count } خلية فارغة بينما في مدخلها شيء
    [one] خلية واحدة فارغة بينما في مدخلها شيء
    [two] خليتان فارغتان بينما في مدخليهما شيء
    [few] { $count } خلايا فارغة بينما في مداخلها شيء
    [many] { $count } خلية فارغة بينما في مداخلها شيء
   *[other] { $count } خلية فارغة بينما في مداخلها شيء
}؛ وهذا يبقى. يُحذف في لوحة التحكم.
stored-moved-to-house = وُضع على مبنى العنوان الجديد بحسب ملف العناوين
stored-moved-to-quarter = تنتقل النقطة على الخريطة أيضًا إلى وسط الحي الجديد
stored-place-gone = تُزال النقطة من الخريطة: لا يُعرف إلا الدائرة
stored-place-kept = تبقى النقطة على الخريطة في مكانها: يُرجى التحقق في لوحة التحكم
