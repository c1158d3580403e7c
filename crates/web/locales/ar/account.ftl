# تسجيل الدخول والحساب الشخصي والدعوات
account-login = تسجيل الدخول
account-login-lead = لكل من لديه حساب هنا: هيئة التحرير والجمعيات والشركاء.
account-email = البريد الإلكتروني
account-password = كلمة المرور
account-password-current = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-hint = 12 حرفًا على الأقل. الأفضل عدة كلمات لا صلة بينها.
account-login-provider = تسجيل الدخول عبر { $name }
account-login-refused = البريد الإلكتروني وكلمة المرور غير متطابقين.
account-forgotten = نسيت كلمة المرور
account-forgotten-text = سنرسل إليك رابطًا لتعيين كلمة مرور جديدة.
account-forgotten-send = إرسال الرابط
account-forgotten-sent = إن كان لهذا العنوان حساب فالرابط في الطريق إليك، وهو صالح لمدة ساعة.
account-forgotten-no-mail = نسيت كلمة المرور؟ لا يُرسل بريد من هنا: من يدير الدليل يعيّن لك كلمة جديدة.
account-code-title = إدخال الرمز
account-code-lead = يرجى إدخال الرمز من تطبيق المصادقة أو أحد رموز الاسترداد.
account-code = الرمز
account-continue = متابعة
account-code-wrong = الرمز غير صحيح أو استُخدم من قبل.
account-pending-ended = استغرق ذلك وقتًا طويلًا. يرجى إدخال كلمة المرور مرة أخرى.
account-throttled =
    { $count ->
        [one] محاولات كثيرة جدًا. يرجى الانتظار دقيقة.
        [two] محاولات كثيرة جدًا. يرجى الانتظار دقيقتين.
        [few] محاولات كثيرة جدًا. يرجى الانتظار { $count } دقائق.
       *[other] محاولات كثيرة جدًا. يرجى الانتظار { $count } دقيقة.
    }
account-not-done = لم يتم
account-signed-out = تم تسجيل خروجك.
account-login-again = انتهت جلستك. بعد تسجيل الدخول تتابع من حيث كنت.
account-password-set = تم تعيين كلمة المرور الجديدة. يرجى تسجيل الدخول بها.
account-created = حسابك جاهز. يرجى تسجيل الدخول.
account-title = حسابي
account-back = العودة إلى الحساب
account-sign-out = تسجيل الخروج
account-sign-out-everywhere = تسجيل الخروج من كل الأجهزة
account-role = الدور
account-role-partner = شريك
account-role-member = عضو
account-role-editor = التحرير
account-role-admin = الإدارة
account-actors = يتحدث باسم
account-name = الاسم
account-name-hint = هكذا تناديك هيئة التحرير. اختياري.
account-save = حفظ
account-saved = تم الحفظ.
account-digest-title = الرسائل إليّ
account-digest-want = ما ينتظر: مرة في اليوم على الأكثر وفقط عندما ينتظر شيء
account-digest-language = لغة هذه الرسائل
account-digest-off = لا يرسل هذا الدليل مثل هذه الرسائل حاليًا. يسري اختياركم حين يبدأ بذلك.
account-password-title = تغيير كلمة المرور
account-password-text = بعدها تبقى مسجلًا هنا فقط: تنتهي كل الجلسات الأخرى.
account-password-changed = تم تغيير كلمة المرور وانتهت كل الجلسات الأخرى.
account-password-wrong = كلمة المرور غير صحيحة.
account-password-too-short =
    { $count ->
       *[other] كلمة المرور قصيرة جدًا: عدد الأحرف المطلوب { $count }.
    }
account-password-guessable = هذه الكلمة سهلة التخمين. يرجى اختيار غيرها.
account-password-like-email = كلمة المرور مأخوذة من اسمك أو بريدك. يرجى اختيار غيرها.
account-factor-title = العامل الثاني
account-factor-off = يُطلب عندئذ رمز من تطبيق على هاتفك إلى جانب كلمة المرور، فلا يدخل من يعرف كلمة المرور وحدها.
account-factor-on = العامل الثاني مفعّل. الرموز الجديدة والإيقاف يتطلبان كلمة المرور والرمز.
account-codes-left =
    { $count ->
       *[other] رموز الاسترداد المتبقية: { $count }
    }
