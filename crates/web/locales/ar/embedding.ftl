# على مواقع أخرى
nav-embed = أضِفه إلى موقعك
all-languages = كل اللغات
new-tab = يفتح في علامة تبويب جديدة
widget-label = الدليل
widget-close = إغلاق
widget-daytime = وقت اليوم
widget-filters = عوامل تصفية أخرى
widget-loading = جارٍ التحميل …
widget-missing = هل هناك من ينقص؟ اقترح إدراجه
widget-no-entry = هذا القيد غير موجود هنا أو لم يعد موجودًا.
widget-more = عرض المزيد
widget-panes = قائمة أو خريطة
widget-weekday = يوم الأسبوع
map-title = خريطة
map-show = الخريطة
map-picture = خريطة الأحياء مع عدد الجهات في كل منها
map-failed = لا يمكن عرض الخريطة هنا.
map-in = تكبير
map-out = تصغير
map-keys = مفاتيح الأسهم تحرّك الخريطة، وزائد وناقص يغيّران المقياس، ومفتاح Enter يفتح الجهة في المنتصف. الجهات نفسها موجودة في القائمة.
map-wheel = اضغط مع الاستمرار على { $key } للتكبير بعجلة الفأرة
map-fingers = حرّك الخريطة بإصبعين
map-legend = مفتاح الخريطة
map-legend-group = عدة جهات، والرقم يبيّن عددها. اختيارها يقرّب الخريطة.
map-legend-selected = الجهة المختارة
map-legend-border = حدود الأحياء
map-shade = كلما كان اللون أغمق زاد عدد الجهات
map-approximate = تقريبًا: في مكان ما في { $district }
map-here = موقعي
map-here-failed = تعذّر تحديد موقعك. قد تحتاج إلى السماح بذلك في المتصفح.
map-here-outside = أنت خارج هذه الخريطة.
map-legend-approximate = تقريبي: الحي وحده معروف
map-off = { $count ->
    [one] جهة واحدة ليست على الخريطة لأن مكانها غير معروف أو غير معلن. القائمة تضم الجميع.
    [two] جهتان ليستا على الخريطة لأن مكانهما غير معروف أو غير معلن. القائمة تضم الجميع.
    [few] { $count } جهات ليست على الخريطة لأن مكانها غير معروف أو غير معلن. القائمة تضم الجميع.
   *[other] { $count } جهة ليست على الخريطة لأن مكانها غير معروف أو غير معلن. القائمة تضم الجميع.
}

# صفحة الإعداد
builder-title = الدليل على موقعك
builder-lead = اختر ما يُعرض وانسخ سطرًا واحدًا إلى صفحتك. الخدمة مجانية، ولا تستخدم ملفات تعريف الارتباط، ولا تحمّل شيئًا من جهات أخرى.
builder-lead-map = اختر ما يُعرض وانسخ سطرًا واحدًا إلى صفحتك. الخدمة مجانية ولا تستخدم ملفات تعريف الارتباط. الخريطة وحدها تحمّل خلفيتها من جهات أخرى: { $hosts }.
builder-what = ما الذي يُعرض
builder-how = كيف يبدو
builder-view = طريقة العرض
builder-view-both = قائمة وخريطة
builder-view-list = القائمة فقط
builder-view-map = الخريطة فقط
builder-lang = لغة الواجهة
builder-lang-page = مثل الصفحة المحيطة
builder-locked = لا يمكن للزوار تغيير هذا الاختيار
builder-locked-text = إخفاء حقل البحث
builder-height = الارتفاع بالبكسل
builder-height-hint = فارغ: على الحاسوب نحو 740 بكسل على الأكثر، وعلى الهاتف بقدر الحاجة. المسموح من 200 إلى 3000.
builder-accent = لون الروابط والأزرار
builder-where = من يعرضه
builder-partner = موقع
builder-partner-any = جميع الشركاء
builder-partner-hint = الإطار الذي يحمل اسم شريك لا يظهر إلا في مواقع هذا الشريك. أما السطر من دون إطار فيعمل في كل مكان.
builder-update = تحديث المعاينة
builder-line = السطر الخاص بصفحتك
builder-line-hint = ألصقه حيث يجب أن يظهر الدليل. يسمّى ذلك في معظم أنظمة إدارة المحتوى «HTML» أو «إدراج رمز».
builder-frame = إذا كانت صفحتك لا تسمح بالبرامج النصية
builder-frame-hint = يعرض هذا السطر الشيء نفسه داخل إطار (iframe). في ووردبريس يكفي غالبًا العنوان وحده:
builder-copy = نسخ
builder-copied = تم النسخ
builder-preview = معاينة
builder-wrong = هذا غير ممكن:
