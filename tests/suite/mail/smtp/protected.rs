//! TLS and logging in, against a server we did not write (`aiosmtpd`).
//!
//! A certificate is trusted through `SSL_CERT_FILE`, which a process reads of itself: so the delivering half runs as a
//! process of its own, which is this test program once more.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use ata::mail::Fate;
use ata::mail::smtp::{Courier, Distrust, Server, Stop};
use serde_json::{Value, json};

use super::FROM;

const PEER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/mail/smtp/peer.py");
const TARGET: &str = "ATA_TEST_SMTP_TARGET";

pub struct Peer {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub starttls: u64,
    pub tls: u64,
}

impl Peer {
    pub fn start(folder: &Path) -> Option<Peer> {
        Peer::start_as(folder, "given")
    }

    /// `own`: with a certificate that is an authority's, as `openssl req -x509` makes them.
    fn start_as(folder: &Path, certificate: &str) -> Option<Peer> {
        let python = crate::judge::python()?;
        let mut child = Command::new(&python)
            .arg(PEER)
            .arg(folder)
            .arg(certificate)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", python.display()));
        let mut stdout = BufReader::new(child.stdout.take().expect("stdout was piped"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("the server speaks");
        let ports: Value = serde_json::from_str(&line).expect("the judge lacks aiosmtpd or cryptography: see .ci/run");
        let port = |name: &str| ports[name].as_u64().expect("a port");
        Some(Peer { starttls: port("starttls"), tls: port("tls"), child, stdout })
    }

    /// What it took.
    pub fn end(mut self) -> Value {
        drop(self.child.stdin.take());
        let mut said = String::new();
        self.stdout.read_to_string(&mut said).expect("the server ends");
        self.child.wait().expect("the server ends");
        serde_json::from_str(&said).expect("JSON")
    }
}

/// Runs the delivering half, which trusts this certificate, and tells whether all was as it should be.
fn deliver(target: &str, certificate: &Path) {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "mail::smtp::protected::the_delivering_half", "--nocapture"])
        .env(TARGET, target)
        .env("SSL_CERT_FILE", certificate)
        .env_remove("SSL_CERT_DIR")
        .output()
        .expect("this program runs");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{target}: {}", String::from_utf8_lossy(&said));
}

/// Does nothing but where another test runs it: `ADDRESS good|wrong-password|untrusted`.
#[test]
fn the_delivering_half() {
    let Some(target) = std::env::var_os(TARGET) else { return };
    let target = target.into_string().expect("text");
    let (address, expected) = target.split_once(' ').expect("two words");
    let mut server = Server::parse(address).expect("an address");
    server.password = Some(if expected == "wrong-password" { "otra".to_owned() } else { "clave ñ".to_owned() });
    let mut courier = Courier::new(server);
    let mut send = |to: &str| courier.send(FROM, to, b"Subject: x\r\n\r\n.punto\r\n");
    match expected {
        "good" => {
            assert_eq!(send("a@x.example"), Ok(Fate::Sent("250 2.0.0 taken".to_owned())));
            assert_eq!(send("no@x.example"), Ok(Fate::Failed("550 5.1.1 no such user".to_owned())));
            assert_eq!(send("full@x.example"), Ok(Fate::Later("452 4.2.2 mailbox full".to_owned())));
            assert_eq!(send("b@x.example"), Ok(Fate::Sent("250 2.0.0 taken".to_owned())));
        }
        "wrong-password" => assert!(matches!(send("a@x.example"), Err(Stop::Authentication(_)))),
        "untrusted" => assert_eq!(send("a@x.example"), Err(Stop::Tls(Distrust::Unknown))),
        "other-name" => assert_eq!(send("a@x.example"), Err(Stop::Tls(Distrust::OtherName))),
        other => panic!("{other}"),
    }
}

#[test]
fn another_server_takes_messages_over_a_protected_line_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(peer) = Peer::start(folder.path()) else { return };
    let certificate = folder.path().join("cert.pem");
    let starttls = format!("smtp://ana@localhost:{}", peer.starttls);
    let tls = format!("smtps://ana@127.0.0.1:{}", peer.tls);
    for address in [starttls.clone(), format!("{starttls}?tls=starttls"), tls.clone()] {
        deliver(&format!("{address} good"), &certificate);
    }
    deliver(&format!("{starttls} wrong-password"), &certificate);
    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "").expect("a file");
    for address in [starttls, tls] {
        deliver(&format!("{address} untrusted"), &empty);
    }
    let taken = peer.end();
    let one = |to: &str| {
        let text = "Subject: x\r\n\r\n.punto\r\n";
        json!({ "from": FROM, "to": [to], "text": text, "tls": true, "user": true })
    };
    let both = [one("a@x.example"), one("b@x.example")];
    assert_eq!(taken.as_array().map(Vec::as_slice), Some([both.clone(), both.clone(), both].concat().as_slice()));
}

#[test]
fn a_server_that_signed_its_own_certificate_is_known_by_a_copy_of_it_and_by_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(peer) = Peer::start_as(folder.path(), "own") else { return };
    let certificate = folder.path().join("cert.pem");
    deliver(&format!("smtp://ana@localhost:{} good", peer.starttls), &certificate);
    deliver(&format!("smtps://ana@localhost:{} good", peer.tls), &certificate);
    deliver(&format!("smtps://ana@127.0.0.1:{} other-name", peer.tls), &certificate);
    let other = tempfile::tempdir().expect("a folder");
    let stranger = Peer::start_as(other.path(), "own").expect("the judge is there");
    deliver(&format!("smtp://ana@localhost:{} untrusted", stranger.starttls), &certificate);
    assert_eq!((peer.end().as_array().map(Vec::len), stranger.end().as_array().map(Vec::len)), (Some(4), Some(0)));
}
