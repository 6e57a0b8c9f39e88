//! The terminal: the only file that knows crossterm. Keys in with their times, frames out, and the
//! shell's screen back whatever happens.
//!
//! Nothing in here asks the terminal anything: its answer would come between the keys, which
//! another thread is reading, and a terminal that gives none costs two seconds. ratatui's
//! `Terminal::clear` is such a question; [`Screen::resized`] does the same without.

use std::{
    fs::OpenOptions,
    io::{self, BufWriter, IsTerminal, Stdout, Write},
    mem::ManuallyDrop,
    os::unix::net::UnixStream,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::SyncSender,
    },
    thread,
    time::Duration,
};

use crossterm::{
    cursor, event,
    event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    queue, style, terminal,
};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport, layout::Rect};
use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
};
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    low_level::pipe,
};

use super::{clock, paint::Paint};
use crate::ui::{
    keys::{Key, Stroke},
    room,
};

/// Why there is no screen to sell on.
#[derive(Debug, thiserror::Error)]
pub enum ScreenTrouble {
    /// Keyboard or screen is a file or a pipe.
    #[error("the keyboard and the screen are not a terminal")]
    NotATerminal,
    /// The terminal refused to be set up.
    #[error("the terminal cannot be set up: {0}")]
    Io(#[from] io::Error),
}

/// What to leave behind when the program itself is at fault.
pub struct LastWords {
    /// The file to which the fault is added, for the person who will mend it.
    pub crash_file: PathBuf,
    /// What the stallholder reads then, in their language: what is safe and what to do.
    pub sentence: String,
}

/// The terminal while the till is on it; dropping it gives the shell's screen back.
pub struct Screen {
    // Never dropped by itself: ratatui would then write to the terminal once more and, if that is
    // gone, panic for want of a place to say so.
    terminal: ManuallyDrop<Terminal<Paint<BufWriter<Stdout>>>>,
    on: Arc<AtomicBool>,
}

/// A frame of 80×24 drawn anew takes less, so that it leaves in one write.
const FRAME_BYTES: usize = 32 * 1024;

impl Screen {
    /// Takes the terminal: keys unechoed and at once, the other screen, pastes marked as such. A
    /// fault in any thread from now on gives the terminal back, writes the last words and ends the
    /// program: a till that lost one of its threads would go on lying.
    pub fn open(last_words: LastWords) -> Result<Self, ScreenTrouble> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(ScreenTrouble::NotATerminal);
        }
        let on = Arc::new(AtomicBool::new(true));
        leave_on_a_fault(Arc::clone(&on), last_words);
        let terminal = take().inspect_err(|_| leave(io::stdout()))?;
        Ok(Self {
            terminal: ManuallyDrop::new(terminal),
            on,
        })
    }

    /// Draws a frame; only what changed since the last one is written, in one piece. An error
    /// means that the terminal is gone.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.terminal.draw(picture).map(drop)
    }

    /// Takes the terminal's new size and forgets what is on it, so that the next frame is drawn
    /// whole: for [`Input::Resized`], and when something else wrote over the screen.
    pub fn resized(&mut self) -> io::Result<()> {
        let size = size();
        self.terminal.backend_mut().resize(size);
        self.terminal.resize(size)
    }

    /// Rings: a key was not taken.
    pub fn bell(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut().out();
        out.write_all(b"\x07")?;
        out.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if self.on.swap(false, Ordering::SeqCst) {
            leave(self.terminal.backend_mut().out());
        }
    }
}

fn take() -> io::Result<Terminal<Paint<BufWriter<Stdout>>>> {
    terminal::enable_raw_mode()?;
    // From here on crossterm hears of changes of size, before the size is first read.
    event::poll(Duration::ZERO)?;
    let mut out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    queue!(
        out,
        terminal::EnterAlternateScreen,
        event::EnableBracketedPaste
    )?;
    let size = size();
    let viewport = Viewport::Fixed(size);
    let mut terminal = Terminal::with_options(Paint::new(out, size), TerminalOptions { viewport })?;
    terminal.resize(size)?;
    Ok(terminal)
}

