# Pytania w GraphQL
explorer-title = Pytania do katalogu: GraphQL
explorer-lead = Kto zajmuje się jakim tematem, w której dzielnicy i z kim? Ten adres odpowiada programom w GraphQL: na POST z JSON albo na GET. Z włączonym JavaScriptem jest tu eksplorator, w którym można wypróbować pytania i przeczytać schemat.
explorer-question = Pytanie
explorer-ask = Zadaj to pytanie teraz
explorer-json = Odpowiedź ma format JSON.
explorer-scope = Temat obejmuje swoje podtematy, a okręg swoje dzielnice.
explorer-command = Z wiersza poleceń
explorer-more = Do przeczytania i śledzenia
explorer-schema = Cały schemat z opisami
explorer-changes = Zmiany w chwili, gdy następują (WebSocket, protokół graphql-transport-ws):
