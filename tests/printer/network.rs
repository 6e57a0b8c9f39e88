//! Printers on the network: one that prints, and those that refuse, swallow, stop or hang up.

use crate::{CALM, HASTE, parcel, port};
use etal::devices::{
    port::{Done, Port},
    profile::Ack,
    trouble::{Cause, Trouble},
};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    thread::{self, JoinHandle},
    time::Duration,
};

/// A printer that serves one connection.
fn printer<T: Send + 'static>(
    serve: impl FnOnce(TcpStream) -> T + Send + 'static,
) -> (Port, JoinHandle<T>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let there = port(&format!("tcp:{}", listener.local_addr().unwrap()));
    let served = thread::spawn(move || serve(listener.accept().unwrap().0));
    (there, served)
}

fn send(there: &Port, bytes: &[u8], ack: Ack) -> Result<Done, Trouble> {
    there.send(&parcel(bytes, ack), &CALM)
}

#[test]
fn a_printer_that_reads_gets_the_job_and_the_end() {
    let (there, served) = printer(|mut stream| {
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        all
    });
    assert_eq!(send(&there, b"un ticket", Ack::None), Ok(Done::Sent));
    assert_eq!(served.join().unwrap(), b"un ticket");
}

fn answering(bytes: &'static [u8]) -> (Port, JoinHandle<TcpStream>) {
    printer(move |mut stream| {
        stream.read_exact(&mut [0; 9]).unwrap();
        stream.write_all(bytes).unwrap();
        stream
    })
}

#[test]
fn an_answer_after_the_ticket_confirms_it() {
    // An unasked status and flow control come before the answer that counts.
    for answer in [&b"\x00"[..], b"\x14\x11\x03"] {
        let (there, served) = answering(answer);
        assert_eq!(
            send(&there, b"un ticket", Ack::PaperStatus),
            Ok(Done::Confirmed)
        );
        drop(served.join().unwrap());
    }
}

#[test]
fn an_answer_may_say_that_the_paper_is_out() {
    let (there, served) = answering(b"\x0c");
    let trouble = send(&there, b"un ticket", Ack::PaperStatus).unwrap_err();
    assert_eq!((trouble.cause, trouble.sent), (Cause::PaperOut, 9));
    drop(served.join().unwrap());
}

#[test]
fn silence_where_an_answer_was_due_is_not_taken_for_paper() {
    let (there, served) = printer(|stream| stream);
    let trouble = there
        .send(&parcel(b"un ticket", Ack::PaperStatus), &HASTE)
        .unwrap_err();
    assert_eq!((trouble.cause, trouble.sent), (Cause::NoAnswer, 9));
    drop(served.join().unwrap());
}

#[test]
fn a_printer_that_never_reads_stalls_and_is_told() {
    let (there, served) = printer(|stream| stream);
    let long = vec![b'x'; 32_000_000];
    let trouble = there.send(&parcel(&long, Ack::None), &HASTE).unwrap_err();
    assert_eq!(trouble.cause, Cause::NotTaking);
    assert!((1..long.len()).contains(&trouble.sent), "{}", trouble.sent);
    drop(served.join().unwrap());
}

#[test]
fn a_printer_that_hangs_up_early_leaves_the_ticket_unknown() {
    for ack in [Ack::None, Ack::PaperStatus] {
        let (there, served) = printer(|mut stream| {
            stream.read_exact(&mut [0; 4]).unwrap();
            // Long enough that the till has sent all and believes in it.
            thread::park_timeout(Duration::from_millis(50));
        });
        let trouble = send(&there, &vec![b'x'; 50_000], ack).unwrap_err();
        assert_eq!(
            (&trouble.cause, trouble.before_first_byte()),
            (&Cause::Cut, false)
        );
        served.join().unwrap();
    }
}

#[test]
fn a_printer_that_is_off_loses_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let there = port(&format!("tcp:{}", listener.local_addr().unwrap()));
    drop(listener);
    let trouble = send(&there, b"un ticket", Ack::None).unwrap_err();
    assert_eq!(
        (&trouble.cause, trouble.before_first_byte()),
        (&Cause::Absent, true)
    );
}

#[test]
fn a_printer_may_have_a_name() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let number = listener.local_addr().unwrap().port();
    let served = thread::spawn(move || {
        let mut all = String::new();
        listener
            .accept()
            .unwrap()
            .0
            .read_to_string(&mut all)
            .unwrap();
        all
    });
    let there = port(&format!("localhost:{number}"));
    assert_eq!(
        there.send(&parcel(b"bonjour", Ack::None), &CALM),
        Ok(Done::Sent)
    );
    assert_eq!(served.join().unwrap(), "bonjour");
}
