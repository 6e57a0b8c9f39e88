//! Lines and answers keep step, whoever is at the other end.

use std::{
    cell::Cell,
    io::{self, BufRead, BufReader, Cursor, Read, Write},
};

use etal::{
    app::ring::{Outcome, Strictness, ring},
    domain::ids::Mint,
    ui::words::{Language, Words},
};

use crate::stall::{morning, rung, stall};

#[test]
fn answers_keep_the_order_and_a_refusal_stops_nothing_unless_asked_to() {
    let good = r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash"}]}"#;
    let lines = format!(
        "\u{feff}{good}\r\n\n{{\n{good}\n{}\n{good}",
        "x".repeat(3 << 20)
    );
    let (outcome, answers) = rung(&mut stall(), Strictness::GoesOn, lines.as_bytes());
    assert_eq!(
        outcome,
        Outcome {
            rung: 3,
            refused: 2
        }
    );
    let shape: Vec<String> = answers
        .iter()
        .map(|it| {
            it.get("ticket")
                .or_else(|| it.get("line"))
                .unwrap()
                .to_string()
        })
        .collect();
    assert_eq!(shape, ["\"A-1\"", "3", "\"A-2\"", "5", "\"A-3\""]);
    let (outcome, answers) = rung(&mut stall(), Strictness::Stops, lines.as_bytes());
    assert_eq!(
        outcome,
        Outcome {
            rung: 1,
            refused: 1
        }
    );
    assert_eq!(answers.len(), 2);
}

/// A pipe whose other end sends its next line only when it has the answer to the last.
struct Partner<'a> {
    waiting: Cursor<Vec<u8>>,
    answers: &'a Cell<usize>,
    sent: usize,
}

impl Read for Partner<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        assert_eq!(
            self.answers.get(),
            self.sent,
            "asked for more before it answered"
        );
        let mut line = Vec::new();
        self.waiting.read_until(b'\n', &mut line)?;
        self.sent += usize::from(!line.is_empty());
        line.as_slice().read(into)
    }
}

struct Answers<'a>(&'a Cell<usize>, usize);

impl Write for Answers<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1 += usize::from(bytes.ends_with(b"\n"));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.set(self.1);
        Ok(())
    }
}

#[test]
fn a_partner_may_wait_for_each_answer() {
    let answers = Cell::new(0);
    let lines =
        "{\"lines\":[{\"code\":\"12\"}],\"payments\":[{\"tender\":\"cash\"}]}\n{\n".repeat(5);
    let partner = Partner {
        waiting: Cursor::new(lines.into_bytes()),
        answers: &answers,
        sent: 0,
    };
    let outcome = ring(
        BufReader::new(partner),
        Answers(&answers, 0),
        &mut stall(),
        Strictness::GoesOn,
        &Words::of(Language::English),
        morning,
        &mut Mint::new([5; 32]),
    );
    assert_eq!(
        outcome.unwrap(),
        Outcome {
            rung: 5,
            refused: 5
        }
    );
}
