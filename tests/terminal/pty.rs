//! A terminal for tests and measurements: a program runs in it, keys go in, what it shows is
//! looked at with the time at which it came.
#![allow(dead_code, reason = "the tests and the bench each use their part")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a test or a measurement that cannot go on stops"
)]

use std::{
    fs,
    io::{Read, Write},
    num::NonZeroU16,
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread,
    time::{Duration, Instant},
};

pub use portable_pty::CommandBuilder;
use portable_pty::{Child, ExitStatus, MasterPty, PtySize, native_pty_system};

/// So long anything may take on a machine that has other things to do.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// A program that has ended has nothing more to say after this.
const LAST_WORDS: Duration = Duration::from_millis(300);
/// The size every screen is designed for: columns and rows.
pub const DESIGN: (u16, u16) = (80, 24);

/// A piece of what the program wrote.
pub struct Shown {
    /// When it was here.
    pub at: Instant,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// The thread that takes in what the program writes; it holds the terminal open.
struct Looking {
    enough: Arc<AtomicBool>,
    thread: thread::JoinHandle<()>,
}

/// A terminal with a program in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    shown: Receiver<Shown>,
    looking: Option<Looking>,
    parser: vt100::Parser,
    /// All that the program wrote.
    pub written: Vec<u8>,
}

impl Terminal {
    /// Starts a program in a terminal of 80×24.
    pub fn open(command: CommandBuilder) -> Self {
        let size = pty_size(DESIGN);
        let pty = native_pty_system().openpty(size).unwrap();
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keyboard = pty.master.take_writer().unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        let (to, shown) = mpsc::channel();
        let enough = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&enough);
        let thread = thread::spawn(move || {
            let mut bytes = [0; 16_384];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                let at = Instant::now();
                let bytes = bytes[..n].to_vec();
                if told.load(Ordering::SeqCst) || to.send(Shown { at, bytes }).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            master: Some(pty.master),
            keyboard: Some(keyboard),
            shown,
            looking: Some(Looking { enough, thread }),
            parser: vt100::Parser::new(some(size.rows), some(size.cols), 0),
            written: Vec::new(),
        }
    }

    /// The program's number in the system.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends keys as the terminal would, all at once.
    pub fn press(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// Gives the terminal another size: columns and rows.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = pty_size((columns, rows));
        self.master.as_ref().unwrap().resize(size).unwrap();
        let screen = self.parser.screen_mut();
        screen.set_size(some(rows), some(columns));
    }

    /// What is on the screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// What is on the screen, as text; spaces that do not break are spaces.
    pub fn text(&self) -> String {
        text(self.screen())
    }

    /// Waits until this is on the screen; answers when the bytes came that made it so.
    pub fn wait_for(&mut self, wanted: &str) -> Option<Instant> {
        self.wait_until(wanted, |screen| text(screen).contains(wanted))
    }

    /// Waits until this is no longer on the screen.
    pub fn wait_gone(&mut self, unwanted: &str) {
        let what = format!("no more {unwanted}");
        self.wait_until(&what, |screen| !text(screen).contains(unwanted));
    }

    /// Waits until the screen is as it should be; answers when the bytes came that made it so,
    /// none if it was so before.
    pub fn wait_until(
        &mut self,
        what: &str,
        is_so: impl Fn(&vt100::Screen) -> bool,
    ) -> Option<Instant> {
        let mut since = None;
        while !is_so(self.screen()) {
            match self.next(PATIENCE) {
                Some(shown) => since = Some(shown.at),
                None => panic!("no {what:?} in\n{}", self.text()),
            }
        }
        since
    }

    /// The next piece that the program writes, shown on the screen; none if it is silent so long.
    pub fn next(&mut self, patience: Duration) -> Option<Shown> {
        let shown = self.shown.recv_timeout(patience).ok()?;
        self.parser.process(&shown.bytes);
        self.written.extend_from_slice(&shown.bytes);
        Some(shown)
    }

    /// Lets so much time pass, as a hand does, and takes in what is shown meanwhile.
    pub fn pause(&mut self, time: Duration) {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            // A program that is gone shows nothing any more: then this comes back at once.
            if self.next(left).is_none() {
                thread::park_timeout(end.saturating_duration_since(Instant::now()));
            }
        }
    }

    /// The row of the screen on which this is.
    pub fn row_of(&self, text: &str) -> u16 {
        let row = self.text().lines().position(|line| line.contains(text));
        u16::try_from(row.expect("on the screen")).unwrap()
    }

    /// Ends the program as a power cut does.
    pub fn cut(mut self) {
        let number = self.pid().to_string();
        assert!(well(process::Command::new("kill").args(["-KILL", &number])));
        self.wait();
    }

    /// Asks the program to end, as the system does when it is shut down.
    pub fn ask_to_end(&self) {
        let number = self.pid().to_string();
        assert!(well(process::Command::new("kill").arg(number)));
    }

    /// Waits for the program's end, taking in the last that it shows.
    pub fn ends(&mut self) -> ExitStatus {
        let status = self.wait();
        while self.next(LAST_WORDS).is_some() {}
        status
    }

    /// Lets go of the terminal's other end, so that closing it closes the terminal. `key` makes
    /// the program show something once more.
    pub fn stop_looking(&mut self, key: &str) {
        let looking = self.looking.take().unwrap();
        looking.enough.store(true, Ordering::SeqCst);
        self.press(key);
        looking.thread.join().unwrap();
    }

    /// Takes the terminal away, as a closed window or a cut line does, and waits.
    pub fn hang_up(&mut self) -> ExitStatus {
        self.keyboard = None;
        self.master = None;
        self.wait()
    }

    /// A line of `/proc/PID/status`, in kB: `VmRSS`, `VmHWM`.
    pub fn kilobytes(&self, line: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap();
        let found = status.lines().find_map(|it| it.strip_prefix(line));
        let number = found.and_then(|it| it.split_whitespace().next());
        number.and_then(|it| it.parse().ok()).unwrap_or_default()
    }

    fn wait(&mut self) -> ExitStatus {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            // A terminal that nobody reads from is full one day, and its program waits.
            if self.looking.is_none() || self.next(Duration::from_millis(10)).is_none() {
                thread::park_timeout(Duration::from_millis(10));
            }
        }
        panic!("still running\n{}", self.text());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves nothing running.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
        }
    }
}

/// A screen as text; spaces that do not break are spaces.
pub fn text(screen: &vt100::Screen) -> String {
    screen.contents().replace('\u{a0}', " ")
}

fn well(command: &mut process::Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

fn some(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("rows and columns")
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}
