# حول كل صفحة
skip-to-content = الانتقال إلى المحتوى
preview-title = معاينة:
preview-text = هكذا سيرى الجمهور هذا القيد. ما هو سري لا يظهر هنا. لا يستطيع فتح هذه الصفحة إلا فريق التحرير.
nav-label = القائمة الرئيسية
nav-search = البحث
nav-coverage = ماذا ينقص؟
nav-cooperation = التعاون
nav-suggest = اقتراح تعديل
nav-imprint = بيانات الناشر
nav-privacy = حماية البيانات
footer-label = صفحات أخرى
funders-label = الجهات المموِّلة
language-label = اختيار اللغة
read-in-this-language = اقرأ هذه الصفحة بالعربية
data-licence = البيانات برخصة { $licence }
data-as-of = آخر تحديث: { $date }
crumbs-label = المستوى الأعلى

# أعداد وأيام وأوقات
metres = { $number } م
kilometres = { $number } كم
date = { $day } { $month } { $year }
date-with-weekday = { $weekday }، { $date }
date-with-time = { $date }، الساعة { $time }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-alone-1 = يناير
month-alone-2 = فبراير
month-alone-3 = مارس
month-alone-4 = أبريل
month-alone-5 = مايو
month-alone-6 = يونيو
month-alone-7 = يوليو
month-alone-8 = أغسطس
month-alone-9 = سبتمبر
month-alone-10 = أكتوبر
month-alone-11 = نوفمبر
month-alone-12 = ديسمبر
month-with-year = { $month } { $year }
weekday-short-1 = الاثنين
weekday-short-2 = الثلاثاء
weekday-short-3 = الأربعاء
weekday-short-4 = الخميس
weekday-short-5 = الجمعة
weekday-short-6 = السبت
weekday-short-7 = الأحد
time-range = الساعة { $time }
date-range = { $from } إلى { $until }
entries = { $count ->
    [zero] لا جهات
    [one] جهة واحدة
    [two] جهتان
    [few] { $count } جهات
    [many] { $count } جهة
   *[other] { $count } جهة
}
results = { $count ->
    [zero] لا توجد نتائج
    [one] جهة واحدة
    [two] جهتان
    [few] { $count } جهات
    [many] { $count } جهة
   *[other] { $count } جهة
}
results-others = لم نجد منظمة، لكن:
partners = { $count ->
    [zero] لا روابط
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
    [many] { $count } رابطًا
   *[other] { $count } رابط
}
more = { $count ->
    [zero] لا المزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
}

# كلمات
theme = الموضوع
themes = المواضيع
languages = اللغات المحكية
target-groups = الفئات المستهدفة
only-in-german = بالألمانية فقط
in-plain-language = بلغة مبسّطة
only-in = متوفر بهذه اللغة فقط: { $language }
hours-today = اليوم:
hours-otherwise = في الأوقات الأخرى:
closed = مغلق
closed-now = مغلق الآن
closed-today = مغلق اليوم
hours-from-time = ابتداءً من { $time }
hours-from-date = ابتداءً من { $date }
ask-first = اسأل قبل المجيء
opens-at = يفتح الساعة { $time }
opens-on = يفتح يوم { $day } الساعة { $time }
hours-nth = { $n ->
    [1] أول
    [2] ثاني
    [3] ثالث
    [4] رابع
   *[other] خامس
} يوم { $weekday } من الشهر
hours-last = آخر يوم { $weekday } من الشهر
hours-nth-last = يوم { $weekday } رقم { $n } من نهاية الشهر
hours-nth-several = يوم { $weekday } { $ordinals } من الشهر
hours-ordinal = { $n ->
    [1] الأول
    [2] الثاني
    [3] الثالث
    [4] الرابع
   *[other] الخامس
}
hours-ordinal-last = الأخير
hours-and = { $first } و{ $second }
hours-always = على مدار الساعة
hours-daily = يوميًا
hours-as-written = كما وردت:
hours-sun = { $event ->
    [dawn] الفجر
    [dusk] الغسق
    [sunrise] شروق الشمس
   *[sunset] غروب الشمس
}
hours-sun-before = قبل { $event ->
    [dawn] الفجر
    [dusk] الغسق
    [sunrise] شروق الشمس
   *[sunset] غروب الشمس
} بـ { $n } دقيقة
hours-sun-after = بعد { $event ->
    [dawn] الفجر
    [dusk] الغسق
    [sunrise] شروق الشمس
   *[sunset] غروب الشمس
} بـ { $n } دقيقة
hours-public-holidays = في أيام العطل الرسمية
hours-school-holidays = في العطل المدرسية
hours-every-weeks = كل { $n ->
    [2] أسبوعين
   *[other] { $n } أسابيع
}
hours-next-inline = الموعد القادم:
hours-single-days = أيام متفرقة، أقربها:
hours-next = الموعد القادم:
opening-hours = أوقات الدوام
active-in = تعمل في
based-in = المقر في
call = اتصال
write = مراسلة
website = الموقع الإلكتروني
where = المكان
contact = التواصل
show = عرض
print = طباعة