/// The terminal's size; the design size where it does not know its own, as on a serial line.
fn size() -> Rect {
    let (width, height) = match terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => (width, height),
        _ => (room::DESIGN.width, room::DESIGN.height),
    };
    Rect::new(0, 0, width, height)
}

/// Gives the terminal back, as far as it is still there to be given.
fn leave(mut out: impl Write) {
    // The Linux console has no other screen to leave: what was sold would stay on it.
    let _ = queue!(
        out,
        style::ResetColor,
        terminal::Clear(terminal::ClearType::All),
        cursor::MoveTo(0, 0),
        event::DisableBracketedPaste,
        terminal::LeaveAlternateScreen,
        cursor::Show
    );
    let _ = out.flush();
    let _ = terminal::disable_raw_mode();
}

fn leave_on_a_fault(on: Arc<AtomicBool>, last_words: LastWords) {
    panic::set_hook(Box::new(move |fault| {
        if on.swap(false, Ordering::SeqCst) {
            leave(io::stdout());
        }
        let written = write_down(&last_words.crash_file, fault);
        let mut shell = io::stderr();
        let _ = writeln!(shell, "{}", last_words.sentence);
        let _ = match written {
            Ok(()) => writeln!(shell, "{}", last_words.crash_file.display()),
            Err(_) => writeln!(shell, "{fault}"),
        };
        process::exit(101);
    }));
}

fn write_down(crash_file: &Path, fault: &PanicHookInfo) -> io::Result<()> {
    let thread = thread::current();
    let text = format!(
        "etal {} {} UTC, thread {}\n{fault}\n\n",
        env!("CARGO_PKG_VERSION"),
        jiff::Timestamp::from_millisecond(clock::now_utc_ms()).unwrap_or_default(),
        thread.name().unwrap_or("?"),
    );
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(crash_file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Whether this error of a [`Screen`] only says that its terminal is no more, as
/// [`Input::HungUp`] would have said a moment later.
pub fn has_vanished(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

/// What comes from the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key, and when it was read.
    Stroke(Stroke),
    /// The terminal has another size: [`Screen::resized`], then a frame.
    Resized,
    /// The terminal is gone or the system wants the program to end; keys after it are nobody’s.
    HungUp,
}

/// Starts to read keys, each with the time of `now_ms`, and to watch for the terminal's end; both
/// go to the same channel, which may be bounded: while it is full, keys wait in the kernel.
pub fn start_reading<E>(to: SyncSender<E>, now_ms: fn() -> u64) -> io::Result<()>
where
    E: From<Input> + Send + 'static,
{
    watch_for_the_end(to.clone())?;
    thread::Builder::new().name("keys".into()).spawn(move || {
        while let Ok(event) = event::read() {
            let at_ms = now_ms();
            let sent = match event {
                Event::Resize(..) => to.send(E::from(Input::Resized)),
                Event::Paste(text) => send_all(&to, pasted(&text), at_ms),
                Event::Key(key) => send_all(&to, pressed(key).into_iter().flatten(), at_ms),
                Event::Mouse(_) | Event::FocusGained | Event::FocusLost => Ok(()),
            };
            if sent.is_err() {
                break;
            }
        }
    })?;
    Ok(())
}

fn send_all<E: From<Input>>(
    to: &SyncSender<E>,
    keys: impl IntoIterator<Item = Key>,
    at_ms: u64,
) -> Result<(), std::sync::mpsc::SendError<E>> {
    keys.into_iter()
        .try_for_each(|key| to.send(E::from(Input::Stroke(Stroke { key, at_ms }))))
}

/// A thread of its own, because crossterm 0.29 turns in circles inside its `read` when the terminal
/// has vanished, and never comes back to tell.
fn watch_for_the_end<E>(to: SyncSender<E>) -> io::Result<()>
where
    E: From<Input> + Send + 'static,
{
    let (signalled, wake) = UnixStream::pair()?;
    for signal in [SIGHUP, SIGTERM, SIGINT] {
        pipe::register(signal, wake.try_clone()?)?;
    }
    thread::Builder::new()
        .name("hang-up".into())
        .spawn(move || {
            let keyboard = io::stdin();
            let mut ends = [
                // Without a wish, only the end of a terminal is reported.
                PollFd::new(&keyboard, PollFlags::empty()),
                PollFd::new(&signalled, PollFlags::IN),
            ];
            while matches!(poll(&mut ends, None), Err(Errno::INTR)) {}
            // Nobody left to tell: the program is ending already.
            let _ = to.send(E::from(Input::HungUp));
        })?;
    Ok(())
}

/// The keys of a pasted text: they come at one moment, as from a scanner.
fn pasted(text: &str) -> impl Iterator<Item = Key> {
    let lines = text.replace("\r\n", "\n");
    let keys: Vec<Key> = lines
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' => Some(Key::Enter),
            '\t' => Some(Key::Tab),
            c if c.is_control() => None,
            c => Some(Key::Char(c)),
        })
        .collect();
    keys.into_iter()
}

