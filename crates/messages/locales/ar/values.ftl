# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = المسموح به: { $allowed }
value-meant = { $problem }؛ لعل المقصود { $meant }؟
value-given = { $problem }، والمذكور { $given }
value-web-address = { $given } ليس عنوان موقع: المسموح به عناوين كاملة تبدأ بـ http:// أو https:// بلا اسم مستخدم وكلمة مرور
value-web-address-meant = { $given } ليس عنوان موقع: لعل المقصود { $meant }
value-email-address = { $given } ليس عنوان بريد إلكتروني: المسموح به على صيغة name@example.org
value-email-address-meant = { $given } ليس عنوان بريد إلكتروني: لعل المقصود { $meant }
value-phone-number = { $given } ليس رقم هاتف: المسموح به من 5 إلى 15 رقمًا أو 110 و112 و115، و+ في أوله، ومسافات و ( ) / - .
value-osm = { $given } ليس عنصرًا في OpenStreetMap: المسموح به node/… وway/… وrelation/… مع رقم، أو عنوانه
value-wikidata = { $given } ليس عنصرًا في ويكي بيانات: المسموح به Q مع رقم، أو عنوانه
value-language = { $given } ليس رمز لغة: المسموح به رموز BCP 47 من 16 حرفًا على الأكثر، مثل "de" و"tr" و"kmr" و"de-simple"
value-language-twice = اللغة { $language } مذكورة مرتين
value-slug = { $given } ليس اسمًا مختصرًا: المسموح به من 1 إلى 100 من الحروف الصغيرة a-z والأرقام، تُوصل الكلمات بشرطة واحدة والمستويات بنقطة واحدة
value-word = { $given } ليس { $vocabulary ->
    [an-organisation-kind] نوع منظمة
    [an-institution-kind] نوع مؤسسة
    [a-network-kind] نوع شبكة
    [a-legal-form] شكلًا قانونيًا
    [a-target-group] فئة مستهدفة
    [a-field-of-action] مجال عمل
    [a-kind-of-wheelchair-access] بيانًا عن دخول الكراسي المتحركة
    [an-aid-to-accessibility] وسيلة تيسير
    [a-time-of-day] وقتًا من اليوم
    [a-precision] درجة دقة
    [a-link-kind] نوع صلة
    [a-link-status] حالة صلة
    [a-basis-of-a-link] أساس صلة
    [a-visibility] مستوى ظهور
    [an-offer-kind] نوع عرض
    [an-availability] حالة توفر
    [a-way-to-register] طريقة تسجيل
    [a-role] دورًا
    [a-way-of-giving-consent] طريقة موافقة
    [a-kind] نوعًا
    [a-type] صنفًا
    [a-feature] ميزة
    [a-table-of-synonyms] جدول مرادفات
   *[other] كلمة مسموحًا بها هنا
}: المسموح به { $allowed }
value-longitude = خط الطول { $given } ليس على الأرض: المسموح به من -180 إلى 180 درجة
value-latitude = خط العرض { $given } ليس على الأرض: المسموح به من -90 إلى 90 درجة
value-day = { $given } ليس يومًا: المسموح به على صيغة YYYY-MM-DD
value-local-time = { $given } ليس وقتًا محليًا: المسموح به YYYY-MM-DDTHH:MM أو YYYY-MM-DDTHH:MM:SS بلا منطقة زمنية
value-instant = { $given } ليس لحظة زمنية: المسموح به YYYY-MM-DDTHH:MM:SSZ مع المنطقة الزمنية
value-school-holiday = { $given } ليس أول يوم/آخر يوم لعطلة مدرسية واحدة، مثل "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } ليس بكتابة أوقات الدوام، مثل "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = أطول من { $allowed } بايت المسموح بها
hours-dash = تُكتب الفترة بشرطة عادية (-) لا بشرطة طويلة
hours-uhr = تُكتب الأوقات هكذا 09:00-18:00 بلا كلمة "Uhr"
hours-half-days = الأوقات من 00:00 إلى 24:00 بلا am وpm
hours-bare = للأوقات دقائق وبينها شرطة عادية، كما في 07:00-18:00
hours-unfinished = تنقص قاعدة بعد آخر { $sign }
hours-quotation-mark = تنقص علامة اقتباس
hours-no-rule = { $part } ليس قاعدة؛ تُكتب الملاحظات بين علامتي اقتباس
hours-part-no-rule = جزء منه ليس قاعدة؛ تُكتب الملاحظات بين علامتي اقتباس
hours-unreadable = لا يمكن قراءته ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } ليس قاعدة تكرار بحسب RFC 5545، مثل "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = أطول من { $allowed } بايت المسموح بها
recurrence-no-part = { $part } ليس على صيغة NAME=VALUE
recurrence-unknown-part = لا يوجد جزء { $part }
recurrence-repeated-part = { $part } مذكور مرتين
recurrence-no-frequency = FREQ ناقص
recurrence-too-fine = FREQ={ $given } يتكرر أكثر من مرة في اليوم؛ المسموح به DAILY وWEEKLY وMONTHLY وYEARLY
recurrence-unknown-frequency = FREQ={ $given }: المسموح به DAILY وWEEKLY وMONTHLY وYEARLY
recurrence-value = { $part }={ $given }: المسموح به { $allowed }
recurrence-two-ends = لا يجتمع COUNT وUNTIL
recurrence-combination = لا يمكن أن يرد { $part } في قاعدة فيها FREQ={ $frequency }
recurrence-positions-of-nothing = يحتاج BYSETPOS إلى جزء BY… آخر
recurrence-too-many-times = BYHOUR وBYMINUTE وBYSECOND عدد البدايات التي تعطيها في اليوم { $given }؛ المسموح به { $allowed }