# البحث
search-label = عمّ تبحث؟
search-placeholder = مثلًا: دورة ألمانية، مقهى الأهل، رياضة
search-placeholder-events = مثلًا: مهرجان، موسيقى، رياضة
search-button = بحث
suggestions = اقتراحات
suggestions-count = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
}
suggestions-question = أسئلة
suggestions-theme = مواضيع
suggestions-district = أماكن
suggestions-language = اللغات المحكية
suggestions-offer = عروض
suggestions-event = مواعيد
suggestions-actor = جهات
search-title = البحث
search-title-for = البحث عن «{ $text }»
start-title = من يساعد في ماذا، وفي أي حي، وبأي لغة؟
browse-themes = حسب الموضوع
browse-districts = حسب الحي
order-label = الترتيب
order-relevance = الأنسب
order-name = الاسم
order-distance = المسافة
order-updated = آخر تعديل
order-verified = آخر تحقق
pager-label = صفحات النتائج
page-first = إلى الصفحة الأولى
page-previous = السابق
page-next = المزيد من النتائج
chips-label = عوامل التصفية المختارة
chip-remove = إزالة عامل التصفية:
chip-not = باستثناء:
chips-clear = إزالة الكل
match-name = أيضًا
match-address = العنوان
match-offer = عرض
match-event = فعالية
question-aside = بُحث من دون هذه الكلمات:
question-offers = هل تقصد أيضًا؟
question-exact = البحث عن هذه الكلمات بالضبط فقط
question-read = فهم السؤال بدلًا من البحث عن الكلمات
near-within = ضمن { $distance }
partner-of = تتعاون مع { $name }
filters = التصفية
filters-apply = عرض النتائج
filter-text = نص البحث
filter-type = النوع
filter-themes = الموضوع
filter-districts = الحي
filter-kinds = نوع أدق
filter-languages = اللغة المحكية
filter-groups = الفئة المستهدفة
filter-fields = مجال العمل
filter-open = وقت الدوام
filter-near = بالقرب
filter-features = التكلفة والوصول والعمر
filter-appointment = الموعد
filter-wheelchair = كرسي متحرك
filter-week = اليوم والوقت
filter-age = العمر
age-years = العمر: { $count }
filter-not = المستبعد
filter-partner = شريك التعاون
filter-polygon = المنطقة
polygon-within = في المنطقة المختارة
filter-cooperation = التعاون
filter-member-of = العضوية
filter-network = الشبكة
network-none = ليست في أي شبكة
network-any = في شبكة
member-of = عضو في { $name }
cooperation-cooperates_with = تعاون
cooperation-runs_project_with = مشروع مشترك
cooperation-member_of = عضوية
cooperation-umbrella_of = منظمة مظلّة
cooperation-supports = دعم
cooperation-funds = تمويل
cooperation-provides_room_to = قاعات
cooperation-hosts_offer_of = استضافة عرض
cooperation-refers_to = إحالة
cooperation-trains = تأهيل
cooperation-interprets_for = وساطة لغوية
cooperation-represented_in = تمثيل
all-themes-only = فقط من لديه كل المواضيع المختارة
all-themes-chip = كل المواضيع معًا
type-any = الكل
relation-label = الصلة بالحي
relation-either = المقر أو العمل هناك
relation-based = المقر هناك
relation-active = العمل هناك
open-now-only = المفتوح الآن فقط
near-failed = تعذر تحديد موقعك. اختر حيًا بدلًا من ذلك.
radius = ضمن مسافة
empty-loosen = لا شيء يطابق كل عوامل التصفية معًا. هذا يساعد:
empty-nothing-helps = لا يوجد شيء بهذا الشأن. جرّب كلمة أخرى أو عوامل تصفية أقل.
help-numbers = مساعدة فورية:
empty-nearby = ما يقرب من هذا السؤال:
empty-missing = هل ينقص شيء هنا؟ أخبرونا
empty-missing-comment = لم يُعثر عليه: { $text }
loosen = من دون «{ $filter }»
show-all = عرض كل الجهات
show-all-count = { $count ->
    [zero] عرض الكل
    [one] عرض الجهة الوحيدة
    [two] عرض الجهتين
    [few] عرض الجهات الـ{ $count } كلها
    [many] عرض كل الجهات ({ $count })
   *[other] عرض كل الجهات ({ $count })
}
files-label = خذ النتائج معك
files-table = كجدول (CSV)
files-calendar = مواعيدهم كتقويم (.ics)
actions-label = احتفظ بها وشاركها
share = مشاركة
share-copied = تم نسخ الرابط
contact-card = حفظ جهة الاتصال
sheet = ورقة للتسليم
sheet-back = العودة إلى الصفحة
sheet-language = بأي لغة؟
sheet-code = رمز QR بعنوان هذه الصفحة
sheet-scan = افتحها بهاتفك
shortlist = قائمتي
shortlist-add = احفظ في القائمة
shortlist-show = عرض قائمتي
shortlist-more = البحث عن المزيد
shortlist-remove = إزالة من القائمة
shortlist-note = القائمة محفوظة في عنوان هذه الصفحة فقط. للاحتفاظ بها أضفها إلى المفضلة أو شاركها أو اطبعها.
shortlist-empty = لا شيء محفوظ بعد. ضع علامة «احفظ في القائمة» في النتائج.
shortlist-missing = { $count ->
    [one] لم يعد مدخل واحد منشورًا.
    [two] لم يعد مدخلان منشورين.
    [few] لم تعد { $count } مدخلات منشورة.
   *[other] لم يعد { $count } مدخلًا منشورًا.
}
quick-exit = غادر الصفحة بسرعة
mistake-title = لا يمكن الإجابة عن هذا العنوان كما هو
mistake-theme = لا يوجد موضوع باسم «{ $given }».
mistake-district = لا يوجد حي باسم «{ $given }».
mistake-partner = لا توجد جهة باسم «{ $given }».
mistake-parameter = لا يوجد عامل تصفية باسم «{ $given }».
mistake-word = عامل التصفية «{ $name }» لا يعرف «{ $given }».
mistake-allowed = القيم الممكنة:
mistake-day = «{ $given }» ليس يومًا من السنوات { $first } إلى { $last }. اكتبه هكذا: 2026-05-31.
mistake-number = يجب أن يكون «{ $name }» رقمًا من { $least } إلى { $most }، وليس «{ $given }».
mistake-polygon = لا يمكن رسم هذه المنطقة. المسموح به من 3 إلى 200 زاوية، لكل منها خط طول وخط عرض بالدرجات، دون أن تتقاطع الخطوط.
mistake-place = يحتاج المكان إلى خط طول (lon) وخط عرض (lat).
mistake-too-much = هذا كثير دفعة واحدة: الحد المسموح { $count }.
mistake-cursor = لم تعد صفحة النتائج هذه موجودة.
mistake-meant = هل تقصد