/// The key that was pressed, or the two of them: most terminals send Alt and a key as Escape and
/// the key, so two quick presses look the same and are what a till needs.
fn pressed(event: KeyEvent) -> [Option<Key>; 2] {
    if event.kind == KeyEventKind::Release {
        return [None, None];
    }
    let escape = event
        .modifiers
        .contains(KeyModifiers::ALT)
        .then_some(Key::Escape);
    [escape, key(event.code, event.modifiers)]
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    Some(match code {
        KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => match c {
            // Ctrl-H is what some terminals send for Backspace, Ctrl-J is a line feed.
            'h' => Key::Back,
            'j' => Key::Enter,
            c => Key::Ctrl(c.to_ascii_lowercase()),
        },
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(n) => Key::F(n),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Back,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Insert
        | KeyCode::Null
        | KeyCode::CapsLock
        | KeyCode::ScrollLock
        | KeyCode::NumLock
        | KeyCode::PrintScreen
        | KeyCode::Pause
        | KeyCode::Menu
        | KeyCode::KeypadBegin
        | KeyCode::Media(_)
        | KeyCode::Modifier(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(code: KeyCode, modifiers: KeyModifiers) -> Vec<Key> {
        pressed(KeyEvent::new(code, modifiers))
            .into_iter()
            .flatten()
            .collect()
    }

    #[test]
    fn escape_and_a_key_in_one_breath_are_both_kept() {
        let seven = keys(KeyCode::Char('7'), KeyModifiers::ALT);
        assert_eq!(seven, [Key::Escape, Key::Char('7')]);
    }

    #[test]
    fn the_odd_codes_of_terminals_are_the_keys_people_pressed() {
        assert_eq!(keys(KeyCode::Char('h'), KeyModifiers::CONTROL), [Key::Back]);
        assert_eq!(
            keys(KeyCode::Char('j'), KeyModifiers::CONTROL),
            [Key::Enter]
        );
        assert_eq!(
            keys(KeyCode::Char('Q'), KeyModifiers::CONTROL),
            [Key::Ctrl('q')]
        );
        assert_eq!(
            keys(KeyCode::Char('É'), KeyModifiers::SHIFT),
            [Key::Char('É')]
        );
        assert_eq!(keys(KeyCode::Insert, KeyModifiers::NONE), []);
    }

    #[test]
    fn a_key_let_go_is_no_key() {
        let up = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(pressed(up), [None, None]);
    }

    #[test]
    fn a_pasted_text_is_typed_without_what_could_command() {
        let typed: Vec<Key> = pasted("3*1\u{1b}\r\nœ\t").collect();
        let wanted = [
            Key::Char('3'),
            Key::Char('*'),
            Key::Char('1'),
            Key::Enter,
            Key::Char('œ'),
            Key::Tab,
        ];
        assert_eq!(typed, wanted);
    }
}
