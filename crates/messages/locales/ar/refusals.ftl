# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = يُرجى تسجيل الدخول أولًا: يلزم دور { $needed }.
refusal-role-too-low = يلزم دور { $needed }؛ وقد سُجّل الدخول بدور { $had }.
refusal-second-factor-first = يُرجى أولًا إعداد العامل الثاني أو إدخاله.
refusal-read-only-token = هذا الرمز للقراءة فقط.
refusal-wrong-secret = المعلومة غير صحيحة.
refusal-not-yours = لا يعدّل الأعضاء إلا إدخالات جمعيتهم.
refusal-not-found = هذا الإدخال غير موجود (أو لم يعد موجودًا).
refusal-conflict = تغيّر الإدخال في هذه الأثناء: بدأ التعديل من النسخة { $expected }، والمحفوظة هي { $found }.
refusal-conflict-by = عدّل { $authors } الإدخال في هذه الأثناء: بدأ التعديل من النسخة { $expected }، والمحفوظة هي { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = لقد أكدتم عن الطرف الآخر أيضًا: يُرجى ذكر الدليل، كرسالة أو محضر، أو ترك ذلك الطرف يؤكد بنفسه.
refusal-database-busy = لم يُكتب شيء: برنامج آخر يكتب الآن في قاعدة البيانات أو يقفلها. يُرجى المحاولة بعد قليل.
refusal-erased = حُذف هذا الشخص: يُرجى إنشاء جهة اتصال جديدة.
refusal-review-needed = ينظر فريق التحرير في هذا التعديل أولًا: يُرجى تقديمه اقتراحًا.
refusal-account-exists = يوجد حساب بعنوان البريد هذا من قبل.
refusal-clock = لم يُكتب شيء: ساعة الخادم خاطئة. يُرجى إبلاغ القائمين عليه.

# Accounts and passwords.
password-too-short = كلمة المرور قصيرة جدًا: أقل عدد للحروف { $least }.
password-too-long = كلمة المرور طويلة جدًا: أكبر عدد للحروف { $most }.
password-common = كلمة المرور شائعة جدًا؛ عدة كلمات عشوائية أفضل.
password-like-email = كلمة المرور مكوّنة من عنوان البريد أو الاسم.
password-guessable = كلمة المرور سهلة التخمين، ككلمة معروفة أو اسم أو تاريخ مع أحرف قليلة؛ عدة كلمات عشوائية أفضل.
account-own = لا يمكن تغيير حسابكم هكذا: يُرجى طلب ذلك من شخص آخر في الإدارة.
account-no-mail-server = لا يُرسل أي بريد: ينقص ملف الإعدادات [mail] و[http] origin.
account-no-second-factor = لا يوجد عامل ثانٍ.
account-no-second-factor-offered = لا يوجد عامل ثانٍ للإعداد.
account-second-factor-required = تحتاج الإدارة هنا إلى عامل ثانٍ.
account-second-factor-exists = يوجد عامل ثانٍ من قبل؛ يجب إزالته أولًا.
account-disabled = الحساب موقوف.
account-no-role = لا يحتاج الجمهور إلى حساب: المسموح به partner وmember وeditor وadmin.
account-only-for-members = الأعضاء (member) وحدهم يتكلمون باسم الجهات ويمكن الوثوق بهم.
account-too-many-invitations = أكبر عدد للدعوات خلال 24 ساعة { $allowed }، وإلى العنوان نفسه { $same }. يُرجى المحاولة لاحقًا أو سؤال الجهة.
problem-token-days = هو { $given }: المسموح به من 1 إلى { $most }
problem-person-name = المسموح به اسم شخص في سطر واحد، بلا عنوان موقع أو بريد

# Proposals of the public.
proposals-client = بلا تسجيل دخول أكبر عدد للاقتراحات التي نقبلها من اتصال واحد في الساعة { $allowed }؛ والتالي بعد دقائق: { $minutes }.
proposals-entry = عدد الاقتراحات المنتظرة عن هذا الإدخال { $allowed }، ولا نقبل المزيد؛ يُرجى المحاولة لاحقًا.
proposals-queue = عدد الاقتراحات المنتظرة عند فريق التحرير { $allowed }، ولا نقبل المزيد؛ يُرجى المحاولة لاحقًا.
proposals-storage = لا مكان حاليًا لاقتراحات جديدة؛ يُرجى المحاولة لاحقًا.
proposals-closed = بُتّ في هذا الاقتراح من قبل.
proposals-archive-answer = رد على بريد التذكير: ينبغي أرشفة هذا الإدخال.

# States in which something cannot be done.
state-already-archived = الإدخال مؤرشف من قبل.
state-theme-retired = أُوقف استعمال هذا الموضوع من قبل.
state-district-retired = أُوقف استعمال هذا الحي من قبل.
state-not-retired = هذا لم يُوقف استعماله.
state-not-restorable = لا تُستعاد النسخ السابقة لجهات الاتصال.
state-nothing-to-restore = لا تقول هذه النسخة شيئًا غير ما تقوله نسخة اليوم؛ ولا يُستعاد مكان الإدخال.
state-nothing-to-purge = لا تقول أي نسخة سابقة في هذا الحقل غير ما تقوله نسخة اليوم.
state-still-said = ما زال الحقل "{ $field }" في نسخة اليوم يقوله. يُرجى تغييره هناك أولًا.
state-already-published = الإدخال منشور من قبل.
state-archived = الإدخال مؤرشف: يُرجى استعادته أولًا.
state-no-step = لم يكن آخر تعديل لهذا الإدخال مما يمكن التراجع عنه هكذا. النسخ السابقة في سجله.
state-merge-archived = لا تُدمج الإدخالات المؤرشفة.
state-not-archived = الإدخال غير مؤرشف.
state-merged = دُمج الإدخال في إدخال آخر. يمكن التراجع عن ذلك ضمن قائمة المكررات.
state-merge-undone = تم التراجع عن هذا الدمج من قبل.
state-merged-since = دُمج الإدخال نفسه في هذه الأثناء: يُرجى التراجع عن ذلك أولًا.
state-synonyms-changed = غيّر شخص آخر الكلمات في هذه الأثناء.
state-site-texts-changed = غيّر شخص آخر النصوص في هذه الأثناء.
state-measure-changed = تغيّر النشاط في هذه الأثناء: يُرجى إعادة التحميل والمحاولة ثانية.
state-no-consent = لا توجد هنا موافقة سارية.
state-link-status = لا يمكن ذلك ما دامت الصلة "{ $status }".
state-already-confirmed = أكد هذا الطرف الصلة من قبل.

# What is wrong with a change.
problem-theme-levels = للمواضيع مستويان: لا يعلوه إلا موضوع من المستوى الأول، ولا شيء تحته
problem-district-levels = مدينة، منطقة، حي: يعلوه دائمًا مستوى أعلى
problem-replacement-theme-level = يقع في المستوى الثاني ولا يمكنه استيعاب المواضيع التي تحته
problem-replacement-district-level = ليس في مستوى أعلى من الأحياء التي تحته
problem-not-changeable = ليس حقلًا يمكن تغييره هنا
problem-silent-words = يتكون فقط من كلمات لا تقول شيئًا في السؤال
problem-measure-future = يقع في المستقبل: يُدوَّن ما حدث
problem-measure-before = يقع قبل سنة { $year }: لا يُدوَّن شيء بهذا القِدم
problem-too-much = أكثر من اللازم: المسموح به { $most } على الأكثر
problem-funder-website = ليس عنوان موقع: المسموح به عناوين مثل https://www.land.example.org
problem-logo-bytes = أكبر من اللازم: المسموح به { $most } كيلوبايت
problem-logo-pixels = أكبر من اللازم: المسموح به { $most } بكسل عرضًا وارتفاعًا
problem-logo-format = ليس صورة يمكن عرضها: المسموح به PNG وJPEG
problem-field-of-other-kind = لا يوافق الإدخال: المسموح به حقل نوعه فقط
problem-base64 = ليس Base64 (RFC 4648)
problem-beside-text = مذكور إلى جانب text: المسموح به أحدهما
problem-not-importable = لا يمكن استيراده هنا
problem-file-name = ليست له لاحقة معروفة: المسموح به .json (الدليل) و.csv و.xlsx و.ods (الجهات) و.geojson (الأحياء)
problem-day-until-today = يوم حتى اليوم
problem-unreadable-here = لا يمكن قراءته هنا

# What a field asks of its value; each goes on behind "allowed:".
form-line = نص
form-texts = نص لكل لغة، مثل { $example }
form-slug = من 1 إلى 100 من الحروف الصغيرة a-z والأرقام، تُوصل الكلمات بشرطة واحدة
form-id = معرّف أو اسم مختصر
form-web-address = عنوان كامل يبدأ بـ http:// أو https:// بلا اسم وكلمة مرور
form-email-address = الصيغة name@example.org
form-phone-number = من 5 إلى 15 رقمًا، و+ في أوله، ومسافات و ( ) / -
form-opening-hours = كتابة OpenStreetMap، مثل Mo-Fr 09:00-17:00; PH off
form-language = رمز لغة بحسب BCP 47، مثل tr أو kmr
form-free-places = عدد الأماكن من 1 إلى { $most }
form-day = يوم مثل 2026-05-31
form-time = يوم وساعة مثل 2026-05-31T18:00:00
form-recurrence = قاعدة بحسب RFC 5545، مثل FREQ=WEEKLY;BYDAY=TU
form-place = longitude من -180 إلى 180 وlatitude من -90 إلى 90 وprecision: exact أو street أو quarter أو hidden
form-position = longitude من -180 إلى 180 وlatitude من -90 إلى 90
form-boundary = حلقات مغلقة بالدرجات (WGS 84)
form-address = street وpostcode وcity وextra، كل منها نص
form-osm = node/… أو way/… أو relation/… مع رقم، أو العنوان في OpenStreetMap
form-wikidata = Q مع رقم، أو العنوان في ويكي بيانات
form-age = بالسنوات من 0 إلى { $most }
form-yes-no = نعم أو لا (true, false)
form-number = عدد صحيح من 0 فما فوق
form-district-level = city أو borough أو quarter
form-person = value وvisibility
form-kept = لا تغيير في هذا الموضع
form-consent-language = رمز BCP 47 مثل tr

# Tables of words for the search.
words-unknown-table = { $name } ليس جدول كلمات: المسموح به { $allowed }
words-too-large = { $name } أكبر من اللازم: المسموح به { $allowed } بايت
words-unknown-column = { $name }، السطر 1: { $column } ليس عمودًا هنا: المسموح به عمود أول بالإدخالات، { $allowed }
words-line = { $name }، السطر { $line }: { $reason }
words-too-many-cells = عدد الخلايا فيه { $given }: المسموح به { $allowed }
words-not-a-number = { $column } ليس عددًا: { $given }
words-unknown-key = { $key } ليس من إدخالات هذا الجدول
import-too-many-problems = عدد الأخطاء فيه { $count }، أكثر من أن تُعرض سطرًا سطرًا؛ وهذه أولها
