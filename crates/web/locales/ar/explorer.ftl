# الأسئلة بلغة GraphQL
explorer-title = سؤال الدليل: GraphQL
explorer-lead = من يعمل على أي موضوع، في أي حي، ومع من؟ يجيب هذا العنوان البرامجَ بلغة GraphQL: بطلب POST يحمل JSON أو بطلب GET. مع JavaScript تجد هنا واجهة تجرّب فيها الأسئلة وتتصفح المخطط.
explorer-question = سؤال
explorer-ask = اطرح هذا السؤال الآن
explorer-json = الجواب بصيغة JSON.
explorer-scope = يشمل الموضوع مواضيعه الفرعية، وتشمل المنطقة أحياءها.
explorer-command = من سطر الأوامر
explorer-more = للاطلاع والمتابعة
explorer-schema = المخطط كاملًا مع الشروح
explorer-changes = التغييرات فور حدوثها (WebSocket، بروتوكول graphql-transport-ws):