account-factor-begin = إعداد
account-factor-remove = إيقاف
account-factor-removed = العامل الثاني متوقف.
account-factor-required = تحتاج الإدارة هنا إلى عامل ثانٍ.
account-factor-scan = افتح تطبيق مصادقة وامسح هذه الصورة به.
account-factor-qr = رمز QR للعامل الثاني
account-factor-secret = أو اكتب فيه هذا المفتاح، ثم اكتب أدناه الرمز الذي يعرضه:
account-codes-title = رموز الاسترداد
account-codes-text = العامل الثاني مفعّل. احفظ هذه الرموز في مكان آمن، على ورق مثلًا: كل رمز يغني عن الهاتف مرة واحدة. لا تُعرض إلا الآن.
account-codes-done = لقد حفظتها
account-codes-renew = رموز استرداد جديدة
account-sessions-title = الأجهزة المسجلة
account-session-this = هذا الجهاز
account-session-unknown = جهاز غير معروف
account-session-seen = آخر استخدام: { $date }
account-session-end = تسجيل الخروج
account-sessions-end-others = تسجيل خروج الأجهزة الأخرى
account-session-ended = انتهت الجلسة.
account-tokens-title = رموز وصول للبرامج
account-tokens-text = بهذا الرمز يسأل برنامج باسمك. لا تحتاج إليه للعمل هنا.
account-token-name = الغرض
account-token-days = الصلاحية بالأيام (1–366)
account-days-out-of-range = المسموح من 1 إلى 366 يومًا.
account-token-may-write = يجوز له التعديل أيضًا
account-token-writes = يقرأ ويعدّل
account-token-reads = يقرأ فقط
account-token-make = إنشاء رمز
account-token-until = صالح حتى { $date }
account-token-revoke = سحب
account-token-revoked = تم سحب الرمز.
account-token-title = رمز جديد
account-token-shown-once = انسخ الرمز الآن: لن يُعرض مرة أخرى.
account-set-title = تعيين كلمة مرور جديدة
account-set-text = بعدها تنتهي كل جلسات حسابك ولا يعود هذا الرابط صالحًا.
account-link-ended = لم يعد الرابط صالحًا
account-link-ended-text = انتهت صلاحيته أو استُخدم من قبل أو سُحب. يرجى طلب رابط جديد.
account-invitation-title = أهلًا وسهلًا
account-invitation-text = أنت مدعو للعمل في هذا الدليل. بالاسم وكلمة المرور تنشئ حسابك.
account-invitation-button = إنشاء الحساب
account-first-admin-title = الحساب الأول
account-first-admin-text = لا يملك أحد بعد صلاحية إدارة هذا الدليل. بهذا الحساب يمكنك فعل كل شيء، ومنه دعوة الآخرين. يعمل الرابط مرة واحدة.
account-address-taken = لهذا البريد حساب بالفعل. يرجى تسجيل الدخول به.
account-mail-password-subject = كلمة مرور جديدة لـ { $title }
account-mail-invitation-subject = دعوة: { $title }
account-mail-password-body =
    مرحبًا،

    طُلبت كلمة مرور جديدة لحسابك في «{ $title }». عيّنها هنا:

    { $link }

    الرابط صالح مرة واحدة وحتى { $until }. يرجى عدم إعطائه لأحد.

    تصلك هذه الرسالة لأن أحدًا أدخل عنوانك في صفحة الدخول. إن لم تكن أنت فلا حاجة إلى فعل شيء: تبقى كلمة المرور كما هي.
account-mail-invitation-body =
    مرحبًا،

    يدعوك { $by } إلى العمل في الدليل «{ $title }» ({ $role }). أنشئ حسابك هنا:

    { $link }

    الرابط صالح مرة واحدة وحتى { $until }. يرجى عدم إعطائه لأحد.

    تصلك هذه الرسالة مرة واحدة لأن الدعوة موجهة إلى عنوانك. إن لم ترد حسابًا فلا حاجة إلى فعل شيء: تنتهي الدعوة من نفسها ولا يُحفظ عنوانك بعدها.
account-mail-test-subject = رسالة تجريبية: { $title }
account-mail-test-body =
    مرحبًا،

    وصلت هذه الرسالة، فالدليل «{ $title }» يستطيع إرسال الرسائل.

    تصلكم مرة واحدة لأنكم طلبتم رسالة تجريبية في الإعدادات.
