//! Reads Rust as closely as the house rules need: words, texts, numbers and paths, without comments
//! and without what is compiled for tests only.

/// A piece of source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Word(String),
    /// What a string literal holds, escapes as written.
    Text(String),
    /// A number as written.
    Number(String),
    /// `::`.
    Join,
    /// Any other character.
    Sign(char),
}

/// A token and its line, counted from 1.
pub type Placed = (Token, usize);

/// The tokens of a source text; comments are left out, documentation with them.
pub fn tokens(text: &str) -> Vec<Placed> {
    let mut reader = Reader {
        text: text.chars().collect(),
        at: 0,
        line: 1,
    };
    let mut found = Vec::new();
    while let Some(token) = reader.token() {
        found.push(token);
    }
    found
}

struct Reader {
    text: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn see(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.see(0)?;
        self.at += 1;
        self.line += usize::from(next == '\n');
        Some(next)
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(next) = self.see(0).filter(|next| wanted(*next)) {
            taken.push(next);
            self.next();
        }
        taken
    }

    fn token(&mut self) -> Option<Placed> {
        loop {
            self.take_while(char::is_whitespace);
            match (self.see(0)?, self.see(1)) {
                ('/', Some('/')) => drop(self.take_while(|it| it != '\n')),
                ('/', Some('*')) => self.skip_block_comment(),
                _ => break,
            }
        }
        let line = self.line;
        let token = match (self.see(0)?, self.see(1)) {
            ('"', _) => {
                self.next();
                Token::Text(self.quoted('"'))
            }
            ('\'', second) if self.see(2) == Some('\'') || second == Some('\\') => {
                self.next();
                Token::Text(self.quoted('\''))
            }
            (':', Some(':')) => {
                self.next();
                self.next();
                Token::Join
            }
            (first, _) if first.is_ascii_digit() => Token::Number(self.number()),
            (first, _) if first.is_alphabetic() || first == '_' => self.word_or_text(),
            (sign, _) => {
                self.next();
                Token::Sign(sign)
            }
        };
        Some((token, line))
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        while let (Some(first), second) = (self.see(0), self.see(1)) {
            match (first, second) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.next();
                    continue;
                }
            }
            self.next();
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    /// The rest of a literal up to its closing quote, which is taken too.
    fn quoted(&mut self, quote: char) -> String {
        let mut text = String::new();
        while let Some(next) = self.next().filter(|next| *next != quote) {
            text.push(next);
            if next == '\\' {
                text.extend(self.next());
            }
        }
        text
    }

    fn word_or_text(&mut self) -> Token {
        let word = self.take_while(|it| it.is_alphanumeric() || it == '_');
        let rest = self.text.iter().skip(self.at);
        let hashes = rest.take_while(|it| **it == '#').count();
        let is_text = self.see(hashes) == Some('"');
        match word.as_str() {
            "b" | "c" if is_text && hashes == 0 => {
                self.next();
                Token::Text(self.quoted('"'))
            }
            "r" | "br" | "cr" if is_text => {
                self.at += hashes + 1;
                Token::Text(self.raw(hashes))
            }
            _ => Token::Word(word),
        }
    }

    fn raw(&mut self, hashes: usize) -> String {
        let mut text = String::new();
        while let Some(next) = self.next() {
            if next == '"' && (0..hashes).all(|it| self.see(it) == Some('#')) {
                self.at += hashes;
                return text;
            }
            text.push(next);
        }
        text
    }

    fn number(&mut self) -> String {
        let part = |it: char| it.is_ascii_alphanumeric() || it == '_';
        // In `pair.0.1` there are two places and no fraction.
        let is_place = self.at > 0 && self.text[self.at - 1] == '.';
        let mut number = self.take_while(part);
        let fraction =
            self.see(0) == Some('.') && self.see(1).is_some_and(|it| it.is_ascii_digit());
        if fraction && !is_place {
            number.extend(self.next());
            number.push_str(&self.take_while(part));
        }
        number
    }
}

/// The tokens without the items marked `#[cfg(test)]`, and the names of the modules in files of
/// their own that were so marked.
pub fn without_tests(tokens: &[Placed]) -> (Vec<Placed>, Vec<String>) {
    let mark = [
        Token::Sign('#'),
        Token::Sign('['),
        Token::Word("cfg".into()),
        Token::Sign('('),
        Token::Word("test".into()),
        Token::Sign(')'),
        Token::Sign(']'),
    ];
    let mut kept = Vec::new();
    let mut modules = Vec::new();
    let mut rest = tokens;
    while let Some((first, others)) = rest.split_first() {
        if !starts_with(rest, &mark) {
            kept.push(first.clone());
            rest = others;
            continue;
        }
        let item = &rest[mark.len()..];
        let length = item_length(item);
        if let [
            (Token::Word(keyword), _),
            (Token::Word(name), _),
            (Token::Sign(';'), _),
            ..,
        ] = item
            && keyword == "mod"
        {
            modules.push(name.clone());
        }
        rest = &item[length..];
    }
    (kept, modules)
}

fn starts_with(tokens: &[Placed], wanted: &[Token]) -> bool {
    tokens.len() >= wanted.len() && tokens.iter().zip(wanted).all(|((it, _), want)| it == want)
}

/// How many tokens an item takes, with the attributes before it.
fn item_length(tokens: &[Placed]) -> usize {
    let mut depth = 0_usize;
    for (place, (token, _)) in tokens.iter().enumerate() {
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign(')' | ']') => depth -= 1,
            Token::Sign('}') => {
                depth -= 1;
                if depth == 0 {
                    return place + 1;
                }
            }
            Token::Sign(';') if depth == 0 => return place + 1,
            _ => {}
        }
    }
    tokens.len()
}
