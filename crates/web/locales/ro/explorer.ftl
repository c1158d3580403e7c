# Întrebări în GraphQL
explorer-title = Interogarea directorului: GraphQL
explorer-lead = Cine lucrează la ce temă, în ce cartier și cu cine? Această adresă răspunde programelor în GraphQL: prin POST cu JSON sau prin GET. Cu JavaScript găsiți aici o interfață în care încercați întrebări și consultați schema.
explorer-question = O întrebare
explorer-ask = Pune această întrebare acum
explorer-json = Răspunsul este în format JSON.
explorer-scope = O temă își cuprinde subtemele, iar un sector cartierele sale.
explorer-command = Din linia de comandă
explorer-more = De citit și de urmărit
explorer-schema = Întreaga schemă, cu descrieri
explorer-changes = Modificările în clipa în care au loc (WebSocket, protocolul graphql-transport-ws):
