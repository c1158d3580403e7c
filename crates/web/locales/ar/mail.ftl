# رسائل يكتبها الدليل من نفسه، وما وراء روابطها
mail-link-subject = هل تتعاونون مع «{ $partner }»؟
mail-link-body =
    مرحبًا،

    اقتُرح في الدليل «{ $title }» هذا التعاون:

    { $facts }

    لا يظهر للعموم إلا إذا وافق الطرفان. هل هذا صحيح؟ يمكنكم الموافقة أو الرفض هنا دون حساب:

    { $link }

    الرابط صالح حتى { $until }. من يملكه يستطيع استخدامه، فيرجى عدم إعطائه لأحد.

    تصلكم هذه الرسالة مرة واحدة لأن «{ $asked }» مدرجة في الدليل بهذا العنوان ولم يوافق أحد بعد باسم هذا الطرف. لعدم تلقي مثل هذه الرسائل:

    { $stop }
reply-title = هل تتعاون «{ $asked }» و«{ $partner }»؟
reply-lead = هكذا اقتُرح الأمر. لا يظهر للعموم إلا إذا وافق الطرفان.
reply-note = ملاحظة
reply-partner-confirmed = وافقت «{ $partner }» في { $date }.
reply-partner-waits = لم توافق «{ $partner }» بعد.
reply-changed = تغيّر الاقتراح في هذه الأثناء ولم يؤخذ بجوابكم. هذا هو الوضع الجديد: يرجى النظر مرة أخرى.
reply-confirm = نعم، هذا صحيح
reply-decline = لا، رفض
reply-reason = لماذا لا؟ (اختياري)
reply-reason-help = لا يقرأ هذا إلا فريق التحرير.
reply-thanks = شكرًا!
reply-closed = تمت الإجابة عن هذا السؤال من قبل
reply-confirmed-on = وافقت «{ $asked }» في { $date }.
reply-declined-on = رُفض باسم «{ $asked }» في { $date }.
reply-state-waiting = يظهر للعموم حين توافق «{ $partner }» أيضًا.
reply-state-active = وافق الطرفان: التعاون ظاهر للعموم.
reply-state-dormant = التعاون متوقف حاليًا.
reply-state-ended = انتهى التعاون.
reply-state-rejected = رُفض التعاون ولا يظهر للعموم.
reply-mistake = هل كان ذلك خطأ؟ فريق التحرير يساعدكم، وطريقة الوصول إليه في بيانات الناشر.
reply-gone = أحد الطرفين لم يعد في الدليل
reply-gone-text = لذلك لم يبق هنا ما يؤكَّد.
reply-expired-text = ما زال بإمكان فريق التحرير تأكيد التعاون، وطريقة الوصول إليه في بيانات الناشر.
stop-title = لا مزيد من هذه الرسائل؟
stop-link-confirmation = لن تصل إلى «{ $name }» أسئلة أخرى عن صحة تعاون ما. سيسأل فريق التحرير بنفسه عندئذ.
stop-unnamed = إحدى الجهات
stop-button = لا مزيد من هذه الرسائل
stop-done = لن تصل مثل هذه الرسائل بعد الآن
