//! A mail server that takes everything at once and keeps nothing: `sink` says its port, and at the end of its input how many
//! messages it took. For measuring what hands messages over. Built by `mail.sh`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn serve(mut stream: TcpStream, taken: &AtomicUsize) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    stream.write_all(b"220 sink\r\n")?;
    let mut reader = BufReader::with_capacity(1 << 16, stream.try_clone()?);
    let (mut line, mut answers, mut is_message) = (Vec::new(), Vec::new(), false);
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if is_message && line != b".\r\n" {
            continue;
        }
        let verb = line.get(..4).unwrap_or(&line).to_ascii_uppercase();
        answers.extend_from_slice(match &verb[..] {
            b"EHLO" => &b"250-sink\r\n250 PIPELINING\r\n"[..],
            b"DATA" => b"354 go on\r\n",
            b"QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        });
        if is_message {
            taken.fetch_add(1, Ordering::Relaxed);
        }
        is_message = verb == b"DATA";
        // Whoever pipelines hears the answers together.
        if reader.buffer().is_empty() {
            stream.write_all(&answers)?;
            answers.clear();
        }
    }
}

fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut stdout = std::io::stdout();
    writeln!(stdout, "{}", listener.local_addr()?.port())?;
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let counted = Arc::clone(&counted);
            thread::spawn(move || serve(stream, &counted));
        }
    });
    std::io::stdin().read_to_end(&mut Vec::new())?;
    writeln!(stdout, "{}", taken.load(Ordering::Relaxed))
}
