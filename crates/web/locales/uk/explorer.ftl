# Запитання мовою GraphQL
explorer-title = Запитати довідник: GraphQL
explorer-lead = Хто працює над якою темою, в якому районі та з ким? Ця адреса відповідає програмам мовою GraphQL: на POST із JSON або на GET. З увімкненим JavaScript тут є оглядач, у якому можна пробувати запитання й читати схему.
explorer-question = Запитання
explorer-ask = Поставити це запитання зараз
explorer-json = Відповідь надходить у форматі JSON.
explorer-scope = Тема охоплює свої підтеми, міський округ — свої квартали.
explorer-command = З командного рядка
explorer-more = Читати та стежити
explorer-schema = Уся схема з описами
explorer-changes = Зміни, щойно вони стаються (WebSocket, протокол graphql-transport-ws):