# صفحة الجهة
profile-facts = لمحة سريعة
about = من نحن
social-links = شبكات التواصل
contact-persons = أشخاص للتواصل
good-to-know = من المفيد معرفته
openness = الانفتاح بين الثقافات
openness-on = حتى تاريخ { $date }
counter-languages = اللغات عند شباك الخدمة
interpreters = الترجمة الفورية متاحة
association-contact = جهة الاتصال للجمعيات
staff-training = آخر تدريب في التواصل بين الثقافات
declaration = إقرار ذاتي
register-number = رقم السجل
accessibility = تسهيلات لذوي الإعاقة
admission = المشاركة
ages = العمر (بالسنوات)
ages-between = من { $least } إلى { $most }
ages-from = ابتداءً من { $least }
ages-to = حتى { $most }
exclusions = غير مخصص لـ
documents = يُرجى إحضار
registration-methods = طرق التسجيل
my-minimum-age = أدنى عمر بالسنوات
my-maximum-age = أقصى عمر بالسنوات
my-problem-age = العمر من 0 إلى 120 سنة، ولا يقل أقصى عمر عن أدنى عمر.
not-free-of-charge = ليس مجانيًا
legal-form = الشكل القانوني
verified-on = تم التحقق في { $date } · { $role }
not-verified = لم يتم التحقق بعد
updated-on = آخر تعديل في { $date }
suggest-for-entry = وجدت خطأ؟ اقترح تعديلًا
cooperations = التعاون
cooperations-all = عرض كل شركاء التعاون
members-all = عرض كل الأعضاء في البحث
since = منذ { $date }
confirmed-on = تم التأكيد في { $date }
suggested-partners = شركاء محتملون
suggested-partners-note = اقتراح من الدليل لوجود الكثير من المشترك. لا يوجد رابط بعد.
suggested-because = المشترك:
shared-partner = كلاهما يتعاون مع { $name }
link-from-member_of = من أعضائها
link-from-umbrella_of = تتبع للاتحاد
link-from-supports = تتلقى الدعم من
link-from-funds = تتلقى التمويل من
link-from-provides_room_to = تستخدم قاعات
link-from-hosts_offer_of = لها عرض لدى
link-from-refers_to = تُحال إليها من
link-from-trains = تتلقى التدريب من
link-from-interprets_for = تتلقى الترجمة من
link-from-represented_in = من ممثليها
offers = العروض
cost = التكلفة
registration-link = التسجيل عبر الإنترنت
valid-from = من
valid-until = حتى
availability = الأماكن المتاحة
availability-places = { $count ->
    [zero] لا أماكن متاحة
    [one] مكان واحد متاح
    [two] مكانان متاحان
    [few] { $count } أماكن متاحة
    [many] { $count } مكانًا متاحًا
   *[other] { $count } مكان متاح
}
availability-until = ساري حتى { $date }
schedule = الأوقات
events = الفعاليات
projects = المشاريع
project-since = البداية
project-until = النهاية
funding = التمويل
participants = بالاشتراك مع

