//! The line to the server: plain or TLS, with a limit of time on everything.

use super::{Server, Stop};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;

pub enum Line {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
}

impl Line {
    /// Connects; every address of the host is tried.
    pub fn connect(server: &Server) -> Result<Line, Stop> {
        let fault = |error: io::Error| Stop::Connection(format!("{}:{}: {error}", server.host, server.port));
        let mut last = io::Error::from(io::ErrorKind::NotFound);
        for address in (server.host.as_str(), server.port).to_socket_addrs().map_err(fault)? {
            match TcpStream::connect_timeout(&address, server.timeout) {
                Ok(stream) => {
                    stream.set_nodelay(true).map_err(fault)?;
                    stream.set_read_timeout(Some(server.timeout)).map_err(fault)?;
                    stream.set_write_timeout(Some(server.timeout)).map_err(fault)?;
                    return Ok(Line::Plain(stream));
                }
                Err(error) => last = error,
            }
        }
        Err(fault(last))
    }

    /// Protects the line. The server's certificate must be known to this machine (`SSL_CERT_FILE` names another store).
    pub fn protect(self, server: &Server) -> Result<Line, Stop> {
        let Line::Plain(mut stream) = self else { return Ok(self) };
        let fault = |error: String| Stop::Tls(error);
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| fault(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(server.host.clone()).map_err(|error| fault(error.to_string()))?;
        let mut connection = ClientConnection::new(Arc::new(config), name).map_err(|error| fault(error.to_string()))?;
        connection.complete_io(&mut stream).map_err(|error| fault(error.to_string()))?;
        Ok(Line::Tls(Box::new(StreamOwned::new(connection, stream))))
    }

    pub fn is_protected(&self) -> bool {
        matches!(self, Line::Tls(_))
    }
}

impl Read for Line {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Line::Plain(stream) => stream.read(buffer),
            Line::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Line::Plain(stream) => stream.write(bytes),
            Line::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Line::Plain(stream) => stream.flush(),
            Line::Tls(stream) => stream.flush(),
        }
    }
}
