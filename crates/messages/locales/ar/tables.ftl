# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = تعذرت قراءة الجدول
table-too-large = الجدول أكبر من اللازم: المسموح به 64 MiB؛ يُرجى تقسيمه
table-no-text = السطر { $line }: هذا ليس نصًا؛ المسموح به CSV كما تحفظه برامج الجداول
table-broken-encoding = السطر { $line }: ليس للنص ترميز واحد من أوله إلى آخره؛ يُرجى حفظه بصيغة "CSV UTF-8" أو ذكر الترميز
table-open-quote = السطر { $line }: هنا تفتح علامة اقتباس خلية ولا تُغلق أبدًا
table-text-behind-quote = السطر { $line }: بعد علامة الاقتباس التي تُغلق خلية تبدأ في السطر { $opened } يوجد نص؛ هل تنقص هناك علامة؟ داخل علامتي الاقتباس تُكتب العلامة مرتين
table-empty = الجدول فارغ: يجب أن يسمي السطر الأول الأعمدة، ومنها عمود للأسماء
table-unknown-headings = السطر { $line }: يذكر الربط { $count ->
    [one] العمود
   *[other] الأعمدة
} { $given } مما لا يوجد في الجدول: الموجود فقط { $headings }
table-no-name-column = السطر { $line }: لا عمود فيه أسماء: الموجود فقط { $headings }؛ يُرجى الربط، ربما بـ { $example }
table-no-address-columns = السطر { $line }: يلزم شارع (str) ورقم منزل (hnr) وإحداثيان (ost وnord أو lon وlat): الموجود فقط { $headings }
table-no-workbook = هذا ليس مصنفًا؛ يُرجى حفظه بصيغة "Excel (.xlsx)" أو "OpenDocument (.ods)"
table-old-or-locked = للمصنف كلمة مرور أو هو بصيغة Excel القديمة؛ يُرجى حفظه بلا كلمة مرور بصيغة .xlsx
table-unpacked = المصنف بعد فك ضغطه أكبر من اللازم: المسموح به 256 MiB
table-too-many-cells = خلايا الجدول أكثر من اللازم: المسموح به 4,000,000 في أول 1,000 عمود
table-too-many-rows = أسطر الجدول أكثر من اللازم: المسموح به 250,000؛ يُرجى تقسيمه
table-rows-out-of-order = السطر { $line } يقع تحت أسطر بعده؛ يُرجى حفظ المصنف من جديد
table-no-sheet = لا توجد ورقة { $given }: الموجود فقط { $sheets }
table-missing-part = ينقص المصنف جزء ({ $part })؛ يُرجى فتحه في برنامج جداول وحفظه من جديد
table-broken-part = جزء من المصنف ({ $part }) لا يُقرأ؛ يُرجى فتحه في برنامج جداول وحفظه من جديد
table-no-visible-sheet = كل الأوراق مخفية: يُرجى ذكر واحدة منها: الموجود فقط { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } ليس ترميزًا: المسموح به { $allowed }
table-decision-form = { $given } ليس قرارًا: المسموح به VALUE=MEANING وVALUE=note وHEADING:VALUE=MEANING وrow 12=SLUG (أو new أو skip) وduplicates=new (أو entry أو skip) وconflicts=table (أو directory) وunclear=note (أو suggestion؛ HEADING:unclear=note)
table-mapping-form = { $given } لا يربط عمودًا: المسموح به HEADING=FIELD وHEADING=FIELD+FIELD وHEADING= لعمود يُتجاوز
table-mapping-fields = { $given } ليس حقلًا، أو لا يمكن أن تجتمع هذه الحقول في عمود واحد: المسموح به { $allowed }

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = عدد الخلايا فيه { $count }: المسموح به { $allowed } كما في سطر العناوين
table-cells-quoted = { $problem }؛ خلية بين علامتي اقتباس تمتد من السطر { $first } إلى السطر { $last } من النص: هل تنقص هناك علامة؟
table-no-heading = فيه قيمة في عمود بلا عنوان: لا يُسمح هناك بشيء
table-no-heading-mapped = فيه قيمة في عمود بلا عنوان: يُربط بـ "{ $column }=FIELD"، أو بـ "{ $column }=" إن لم تعنِ شيئًا
table-merged-rows = مدموج عبر الأسطر من { $first } إلى { $last }: المسموح به خلية لكل سطر
table-formula-error = يحتوي على الخطأ { $error } لصيغة: المسموح به قيمة أو لا شيء
table-formula-without-result = يحتوي على صيغة بلا نتيجة: يُرجى فتحه في برنامج جداول وحفظه من جديد
table-unreadable-sign = يحتوي على علامة لا تُقرأ: يُرجى إدخالها من المصدر
table-control-character = يحتوي على رمز التحكم { $sign }: المسموح به حروف وعلامات وفواصل أسطر
table-flag = { $given } ليس نعم ولا لا: المسموح به ja وnein وx وtrue وfalse وyes وno
table-degrees = { $given } ليس إحداثيًا: المسموح به درجات مثل 7.1553 وأمتار (ETRS89/UTM) مثل 371675.78
table-postcode-digits = عدد أرقام { $given } هو { $count }: المسموح به 5
table-postcode-letter = في { $given } حرف مكان رقم: المسموح به 5 أرقام
table-name-lost = فقد { $given } كل حروفه عند الحفظ: يُرجى إدخال الاسم من المصدر
table-name-without-letters = ليس في { $given } حروف: المسموح به أسماء
table-value-unknown = { $given } غير معروف: يُقرَّر بـ { $decision }
table-value-unclear = { $given } غير واضح، ربما { $candidates }: يُقرَّر بـ { $decision }
table-far-place = { $given } يقع بعيدًا خارج كل الأحياء: يُقرَّر بـ "{ $value }=yes" إن كان مقصودًا، وإلا بـ "{ $value }=note"
table-other-kind = { $given } موجود في جدول من { $kind }: المسموح به { $kind } فقط
table-version = ليس نسخة: المسموح به رقم التصدير أو لا شيء
table-letters-lost = فقد { $given } حروفًا عند الحفظ: يُرجى الحفظ بصيغة "CSV UTF-8" أو مصنفًا
table-conflict = تغير عند الطرفين: يقول الجدول { $mine }، { $theirs }؛ يُقرَّر بـ { $decision }
table-conflict-entered = أدخل { $name } في { $day } { $value }
table-conflict-now = المكتوب هناك الآن { $value }

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = ربما فقد { $given } حرفًا عند الحفظ
table-in-note = { $given } موجود في الملاحظة
table-not-taken = لم يؤخذ، وهو في الملاحظة: { $given }
table-comment = تعليق الخلية، وهو في الملاحظة: { $given }
table-state = يقول الجدول { $given }: { $effect }
table-effect-draft = يبقى مسودة
table-effect-archived = يؤرشف
table-effect-published = يُنشر
table-effect-public = المدخل منشور ويبقى كذلك حتى يؤرشف أو يسحب في لوحة التحكم
table-effect-withdrawn = يصبح مسودة ولا يبقى منشورًا
table-effect-past = المدخل مؤرشف ويبقى كذلك
table-place-withheld = { $reason ->
    [forbidden] لا ينبغي أن يكون علنيًا كما يقول الجدول
    [home] مسكن خاص كما يقول الجدول
   *[doubt] يقول شيئًا لا يُفهم وقد يذكر مسكنًا خاصًا
}: { $shown ->
    [quarter] لا يُعرض إلا الحي
    [hidden] المكان مخفي
   *[note] العنوان في الملاحظة فقط
}
table-contact-withheld = لا ينبغي أن يكون علنيًا كما يقول الجدول: { $value } في الملاحظة فقط
table-draft-forbidden = لا يجوز نشره كما يقول الجدول: { $effect }
table-draft-contact = قد يخص { $contacts } شخصًا: { $effect }؛ إذا كان كل ما في هذا العمود يخص الجمعيات فعيّنوا العمود (Telefon=phone, E-Mail=email)
table-draft-doubtful = يقول الجدول شيئًا عن أشخاص أو مساكن أو أمور سرية ينبغي قراءته: { $effect }
table-draft-no-consent = لا يقول الجدول ما إذا كان يجوز نشره: { $effect }
table-draft-bare = ليس فيه إلا اسم، ربما عنوان قسم: { $effect }
table-draft-over = يقول الجدول إنه لم يعد موجودًا أو إنه متوقف: { $effect }، يُرجى التحقق
table-several-boroughs = { $city } يذكر عدة دوائر: لم يؤخذ حي
table-problem-not-taken = { $problem }؛ لم يؤخذ، وهو في الملاحظة
table-problem-in-note = { $problem }؛ وهو في الملاحظة
table-repaired = فُهم { $given } على أنه { $meant }
table-persons = فُهم على أنه جهة اتصال، للاستعمال الداخلي فقط: { $given }؛ لا يُنشر منه شيء ما لم يُدخله أحد
table-lost-prefix = يبدو أن { $given } فقد الصفر أو علامة الجمع في أوله: { $meant }
table-further-values = الباقي في الملاحظة: { $values }
table-beside-person = { $value } بجانب شخص ويُعد له: للاستعمال الداخلي فقط
table-day-taken = { $given } لا يذكر يومًا: فُهم على أنه { $day }
table-day-in-future = { $given } ({ $day }) في المستقبل وهو في الملاحظة
table-no-day = { $given } لا يُفهم على أنه يوم وهو في الملاحظة
table-no-hours = { $given } لا يُفهم على أنه أوقات وهو في الملاحظة
table-vague = { $given } لا يذكر ما يمكن إدخاله
table-name-link = يؤدي الاسم إلى: { $address }
table-address-district = فُهم { $name } في العنوان على أنه حي: { $slug }
table-address-other-district = في العنوان { $name }، ويؤخذ { $slug }
table-postcode-elsewhere = { $given } ليس رمزًا بريديًا للمنطقة ({ $area }…): يُرجى التحقق
table-heading-doubtful = في السطر { $line } أعلاه { $heading }، والرموز البريدية تحته تخالفه: لم يؤخذ، يُرجى التحقق
table-heading-elsewhere = العنوان الذي فوقه يذكر حيًا، والعنوان البريدي { $city }: لم يؤخذ
table-far = يقع بعيدًا خارج كل الأحياء
table-far-decided = يقع بعيدًا خارج كل الأحياء كما تقرر
table-far-check = يقع بعيدًا خارج كل الأحياء: يُرجى التحقق
table-other-quarter = يقع في { $nearest } لا في { $named } كما يقول الجدول: يُرجى التحقق
table-conflict-noted = { $given } في الملاحظة: تغير عند الطرفين

