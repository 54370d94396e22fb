//! Where a mail server is: `smtp://user@host:587`, `smtps://host`, with `?tls=none|starttls`, `?timeout=SECONDS`
//! (for every answer, also the one to a whole message, for which it is otherwise ten minutes) and `?from=ADDRESS`.

use crate::mail::is_envelope_address;
use std::net::IpAddr;
use std::time::Duration;

/// How the line is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (`smtps://`, port 465).
    Tls,
    /// STARTTLS or nothing is sent (`?tls=starttls`).
    StartTls,
    /// STARTTLS where the server offers it; a password is then still refused on an open line.
    Offered,
    /// An open line (`?tls=none`), for a server on this machine.
    None,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub user: Option<String>,
    pub password: Option<String>,
    /// The only address this account may send from; who signs is then answered through Reply-To.
    pub from: Option<String>,
    /// For connecting and for each answer but the last.
    pub timeout: Duration,
    /// For the answer to a whole message: a server may look into it before it answers, and to go away meanwhile is to not
    /// know what became of it. RFC 5321 §4.5.3.2.6 asks for ten minutes.
    pub patience: Duration,
}

/// What is wrong with an address. A password never stands in it: commands are seen by others.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    #[error("not smtp:// or smtps://")]
    Scheme,
    #[error("no host")]
    Host,
    #[error("not a port: {0}")]
    Port(String),
    #[error("a password in the address")]
    Password,
    #[error("unknown setting: {0}")]
    Setting(String),
}

impl Server {
    /// Reads an address; the password comes from elsewhere.
    ///
    /// # Errors
    /// The part that cannot be understood.
    pub fn parse(text: &str) -> Result<Server, AddressFault> {
        let (rest, implicit) = match (text.strip_prefix("smtps://"), text.strip_prefix("smtp://")) {
            (Some(rest), _) => (rest, true),
            (_, Some(rest)) => (rest, false),
            _ => return Err(AddressFault::Scheme),
        };
        let (place, settings) = rest.split_once('?').unwrap_or((rest, ""));
        let place = place.trim_end_matches('/');
        let (user, place) = match place.rsplit_once('@') {
            Some((user, _)) if user.contains(':') => return Err(AddressFault::Password),
            Some((user, place)) => (Some(user.to_owned()), place),
            None => (None, place),
        };
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) if !host.ends_with(':') && (!host.contains(':') || host.ends_with(']')) => {
                (host, Some(port.parse::<u16>().map_err(|_| AddressFault::Port(port.to_owned()))?))
            }
            _ => (place, None),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        if host.is_empty() || host.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(AddressFault::Host);
        }
        let mut server = Server {
            host: host.to_owned(),
            port: port.unwrap_or(if implicit { 465 } else { 587 }),
            security: if implicit { Security::Tls } else { Security::Offered },
            user,
            password: None,
            from: None,
            timeout: Duration::from_secs(30),
            patience: Duration::from_secs(600),
        };
        for setting in settings.split('&').filter(|setting| !setting.is_empty()) {
            server.set(setting)?;
        }
        Ok(server)
    }

    fn set(&mut self, setting: &str) -> Result<(), AddressFault> {
        let unknown = || AddressFault::Setting(setting.to_owned());
        match setting.split_once('=').ok_or_else(unknown)? {
            ("tls", "none") if self.security != Security::Tls => self.security = Security::None,
            ("tls", "starttls") if self.security != Security::Tls => self.security = Security::StartTls,
            ("from", address) if is_envelope_address(address) => self.from = Some(address.to_owned()),
            ("timeout", seconds) => {
                let seconds: u64 = seconds.parse().map_err(|_| unknown())?;
                if seconds == 0 || seconds > 3600 {
                    return Err(unknown());
                }
                self.timeout = Duration::from_secs(seconds);
                self.patience = self.timeout;
            }
            _ => return Err(unknown()),
        }
        Ok(())
    }

    pub(super) fn is_on_this_machine(&self) -> bool {
        let host = self.host.to_ascii_lowercase();
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_or_refused() {
        for (text, expected) in [
            ("smtp://mail.example.org", Ok(("mail.example.org", 587, Security::Offered, None))),
            ("smtps://mail.example.org", Ok(("mail.example.org", 465, Security::Tls, None))),
            (
                "smtp://ana@mail.example.org:25?tls=starttls",
                Ok(("mail.example.org", 25, Security::StartTls, Some("ana"))),
            ),
            (
                "smtp://ana@example.org@mail.example.org",
                Ok(("mail.example.org", 587, Security::Offered, Some("ana@example.org"))),
            ),
            ("smtp://[::1]:2525/?tls=none", Ok(("::1", 2525, Security::None, None))),
            ("smtp://ana:clave@mail.example.org", Err(AddressFault::Password)),
            ("http://mail.example.org", Err(AddressFault::Scheme)),
            ("smtp://", Err(AddressFault::Host)),
            ("smtp://mail:99999", Err(AddressFault::Port("99999".to_owned()))),
            ("smtps://mail?tls=none", Err(AddressFault::Setting("tls=none".to_owned()))),
            ("smtp://mail?from=nadie", Err(AddressFault::Setting("from=nadie".to_owned()))),
            ("smtp://mail?timeout=0", Err(AddressFault::Setting("timeout=0".to_owned()))),
        ] {
            let read = Server::parse(text);
            let read = read.as_ref().map(|one| (one.host.as_str(), one.port, one.security, one.user.as_deref()));
            assert_eq!(read.map_err(Clone::clone), expected, "{text}");
        }
    }
}
