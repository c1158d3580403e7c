# GraphQL ile sorular
explorer-title = Rehbere sormak: GraphQL
explorer-lead = Hangi mahallede, hangi konuda kim, kiminle çalışıyor? Bu adres programlara GraphQL ile yanıt verir: JSON gönderen POST ile ya da GET ile. JavaScript açıksa burada soruları deneyebileceğiniz ve şemayı okuyabileceğiniz bir arayüz vardır.
explorer-question = Bir soru
explorer-ask = Bu soruyu şimdi sor
explorer-json = Yanıt JSON biçimindedir.
explorer-scope = Bir konu alt konularını, bir ilçe mahallelerini kapsar.
explorer-command = Komut satırından
explorer-more = Okumak ve izlemek
explorer-schema = Açıklamalarıyla bütün şema
explorer-changes = Gerçekleştikleri anda değişiklikler (WebSocket, graphql-transport-ws protokolü):
