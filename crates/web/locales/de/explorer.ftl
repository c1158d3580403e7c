# Fragen in GraphQL
explorer-title = Das Verzeichnis fragen: GraphQL
explorer-lead = Wer arbeitet zu welchem Thema in welchem Stadtteil, und mit wem? Diese Adresse antwortet Programmen in GraphQL: per POST auf JSON oder per GET. Mit JavaScript steht hier eine Oberfläche, in der Sie Fragen ausprobieren und das Schema nachlesen.
explorer-question = Eine Frage
explorer-ask = Diese Frage jetzt stellen
explorer-json = Die Antwort ist JSON.
explorer-scope = Ein Thema schließt seine Unterthemen ein, ein Stadtbezirk seine Ortsteile.
explorer-command = Von der Kommandozeile
explorer-more = Nachlesen und mitlesen
explorer-schema = Das ganze Schema mit Beschreibungen
explorer-changes = Änderungen, sobald sie geschehen (WebSocket, Protokoll graphql-transport-ws):
