//! Bytes over a descriptor that may stop taking them: no wait here is without a limit.

use super::trouble::{Cause, Medium, Trouble, meaning};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fd::{AsFd, BorrowedFd},
    io::{Errno, read, retry_on_intr, write},
};
use std::time::Duration;

/// How often a descriptor may say "ready" and then take nothing, before the pause between two
/// attempts is counted against its patience.
const NAP: Duration = Duration::from_millis(20);
/// Rounds in which a talkative printer is listened to before it is left.
const ROUNDS: usize = 16;
/// `GS r 1` answers 0xx0xxxx; flow control and unasked status have one of these bits set.
const NOT_AN_ANSWER: u8 = 0x90;
/// In that answer: the paper's end is reached.
const PAPER_END: u8 = 0x0c;

/// Hands over all bytes, at most `slice` at once. Stops where not one byte was accepted for as long
/// as `patience`, however long the whole may take: a printer is slow, a stopped one is silent.
pub(super) fn push(
    fd: impl AsFd,
    bytes: &[u8],
    slice: usize,
    medium: Medium,
    patience: Duration,
) -> Result<(), Trouble> {
    let fd = fd.as_fd();
    let mut sent = 0;
    let mut left = patience;
    let mut asked = Asked::No;
    while let Some(rest) = bytes.get(sent..).filter(|rest| !rest.is_empty()) {
        let part = rest.get(..slice).unwrap_or(rest);
        match retry_on_intr(|| write(fd, part)) {
            Ok(0) | Err(Errno::AGAIN) => {
                if asked == Asked::Ready {
                    nap();
                    left = left.saturating_sub(NAP);
                }
                asked = ready(fd, PollFlags::OUT, left);
                if asked == Asked::No || left.is_zero() {
                    let cause = Cause::NotTaking;
                    return Err(Trouble { cause, sent });
                }
            }
            Ok(count) => {
                sent += count;
                left = patience;
                asked = Asked::No;
            }
            Err(errno) => return Err(meaning(errno, medium, sent)),
        }
    }
    Ok(())
}

/// Waits until the device has taken what was handed over: closing a USB printer's device throws
/// away what is still on its way. `sent` is how much that was.
pub(super) fn settle(fd: impl AsFd, sent: usize, patience: Duration) -> Result<(), Trouble> {
    let fd = fd.as_fd();
    let cause = match ready(fd, PollFlags::OUT, patience) {
        Asked::Ready => return Ok(()),
        Asked::Broken => Cause::Cut,
        Asked::No => Cause::NotTaking,
    };
    Err(Trouble { cause, sent })
}

/// Throws away what the printer said before it was asked.
pub(super) fn drain(fd: impl AsFd) {
    let mut old = [0; 64];
    for _ in 0..ROUNDS {
        match retry_on_intr(|| read(fd.as_fd(), &mut old)) {
            Ok(count) if count > 0 => {}
            Ok(_) | Err(_) => return,
        }
    }
}

/// Listens for the printer's answer that all before its question is printed.
pub(super) fn confirmed(fd: impl AsFd, patience: Duration) -> Result<(), Cause> {
    let fd = fd.as_fd();
    let mut heard = [0; 64];
    for _ in 0..ROUNDS {
        match ready(fd, PollFlags::IN, patience) {
            Asked::No => return Err(Cause::NoAnswer),
            Asked::Ready | Asked::Broken => {}
        }
        let count = match retry_on_intr(|| read(fd, &mut heard)) {
            Ok(0) => return Err(Cause::Cut),
            Ok(count) => count,
            Err(Errno::AGAIN) => {
                nap();
                continue;
            }
            Err(errno) => return Err(meaning(errno, Medium::Paper, 1).cause),
        };
        let mut heard = heard.iter().take(count);
        match heard.find(|byte| **byte & NOT_AN_ANSWER == 0) {
            Some(status) if status & PAPER_END != 0 => return Err(Cause::PaperOut),
            Some(_) => return Ok(()),
            None => {}
        }
    }
    Err(Cause::NoAnswer)
}

/// Listens until the other end hangs up or is silent: a connection that was reset tells it now.
/// Unread bytes at the close would make the kernel reset it, and the printer drop its ticket.
pub(super) fn farewell(fd: impl AsFd, patience: Duration) -> Result<(), Cause> {
    let fd = fd.as_fd();
    let mut heard = [0; 64];
    for _ in 0..ROUNDS {
        if ready(fd, PollFlags::IN, patience) == Asked::No {
            return Ok(());
        }
        match retry_on_intr(|| read(fd, &mut heard)) {
            Ok(0) | Err(Errno::AGAIN) => return Ok(()),
            Ok(_) => {}
            Err(errno) => return Err(meaning(errno, Medium::Paper, 1).cause),
        }
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Ready,
    Broken,
    No,
}

/// Whether the descriptor is ready within the patience. An interrupted wait starts again.
fn ready(fd: BorrowedFd<'_>, what: PollFlags, patience: Duration) -> Asked {
    let mut fds = [PollFd::from_borrowed_fd(fd, what)];
    let patience = Timespec::try_from(patience).ok();
    match retry_on_intr(|| poll(&mut fds, patience.as_ref())) {
        Ok(0) | Err(_) => return Asked::No,
        Ok(_) => {}
    }
    let told = fds
        .iter()
        .fold(PollFlags::empty(), |all, it| all | it.revents());
    if told.intersects(PollFlags::ERR | PollFlags::HUP | PollFlags::NVAL) {
        Asked::Broken
    } else {
        Asked::Ready
    }
}

fn nap() {
    // Waiting for no descriptor at all: only the time passes.
    let _ = poll(&mut [], Timespec::try_from(NAP).ok().as_ref());
}