# العروض والفعاليات والمشاريع
listing-label = ما يُعرض
listing-actors = المنظمات
listing-offers = العروض
listing-events = المواعيد
offers-lead = دورات واستشارات وأماكن لقاء وقاعات وعمل تطوعي: ماذا يوجد ومتى وبأي لغة.
events-lead = ما سيقام قريبًا: متى وأين وبأي لغة، مع إمكانية إضافته إلى تقويمكم.
offers-count = { $count ->
    [zero] لا توجد عروض
    [one] عرض واحد
    [two] عرضان
    [few] { $count } عروض
    [many] { $count } عرضًا
   *[other] { $count } عرض
}
events-count = { $count ->
    [zero] لا توجد فعاليات
    [one] فعالية واحدة
    [two] فعاليتان
    [few] { $count } فعاليات
    [many] { $count } فعالية
   *[other] { $count } فعالية
}
dates-count = { $count ->
    [zero] لا شيء مسجل في هذه الفترة.
    [one] موعد واحد
    [two] موعدان
    [few] { $count } مواعيد
    [many] { $count } موعدًا
   *[other] { $count } موعد
}
events-from = ابتداءً من { $date }
event-until = حتى { $date }
offer = عرض
event = فعالية
project = مشروع
hosts = الجهة المنظمة
offer-giver = الجهة المقدمة
project-participants = المشاركون
all-day = طوال اليوم
event-ongoing = مستمر
event-running = جارية الآن
event-cancelled = ملغاة
event-cancelled-note = أُلغيت هذه الفعالية.
event-all-cancelled = أُلغيت جميع مواعيد هذه الفعالية.
event-rest-cancelled = أُلغيت جميع المواعيد المتبقية لهذه الفعالية.
event-over = انتهت هذه الفعالية.
offer-over = لم يعد هذا العرض قائمًا.
event-dates = المواعيد القادمة
event-excluded = لا تقام في:
calendar-add = إضافة إلى تقويمي
calendar-note = إذا اشتركتم في التقويم تصل المواعيد الجديدة والمعدلة إلى تقويمكم تلقائيًا.
calendar-subscribe = الاشتراك في التقويم
calendar-file = تنزيل كملف (.ics)
calendar-of-host = كل مواعيد هذه المنظمة
calendar-view = طريقة العرض
calendar-list = قائمة
calendar-week = أسبوع
calendar-month = شهر
calendar-steps = أيام أخرى
week-before = الأسبوع السابق
week-next = الأسبوع التالي
month-before = الشهر السابق
month-next = الشهر التالي
filter-actor = هذه المنظمة فقط

