// A mail server on the machine itself. Tells its port, then each mail it has taken, one JSON object a line.
// Recipients say how it answers: refused@… never, later@… not now, lost@… breaks the connection after the mail.
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const { user, password } = JSON.parse(process.argv[2] ?? '{}');
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const refuse = (code, message) => Object.assign(new Error(message), { responseCode: code });

const server = new SMTPServer({
  authOptional: !user,
  allowInsecureAuth: false,
  disabledCommands: user ? [] : ['AUTH'],
  onAuth(auth, session, done) {
    const known = auth.username === user && auth.password === password;
    done(known ? null : refuse(535, 'wrong user or password'), { user: auth.username });
  },
  onRcptTo({ address }, session, done) {
    if (address.startsWith('refused@')) return done(refuse(550, `no mailbox ${address}`));
    if (address.startsWith('later@')) return done(refuse(451, `greylisted ${address}`));
    return done();
  },
  async onData(stream, session, done) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const mail = await PostalMime.parse(Buffer.concat(chunks));
    const to = session.envelope.rcptTo.map(({ address }) => address);
    tell({
      from: session.envelope.mailFrom.address,
      to,
      secure: session.secure,
      subject: mail.subject,
      text: mail.text,
      headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    });
    if (to.some((address) => address.startsWith('lost@'))) {
      for (const connection of server.connections) connection._socket.destroy();
      return;
    }
    done();
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => tell({ port: server.server.address().port }));
process.stdin.resume().on('end', () => process.exit());