# Boundaries of districts.
boundary-type = شكل من نوع { $given } ليس له داخل: المسموح به Polygon وMultiPolygon
boundary-empty = الشكل فارغ: المسموح به مضلع واحد على الأقل بحلقة خارجية
boundary-too-short = coordinates{ $ring }: عدد نقاط الحلقة { $positions }: المسموح به 4 على الأقل، آخرها كأولها
boundary-open = coordinates{ $ring }: الحلقة غير مغلقة: يجب أن تكون آخر نقطة فيها هي الأولى
boundary-crossing = coordinates{ $ring }: تتقاطع الحلقة مع { $other } قرب خط الطول { $longitude } وخط العرض { $latitude }: المسموح به حلقات تلتقي في نقاط مفردة على الأكثر
boundary-crossing-itself = نفسها
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: تقع الفتحة خارج الحلقة التي ينبغي أن تكون فيها
boundary-too-large = coordinates: نقاط أكثر من { $positions } وحلقات أكثر من { $rings }: يُرجى تبسيط الحدود
boundary-too-intricate = coordinates{ $at }: أضلاع طويلة كثيرة متجاورة: يُرجى تبسيط الحدود
boundary-not-a-list = coordinates{ $at }: ليس قائمة: المسموح به حلقات مغلقة من نقاط، خط الطول أولًا
boundary-too-deep = coordinates: قوائم كثيرة بعضها داخل بعض
boundary-incomplete = coordinates{ $at }: تحتاج النقطة إلى خط طول وخط عرض
boundary-off-the-earth = coordinates{ $at }: { $reason } (تُكتب الحدود بدرجات WGS84، خط الطول أولًا)

# What stands in a JSON file in place of a value.
json-unknown-word = كلمة غير معروفة `{ $given }`، المسموح به { $allowed }
json-unknown-field = حقل غير معروف `{ $field }`، المسموح به { $allowed }
json-duplicate-field = حقل مكرر `{ $field }`
json-wrong-type = نوع قيمة خاطئ: { $found }، المسموح به { $expected }
json-wrong-value = قيمة خاطئة: { $found }، المسموح به { $expected }
json-wrong-length = طول خاطئ { $found }، المسموح به { $expected }
json-unreadable = لا يمكن قراءته: { $reason }
json-null = null
json-boolean = قيمة منطقية `{ $given }`
json-integer = عدد صحيح `{ $given }`
json-decimal = عدد عشري `{ $given }`
json-string = نص { $given }
json-list = قائمة
json-object = كائن
json-expected-text = نص
json-expected-boolean = true أو false
json-expected-number = عدد
json-expected-whole-number = عدد صحيح من 0 إلى { $most }
json-expected-list = قائمة
json-expected-positions = قوائم نقاط
json-expected-object = كائن
json-expected-geometry = شكل GeoJSON من نوع Polygon أو MultiPolygon
json-expected-feature = عنصر Feature من GeoJSON
json-expected-properties = كائن فيه slug على الأقل
json-expected-word = كلمة
json-expected-texts = كائن من رمز اللغة إلى النص، مثل { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } يقع فوق نفسه: المسموح به شجرة بلا دوائر
file-coordinate-system = { $given } نظام إحداثيات آخر: المسموح به WGS84، خط الطول أولًا (RFC 7946)
file-precision-without-place = لا يمكن الاحتفاظ به بلا خط طول وخط عرض وبلا حي معروف: المسموح به ذكرها معه أو عدم ذكر شيء

# Why a file as a whole cannot be read.
file-unread = تعذرت قراءة الملف
file-not-utf8 = السطر { $line }، البايت { $byte }: الملف ليس UTF-8؛ يُرجى حفظه بصيغة UTF-8
file-not-json = السطر { $line }، العمود { $column }: ليس JSON: { $reason }
file-cut-off = السطر { $line }، العمود { $column }: ينتهي الملف في وسطه؛ الأرجح أنه مقطوع
file-entry-too-large = السطر { $line }: إدخال أكبر من { $allowed } بايت المسموح بها
file-too-many-lists = السطر { $line }: في إدخال أكثر من { $allowed } من القوائم والنقاط المسموح بها
file-format = قيمة format هي { $given }: المسموح به { $allowed }
file-scope = قيمة scope هي { $given }: المسموح به { $allowed } أو لا شيء
file-version = قيمة version هي { $given }: المسموح به { $allowed }
file-no-format = ينقص format: المسموح به { $allowed }
file-no-version = ينقص version: المسموح به { $allowed }
file-unknown-section = السطر { $line }: القسم { $given } غير موجود: المسموح به { $allowed }
file-repeated = السطر { $line }: { $given } مذكور مرتين
file-wrong-shape = السطر { $line }، العمود { $column }: { $reason }
file-no-collection = قيمة type هي { $given }: المسموح به "FeatureCollection" مع قائمة من العناصر
file-points = عناصره نقاط ({ $kind }) كما في صادرات الجهات: المسموح به حدود أحياء، Polygon أو MultiPolygon