# الموضوع والحي
theme-description = منظمات ومؤسسات وشبكات تعمل في موضوع { $theme }
theme-children = بشكل أدق
theme-by-district = حسب الحي
district-description = منظمات ومؤسسات وشبكات في { $district }
district-children = الأحياء الفرعية
district-by-theme = حسب الموضوع
entries-title = الجهات
refine = تضييق البحث
nobody-here = لا توجد جهة مسجلة لهذا بعد.

# التغطية
coverage-lead = كم جهة تعمل في أي موضوع وفي أي حي، وأين ينقص أحد؟
coverage-note = تُحسب كل جهة مقرها أو عملها هناك. يشمل الموضوع مواضيعه الفرعية.
coverage-caption = الجهات حسب الموضوع والحي
coverage-whole = إلى الجدول الكامل
coverage-gaps = هنا ما زال أحد ناقصًا
coverage-no-gaps = لا توجد ثغرات هنا.
coverage-everywhere = في كل مكان

# التعاون
cooperation-lead = من يعمل مع من؟ تظهر هنا الروابط الفعالة التي أكدها الطرفان.
cooperation-none = لا يوجد هنا تعاون مؤكد بعد.
cooperation-communities = مجموعات تعمل معًا عن قرب
cooperation-communities-note = من تكثر الروابط بينهم يقفون معًا. وتحمل كل مجموعة اسم العضو الأكثر روابط.
cooperation-linked = مرتبطة بـ:
cooperation-alone = من دون تعاون مؤكد حتى الآن
cooperation-of = شبكة: { $name }
cooperation-profile = إلى الملف التعريفي
cooperation-whole = إلى الشبكة كلها
cooperation-picture-communities = صورة المجموعات: كلما كبرت الدائرة زاد الأعضاء، وكلما عرض الخط زادت الروابط. والقائمة تقول الشيء نفسه.
cooperation-picture-actor = صورة الشبكة: تبيّن الأسهم ممن ينطلق الرابط. والقائمة تقول الشيء نفسه.
cooperation-see = عرض الشبكة
all-themes = كل المواضيع
all-districts = كل الأحياء

# اقتراح تعديل
suggest-lead = هل هناك خطأ أو جهة ناقصة؟ اكتب لنا. يراجع فريق التحرير كل اقتراح. لا تحتاج إلى حساب.
suggest-about = الجهة:
suggest-new = منظمة غير مسجلة بعد. لجهة مسجلة استخدم الرابط الموجود في صفحتها.
suggest-name = الاسم
suggest-kind = نوع المنظمة
suggest-phone = الهاتف
suggest-email = البريد الإلكتروني
suggest-website = الموقع الإلكتروني
suggest-comment = ماذا ينبغي أن نعرف؟
suggest-comment-hint = مثلًا: أوقات دوام جديدة، انتقلت، لم تعد موجودة. يرجى عدم كتابة معلومات خاصة عن الآخرين.
suggest-contact = كيف نصل إليك إن كانت لدينا أسئلة؟ (اختياري)
suggest-contact-hint = لا يُنشر أبدًا، ويُحذف فور معالجة الاقتراح.
suggest-lengths = يتسع كل سطر لما يصل إلى { $line } حرف، وخانة «ماذا ينبغي أن نعرف؟» لما يصل إلى { $text } حرف.
suggest-not-taken = لم يُقبل بعد
suggest-limit-client = وصل من اتصالك بالإنترنت خلال الساعة الأخيرة أكبر عدد من الاقتراحات نقبله بدون حساب. يرجى إرسال هذا الاقتراح مرة أخرى لاحقًا.
suggest-limit-entry = هناك اقتراحات كثيرة حول هذه الجهة تنتظر فريق التحرير. يرجى إرسال هذا الاقتراح مرة أخرى لاحقًا.
suggest-limit-queue = هناك اقتراحات كثيرة جدًا تنتظر فريق التحرير. يرجى إرسال هذا الاقتراح مرة أخرى لاحقًا.
suggest-limit-storage = لا يوجد مكان لاقتراحات جديدة حاليًا. يرجى إرسال هذا الاقتراح مرة أخرى لاحقًا.
suggest-limit-busy = لا يمكن حفظ أي شيء حاليًا. ما كتبتموه ما زال هنا: يرجى إرساله مرة أخرى بعد دقيقة.
suggest-send = إرسال الاقتراح
suggest-wrong = يرجى مراجعة ما أدخلته
suggest-thanks = شكرًا على اقتراحك
suggest-thanks-text = سيطّلع عليه فريق التحرير. وحتى ذلك الحين تبقى المعلومات كما هي.
back-to-search = العودة إلى البحث
please-choose = يرجى الاختيار
problem-required = ناقص
problem-nothing = يرجى تغيير شيء أو كتابة الموضوع.
problem-latin-name = يرجى كتابة الاسم بالحروف اللاتينية أيضًا.
problem-too-long = طويل جدًا: الحد الأقصى { $count } حرف
problem-phone = ليس رقم هاتف. مثال: ‎02323 123456
problem-email = ليس عنوان بريد إلكتروني. مثال: name@example.org
problem-website = ليس عنوان موقع. مثال: https://example.org
problem-version = تغيّرت المعلومات في هذه الأثناء. يرجى مراجعة ما أدخلته وإرساله مرة أخرى.
problem-other = لا يمكن قبوله هكذا

