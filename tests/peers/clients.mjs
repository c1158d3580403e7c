// Real clients of GraphQL, as applications set them up: each asks by the hash of its document first, over GET and over
// POST, and with the document where it is told that nothing is kept. Tells for each what it was answered, and with
// which requests.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { address } = JSON.parse(process.argv[2]);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const document = 'query Version { directory { version } }';

/** `fetch` that writes down what is sent: the method, whether it holds a document, and the status. */
function recording() {
  const requests = [];
  const record = async (url, options = {}) => {
    const { method = 'GET', body } = options;
    const hasDocument = body ? Boolean(JSON.parse(body).query) : new URL(url).searchParams.has('query');
    const response = await fetch(url, options);
    requests.push({ method, hasDocument, status: response.status });
    return response;
  };
  return { requests, record };
}

async function apollo(useGETForHashedQueries) {
  const { requests, record } = recording();
  const persisted = new PersistedQueryLink({ sha256, useGETForHashedQueries });
  const client = new ApolloClient({
    clientAwareness: { name: 'tests', version: '1' },
    cache: new InMemoryCache(),
    link: ApolloLink.from([persisted, new HttpLink({ uri: address, fetch: record })]),
  });
  const ask = () => client.query({ query: gql(document), fetchPolicy: 'network-only' });
  const answers = [await ask(), await ask()];
  return { answers: answers.map(({ data, error }) => data ?? String(error)), requests };
}

async function urql(preferGetForPersistedQueries) {
  const { requests, record } = recording();
  const persisted = persistedExchange({ preferGetForPersistedQueries, generateHash: async (text) => sha256(text) });
  const client = new Client({
    url: address,
    fetch: record,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    exchanges: [persisted, fetchExchange],
  });
  const ask = () => client.query(document, {}).toPromise();
  const answers = [await ask(), await ask()];
  return { answers: answers.map(({ data, error }) => data ?? String(error)), requests };
}

tell({ asking: address });
for (const [name, ask] of Object.entries({ apollo, urql })) {
  for (const get of [true, false]) {
    try {
      tell({ name, get, ...(await ask(get)) });
    } catch (error) {
      tell({ name, get, failed: String(error) });
    }
  }
}
process.stdin.resume().on('end', () => process.exit());
