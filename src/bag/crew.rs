//! Many files, a few threads: the work is shared out, the results come back in order.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::BagError;

enum Word<R> {
    Bytes(u64),
    Done(usize, Result<R, BagError>),
}

/// Runs `work` over all jobs on as many threads as the machine has, each with its own tools from
/// `begin`. `work` says how many bytes it got through; `progress` hears the running total of this call,
/// on the calling thread. The first failure stops the rest.
pub(super) fn share<J, W, R>(
    jobs: &[J],
    begin: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &J, &dyn Fn(u64)) -> Result<R, BagError> + Sync,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<R>, BagError>
where
    J: Sync,
    R: Send,
{
    let threads = thread::available_parallelism().map_or(1, |n| n.get()).min(jobs.len());
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let mut results: Vec<Option<R>> = jobs.iter().map(|_| None).collect();
    let mut failure: Option<(usize, BagError)> = None;
    thread::scope(|scope| {
        let (tell, hear) = mpsc::channel();
        for _ in 0..threads {
            let tell = tell.clone();
            let (next, stop, begin, work) = (&next, &stop, &begin, &work);
            scope.spawn(move || {
                let mut tools = begin();
                while !stop.load(Ordering::Relaxed) {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { break };
                    // A send fails only when the listener is gone, and then nobody waits for it.
                    let bytes = |n| drop(tell.send(Word::Bytes(n)));
                    let done = work(&mut tools, job, &bytes);
                    if done.is_err() {
                        stop.store(true, Ordering::Relaxed);
                    }
                    drop(tell.send(Word::Done(at, done)));
                }
            });
        }
        drop(tell);
        let mut total = 0;
        for word in hear {
            match word {
                Word::Bytes(n) => {
                    total += n;
                    progress(total);
                }
                Word::Done(at, Ok(result)) => results[at] = Some(result),
                Word::Done(at, Err(error)) => {
                    if failure.as_ref().is_none_or(|(earlier, _)| at < *earlier) {
                        failure = Some((at, error));
                    }
                }
            }
        }
    });
    match failure {
        Some((_, error)) => Err(error),
        None => Ok(results.into_iter().flatten().collect()),
    }
}
