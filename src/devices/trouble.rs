//! Why a ticket did not come out, in kinds that a person can act on; the words are `ui`'s.

use rustix::io::Errno;
use thiserror::Error;

/// A job that was not done, and how much of it had left when it stopped.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{cause}; {sent} bytes had left")]
pub struct Trouble {
    /// What stood in the way.
    pub cause: Cause,
    /// Bytes the cable or the disk had accepted. They may or may not be on paper.
    pub sent: usize,
}

impl Trouble {
    /// Trouble before anything was sent.
    pub(super) fn at_once(cause: Cause) -> Self {
        Self { cause, sent: 0 }
    }

    /// Whether nothing has left: only then may a program send the job again without asking.
    /// Otherwise a person looks whether the ticket came out, and a second one is a duplicate.
    pub fn before_first_byte(&self) -> bool {
        self.sent == 0
    }
}

/// What stands between the till and the paper.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Cause {
    /// The settings name no printer.
    #[error("no printer is set")]
    NotSet,
    /// Nothing there: off, unplugged, out of range, or serving somebody else.
    #[error("the printer is off or unplugged")]
    Absent,
    /// The network knows no such name.
    #[error("no printer of that name on the network")]
    UnknownHost,
    /// This user may not write there.
    #[error("writing to the printer is not permitted")]
    Forbidden,
    /// Another program holds the printer.
    #[error("another program holds the printer")]
    Busy,
    /// It accepts no more bytes: most often no paper or an open cover.
    #[error("the printer takes nothing more")]
    NotTaking,
    /// It says itself that the paper is at its end.
    #[error("the printer has no paper")]
    PaperOut,
    /// The connection broke while the job was on its way.
    #[error("the connection to the printer broke")]
    Cut,
    /// All was sent, but the printer did not confirm it in time.
    #[error("the printer did not confirm")]
    NoAnswer,
    /// The disk that takes the tickets is full.
    #[error("no space left for the ticket's file")]
    NoSpace,
    /// The folder that takes the tickets is not there.
    #[error("the folder for the ticket's file does not exist")]
    NoFolder,
    /// The drawer's turn came too late to open it unasked.
    #[error("too late to open the drawer")]
    TooLate,
    /// Anything else, as the system words it.
    #[error("{0}")]
    Failed(String),
}

/// What a port writes on; the same error means another thing on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Medium {
    /// A printer at the other end of a cable or network.
    Paper,
    /// A file.
    Disk,
}

/// What an error of the system means to the person at the till.
pub(super) fn meaning(errno: Errno, medium: Medium, sent: usize) -> Trouble {
    let cause = match errno {
        Errno::ACCESS | Errno::PERM | Errno::ROFS => Cause::Forbidden,
        Errno::BUSY => Cause::Busy,
        Errno::NOSPC | Errno::DQUOT | Errno::FBIG => match medium {
            // So a parallel or USB printer reports that its paper is out.
            Medium::Paper => Cause::PaperOut,
            Medium::Disk => Cause::NoSpace,
        },
        Errno::NOENT | Errno::NOTDIR if medium == Medium::Disk => Cause::NoFolder,
        Errno::NOENT
        | Errno::NXIO
        | Errno::NODEV
        | Errno::IO
        | Errno::PIPE
        | Errno::CONNREFUSED
        | Errno::CONNRESET
        | Errno::CONNABORTED
        | Errno::HOSTDOWN
        | Errno::HOSTUNREACH
        | Errno::NETDOWN
        | Errno::NETUNREACH
        | Errno::TIMEDOUT => match sent {
            0 => Cause::Absent,
            _ => Cause::Cut,
        },
        _ => Cause::Failed(std::io::Error::from(errno).to_string()),
    };
    Trouble { cause, sent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_job_of_which_nothing_left_may_be_sent_again_unasked() {
        let off = meaning(Errno::NODEV, Medium::Paper, 0);
        assert_eq!(
            (off.cause.clone(), off.before_first_byte()),
            (Cause::Absent, true)
        );
        let pulled = meaning(Errno::NODEV, Medium::Paper, 4096);
        assert_eq!(
            (pulled.cause.clone(), pulled.before_first_byte()),
            (Cause::Cut, false)
        );
    }

    #[test]
    fn no_space_is_paper_on_a_printer_and_disk_on_a_disk() {
        assert_eq!(
            meaning(Errno::NOSPC, Medium::Paper, 0).cause,
            Cause::PaperOut
        );
        assert_eq!(meaning(Errno::NOSPC, Medium::Disk, 0).cause, Cause::NoSpace);
    }
}
