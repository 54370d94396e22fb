"""A mail server we did not write (PyPI `aiosmtpd`), with a certificate of its own.

Makes the certificate in the folder given (`own`: one that signs itself, for `localhost` only), says its ports as JSON, and what it took when its input ends.
"""

import asyncio
import datetime
import ipaddress
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

folder = Path(sys.argv[1])
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
now = datetime.datetime.now(datetime.timezone.utc)
own = sys.argv[2] == "own"
names = [x509.DNSName("localhost")] + ([] if own else [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
certificate = (
    x509.CertificateBuilder()
    .subject_name(name)
    .issuer_name(name)
    .public_key(key.public_key())
    .serial_number(x509.random_serial_number())
    .not_valid_before(now - datetime.timedelta(days=1))
    .not_valid_after(now + datetime.timedelta(days=1))
    .add_extension(x509.SubjectAlternativeName(names), critical=False)
    .add_extension(x509.BasicConstraints(ca=own, path_length=None), critical=True)
    .sign(key, hashes.SHA256())
)
pem = serialization.Encoding.PEM
(folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
(folder / "key.pem").write_bytes(private)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "cert.pem", folder / "key.pem")

taken = []


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("no@"):
            return "550 5.1.1 no such user"
        if address.startswith("full@"):
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        taken.append({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "text": envelope.original_content.decode("ascii"),
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "user": session.authenticated,
        })
        return "250 2.0.0 taken"


def check(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"ana", "clave ñ".encode())
    return AuthResult(success=good, handled=good)


async def main():
    loop = asyncio.get_running_loop()
    options = {"authenticator": check, "auth_required": True}
    start = lambda: SMTP(Sink(), tls_context=context, require_starttls=True, **options)
    implicit = lambda: SMTP(Sink(), auth_require_tls=False, **options)
    servers = [
        await loop.create_server(start, "127.0.0.1", 0),
        await loop.create_server(implicit, "127.0.0.1", 0, ssl=context),
    ]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    print(json.dumps({"starttls": ports[0], "tls": ports[1]}), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    print(json.dumps(taken), flush=True)


asyncio.run(main())
