//! The line to the server: plain or TLS, with a limit of time on everything.

use super::trust::{Trust, distrust};
use super::{Cut, Distrust, Server, Stop};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};
use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A socket whose every wait ends at one moment, however slowly the other side drips.
pub struct Wire {
    stream: TcpStream,
    until: Instant,
    /// What the system was last told of how long a read and a write may take.
    limits: [Duration; 2],
    /// What is written may wait for what is written next.
    holds: bool,
}

/// So much earlier or later a wait may end: the system need not be told anew for each of a thousand answers.
const SLACK: Duration = Duration::from_millis(20);

impl Wire {
    fn new(stream: TcpStream, time: Duration) -> Wire {
        Wire { stream, until: Instant::now() + time, limits: [Duration::ZERO; 2], holds: false }
    }

    /// What is left until the moment; an error when it has passed.
    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
    }

    /// The limit for the next read (0) or write (1), where it is another than the system knows.
    fn new_limit(&mut self, side: usize) -> io::Result<Option<Duration>> {
        let left = self.left()?;
        if self.limits[side].abs_diff(left) <= SLACK {
            return Ok(None);
        }
        self.limits[side] = left;
        Ok(Some(left))
    }

    /// Small packets go out at once, but for those that are held: the system sends them together with the next.
    #[cfg(target_os = "linux")]
    fn put(&mut self, bytes: &[u8]) -> io::Result<usize> {
        use rustix::net::{SendFlags, send};
        if self.holds {
            return Ok(send(&self.stream, bytes, SendFlags::MORE | SendFlags::NOSIGNAL)?);
        }
        self.stream.write(bytes)
    }

    #[cfg(not(target_os = "linux"))]
    fn put(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }
}

/// A signal to this process interrupts a wait that has a limit; that is no fault of the line. A limit that was reached
/// is told by some systems as «would block».
fn waited<T>(mut one: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match one() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Err(io::ErrorKind::TimedOut.into()),
            other => return other,
        }
    }
}

impl Read for Wire {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        waited(|| {
            if let Some(limit) = self.new_limit(0)? {
                self.stream.set_read_timeout(Some(limit))?;
            }
            self.stream.read(buffer)
        })
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        waited(|| {
            if let Some(limit) = self.new_limit(1)? {
                self.stream.set_write_timeout(Some(limit))?;
            }
            self.put(bytes)
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

pub enum Line {
    Plain(Wire),
    Tls(Box<StreamOwned<ClientConnection, Wire>>),
}

impl Line {
    /// Connects; every address of the host is tried.
    pub fn connect(server: &Server) -> Result<Line, Stop> {
        let fault = |error: io::Error| Stop::Connection((&error).into());
        let unknown = || Stop::Connection(Cut::NoSuchHost);
        let mut last = None;
        for address in (server.host.as_str(), server.port).to_socket_addrs().map_err(|_| unknown())? {
            match TcpStream::connect_timeout(&address, server.timeout) {
                Ok(stream) => {
                    stream.set_nodelay(true).map_err(fault)?;
                    return Ok(Line::Plain(Wire::new(stream, server.timeout)));
                }
                Err(error) => last = Some(error),
            }
        }
        Err(last.map_or_else(unknown, fault))
    }

    /// Protects the line, if it leads to whom it should (see `trust`).
    pub fn protect(self, server: &Server) -> Result<Line, Stop> {
        let Line::Plain(mut wire) = self else { return Ok(self) };
        let fault = |error: String| Stop::Tls(Distrust::Other(error));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let trust = Trust::of_this_machine(&provider).map_err(Stop::Tls)?;
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| fault(error.to_string()))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(trust))
            .with_no_client_auth();
        let name = ServerName::try_from(server.host.clone()).map_err(|error| fault(error.to_string()))?;
        let mut connection = ClientConnection::new(Arc::new(config), name).map_err(|error| fault(error.to_string()))?;
        wire.until = Instant::now() + server.timeout;
        connection.complete_io(&mut wire).map_err(|error| Stop::Tls(distrust(&error)))?;
        Ok(Line::Tls(Box::new(StreamOwned::new(connection, wire))))
    }

    pub fn is_protected(&self) -> bool {
        matches!(self, Line::Tls(_))
    }

    /// From now on, whatever is written and read must be done within this time, until it is set anew.
    pub fn allow(&mut self, time: Duration) {
        self.wire_mut().until = Instant::now() + time;
    }

    /// What is written while it holds need not leave before what is written afterwards does.
    pub fn hold(&mut self, holds: bool) {
        self.wire_mut().holds = holds;
    }

    /// The address of this end, by which a machine without a name of its own introduces itself.
    pub fn own_address(&mut self) -> Option<IpAddr> {
        self.wire_mut().stream.local_addr().ok().map(|address| address.ip())
    }

    fn wire_mut(&mut self) -> &mut Wire {
        match self {
            Line::Plain(wire) => wire,
            Line::Tls(stream) => &mut stream.sock,
        }
    }
}

impl Read for Line {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Line::Plain(wire) => wire.read(buffer),
            Line::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Line::Plain(wire) => wire.write(bytes),
            Line::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Line::Plain(wire) => wire.flush(),
            Line::Tls(stream) => stream.flush(),
        }
    }
}
