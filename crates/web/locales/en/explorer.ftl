# Questions in GraphQL
explorer-title = Asking the directory: GraphQL
explorer-lead = Who works on which theme in which neighbourhood, and with whom? This address answers programs in GraphQL: by POST with JSON or by GET. With JavaScript there is an explorer here, in which you try questions and look things up in the schema.
explorer-question = A question
explorer-ask = Ask this question now
explorer-json = The answer is JSON.
explorer-scope = A theme includes its sub-themes, a borough its quarters.
explorer-command = From the command line
explorer-more = Looking up and listening
explorer-schema = The whole schema with its descriptions
explorer-changes = Changes as they happen (WebSocket, protocol graphql-transport-ws):