# What there is to know of a table as a whole.
table-weekdays = أعمدة أيام الأسبوع هي أوقات الدوام: { $headings }.
table-broken-signs = { $count ->
    [one] علامة واحدة لا تُقرأ ({ $count })، في السطر { $line }: خليتها مذكورة أدناه.
   *[other] عدد العلامات التي لا تُقرأ { $count }، أولاها في السطر { $line }: خلاياها مذكورة أدناه.
}
table-encoding = قُرئ بترميز { $encoding }.
table-encoding-unsure = قُرئ بترميز { $encoding } بلا يقين: يُرجى التحقق من الأسماء ذات الحروف الخاصة.
table-several-tables = في الورقة عدة جداول: العناوين في السطر { $lines } تسري على الأسطر التي تحتها.
table-rows-not-read = لا تُقرأ العناوين الفرعية والمجاميع والحواشي: السطر { $lines }.
table-joined-names = تحت الاسم في الخلية نفسها بيانات الاتصال، وتُقرأ كذلك: السطر { $lines }.
table-month-first = في العمود { $heading } يأتي الشهر قبل اليوم.
table-quarters-and-boroughs = يذكر العمود { $heading } أحياء أيضًا: الأسماء التي تصلح لكليهما تُعد هناك { $level ->
    [quarters] أحياء
   *[boroughs] دوائر
}؛ وغير ذلك بـ { $mapping }.
table-sheet-passed = ليس في الورقة { $passed } جدول: تُقرأ الورقة { $sheet }.
table-further-sheets = أوراق أخرى: { $sheets }.
table-hidden-sheets = لا تُقرأ الأوراق المخفية: { $sheets }.
table-sheet-read = تُقرأ الورقة { $sheet }؛ وهناك أيضًا: { $sheets }.
table-answers = أجيب عنه بنعم أو لا لكنه غير مفهوم: { $headings }. ربما يقول ما يجوز نشره: تبقى الإدخالات الجديدة مسودات إلى أن يُربط العمود بما فيه (أو بـ "note" أو بلا شيء).
table-sections = عناوين الأقسام تسري على الأسطر التي تحتها حتى السطر الفارغ التالي: السطر { $lines }.
table-sections-unused = عناوين أقسام لا تسري على أي سطر: السطر { $lines }.
table-metres = الإحداثيات بالأمتار (ETRS89/UTM) تُحوَّل إلى درجات ({ $count }).
table-exchanged-degrees = خط الطول وخط العرض في كل الأسطر كل منهما في عمود الآخر، ويُقرآن معكوسين.
table-merged-cells = الخلايا المدموجة تسري على كل سطر من أسطرها (عددها { $count }).
table-hidden-columns = تُقرأ الأعمدة المخفية أيضًا ({ $count }): { $columns }.
table-hidden-rows = تُقرأ الأسطر المخفية أيضًا ({ $count }): { $lines }.
table-ditto = "dito" و"wie oben" يعنيان الخلية التي فوقهما: السطر { $lines }.
table-comments = تعليقات الخلايا في ملاحظات أسطرها، للاستعمال الداخلي فقط: السطر { $lines }.
table-comments-left = هذه التعليقات لا تخص أي إدخال ولا تؤخذ: السطر { $comments }.
table-unknown-columns = الأعمدة المجهولة لا تُقرأ: { $headings }.
table-unused-decisions = هذه القرارات لا تخص شيئًا في الجدول: { $decisions }.
table-unknown-meanings = هذه المعاني غير موجودة أو ليست قاطعة: { $meanings }.
table-older-rows = عدد الأسطر التي تُظهر نسخة أقدم { $count }: ما لم يتغير فيها يبقى كما هو الآن.
table-no-versions = بلا العمود "version" لا يُعرف ما غيّره الآخرون منذ التصدير: يُكتب فوقه.
table-heading-line = العناوين في السطر { $line }؛ وما فوقه لا يُقرأ.
table-no-names = لا عمود فيه أسماء: يُرجى ربط العمود الذي هي فيه.
table-venue = فُهم { $given } على أنه المبنى أو المدخل عند { $street }