# عندما لا توجد صفحة
not-found-title = هذه الصفحة غير موجودة
not-found-text = ربما تغيّر العنوان. ابحث عن الاسم أو الموضوع.
gone-title = لم تعد هذه الجهة منشورة
gone-text = تمت أرشفتها، مثلًا لأن المنظمة لم تعد موجودة. ربما تساعدك جهة أخرى.
forbidden-title = هذا غير ممكن من هنا
forbidden-text = لم يُرسل النموذج من هذا الموقع. افتحه هنا وأرسله مرة أخرى.
bad-request-title = لا يمكن قراءة هذا الطلب
bad-request-text = يرجى العودة والمحاولة مرة أخرى.
too-large-title = النص طويل جدًا
too-large-text = يرجى العودة واختصار النص.
busy-title = هناك ضغط كبير حاليًا
busy-text = لم يُحفظ أي شيء. يرجى المحاولة مرة أخرى بعد دقيقة.
fault-title = حدث خطأ لدينا
fault-text = يرجى المحاولة مرة أخرى بعد بضع دقائق.

# بيانات الناشر وحماية البيانات
imprint-missing = لم يكتب مشغّل هذا الدليل شيئًا هنا بعد.
imprint-licences = رخص البرامج التي صُنعت منها هذه الصفحات
privacy-missing = لم يكتب مشغّل هذا الدليل شيئًا هنا بعد. ما يفعله البرنامج نفسه مذكور أدناه.
privacy-program-title = ماذا يفعل البرنامج بالبيانات
privacy-cookies = لا تضع الصفحات العامة ملفات تعريف الارتباط ولا تخزن شيئًا على جهازك.
privacy-others = لا تحمّل الصفحات شيئًا من جهات أخرى. لا أحد غيرنا يعلم أنك هنا.
privacy-map = تحمّل الخريطة خلفيتها من { $hosts }. من يفتحها يُطلع هذه الجهات على عنوانه على الإنترنت وعلى الجزء المعروض. وفيما عدا ذلك لا تحمّل الصفحات شيئًا من جهات أخرى.
privacy-logs = لا تتضمن السجلات بحثك ولا عنوانك.
privacy-demand = نُحصي ما يُبحث عنه ولا يُعثر عليه بحسب الموضوع والحي واللغة في كل شهر. لا تُحفظ كلماتك ولا عنوانك، ولا يرى أحد أعدادًا أقل من خمسة.
privacy-place = يُستخدم موقعك فقط إذا اخترت البحث بالقرب منك. ويظهر حينها في عنوان ذلك البحث وحده ولا يُخزَّن.
privacy-suggestions = لا يحتاج الاقتراح إلى معلومات عنك. وتُحذف وسيلة التواصل الاختيارية فور معالجة الاقتراح. وإذا أُرسلت النتيجة إليك بالبريد فيبقى عنوانك حتى إرسال تلك الرسالة، أسبوعين على الأكثر.
privacy-persons = لا يظهر الأشخاص إلا بموافقتهم، لكل معلومة على حدة. ويسري سحب الموافقة فورًا.
