# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = ناقص
problem-german-required = يحتاج إلى نص بالألمانية (de)
problem-too-long = أطول من اللازم: المسموح به { $allowed } على الأكثر
problem-duplicate = يحتوي على { $value } مرتين
problem-line-break = فيه أكثر من سطر واحد؛ المسموح به سطر واحد
problem-control-character = يحتوي على رمز تحكم؛ المسموح به فقط فاصل الأسطر وعلامة الجدولة
problem-ends-before-start = يقع قبل البداية
problem-day-past = يقع في الماضي: المسموح به من { $first } إلى { $last }
problem-day-too-far = يقع بعيدًا جدًا في المستقبل: المسموح به من { $first } إلى { $last }
problem-in-the-future = يقع في المستقبل: المسموح به يوم حتى { $last }
problem-far-away = يقع بعيدًا خارج كل الأحياء: يُرجى التحقق أو التأكيد (farAway: true)
problem-self-link = يربط جهة بنفسها
problem-not-confirmed = يحتاج لهذه الحالة إلى تأكيد الطرفين
problem-consent-required = لا يجوز أن يراه الآخرون إلا بموافقة
problem-no-date-of-event = يذكر أيامًا لا موعد فيها أصلًا: { $days }
problem-unknown = يذكر { $value }، وهو غير موجود
problem-retired = يذكر { $name } الذي أُوقف استعماله؛ ومع replaceRetired: true يحل محله { $replacement }
problem-archived = يذكر { $name } المؤرشف؛ ومع replaceRetired: true يُستبعد
problem-taken = { $value } مستخدم من قبل
problem-recurrence-no-start = لا يوافق البداية الأولى: تنتهي القاعدة قبلها (UNTIL) أو تذكر أيامًا لا تأتي أبدًا؛ يُرجى ذكر نهاية لاحقة أو أيام أخرى
problem-recurrence-times-of-day = لا يوافق فعالية ليوم كامل: يُرجى حذف BYHOUR وBYMINUTE وBYSECOND
problem-recurrence-first-start = لا يوافق البداية الأولى: { $first } ليس من مواعيدها
problem-recurrence-nearest-start = لا يوافق البداية الأولى: { $first } ليس من مواعيدها؛ أقربها: { $nearest }
problem-web-address-meant = ليس عنوان موقع: لعل المقصود { $meant }
problem-openness-of-institutions = خاص بالمؤسسات فقط
problem-boundary-off-the-earth = فيه نقطة خارج الأرض: المسموح به خط طول من -180 إلى 180 وخط عرض من -90 إلى 90
problem-age = ليس عمرًا: المسموح به بالسنوات من 0 إلى { $most }
problem-age-below-least = أقل من الحد الأدنى للعمر
problem-free-places = عدد الأماكن المسموح به من 1 إلى { $most }
problem-no-free-places = يُذكر فقط حيث توجد أماكن شاغرة
problem-year = يقع في سنة { $year }: المسموح به من { $first } إلى { $last }
problem-zero-coordinates = 0/0 يقع في المحيط الأطلسي: يُترك فارغًا إن لم يكن المكان معروفًا
problem-exchanged-coordinates = يقع بعيدًا خارج كل الأحياء؛ يبدو أن خط الطول وخط العرض متبادلان: لعل المقصود خط الطول { $longitude } وخط العرض { $latitude }
problem-synonym-language = { $given } ليس رمز لغة: المسموح به رموز BCP 47 مثل de وtr وkmr
problem-too-many = أكثر من اللازم: المسموح به { $most } على الأكثر
problem-phrase-reserved = يحتوي على علامة لا مكان لها هنا: الأقواس حول العبارة كلها فقط، ولا تُستعمل ; = " أبدًا
problem-phrase-without-word = لا يحتوي على كلمة: المسموح به كلمة أو أكثر
problem-phrase-star = العلامة * في غير موضعها: مكانها آخر كلمة لا يقل عدد حروفها عن { $fewest }

# How alike two entries are.
likeness-same-name = الاسم نفسه
likeness-similar-name = اسم مشابه ({ $percent } %)
likeness-same-abbreviation = الاختصار نفسه
likeness-same-website = الموقع الإلكتروني نفسه
likeness-same-phone = رقم الهاتف نفسه
likeness-same-email = عنوان البريد الإلكتروني نفسه
likeness-same-place = المكان نفسه (على بعد { $metres } م)
