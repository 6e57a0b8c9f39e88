//! The paths that source text names, spelled from their root, `use` trees taken apart.

use super::source::{Placed, Token};

/// Every path with more than one name, and everything a `use` names, spelled from its root;
/// `module` is where the tokens stand, so that `super` and `self` can be told.
pub fn paths(tokens: &[Placed], module: &[String]) -> Vec<(Vec<String>, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let line = tokens[at].1;
        let before = at.checked_sub(1).and_then(|it| tokens.get(it));
        match &tokens[at].0 {
            Token::Word(word) if word == "use" => {
                at += 1;
                let mut named = Vec::new();
                use_tree(tokens, &mut at, &[], &mut named);
                found.extend(named.into_iter().map(|path| (rooted(&path, module), line)));
            }
            Token::Word(_) if before.is_none_or(|(it, _)| starts_a_path(it)) => {
                let path = straight(tokens, &mut at);
                if path.len() > 1 {
                    found.push((rooted(&path, module), line));
                }
            }
            Token::Join if before.is_none_or(|(it, _)| ends_nothing(it)) => {
                at += 1;
                found.push((straight(tokens, &mut at), line));
            }
            _ => at += 1,
        }
    }
    found
}

fn starts_a_path(before: &Token) -> bool {
    !matches!(before, Token::Join | Token::Sign('.'))
}

/// Whether `::` after this begins a path instead of going on with one.
fn ends_nothing(before: &Token) -> bool {
    !matches!(before, Token::Word(_) | Token::Sign('>'))
}

fn straight(tokens: &[Placed], at: &mut usize) -> Vec<String> {
    let mut path = Vec::new();
    while let Some((Token::Word(word), _)) = tokens.get(*at) {
        path.push(word.clone());
        *at += 1;
        match (tokens.get(*at), tokens.get(*at + 1)) {
            (Some((Token::Join, _)), Some((Token::Word(_), _))) => *at += 1,
            _ => break,
        }
    }
    path
}

fn use_tree(tokens: &[Placed], at: &mut usize, before: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    while let Some((token, _)) = tokens.get(*at) {
        *at += 1;
        match token {
            // Another name for the same thing.
            Token::Word(word) if word == "as" => *at += 1,
            Token::Word(word) => path.push(word.clone()),
            Token::Sign('*') => path.push("*".into()),
            Token::Sign('{') => {
                while !matches!(tokens.get(*at), Some((Token::Sign('}'), _)) | None) {
                    use_tree(tokens, at, &path, found);
                    *at += usize::from(matches!(tokens.get(*at), Some((Token::Sign(','), _))));
                }
                *at += 1;
                return;
            }
            Token::Sign(',' | '}' | ';') => {
                *at -= 1;
                break;
            }
            _ => {}
        }
    }
    if path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    found.push(path);
}

fn rooted(path: &[String], module: &[String]) -> Vec<String> {
    let supers = path.iter().take_while(|it| *it == "super").count();
    let rest = path.get(supers..).unwrap_or_default();
    match rest.split_first() {
        _ if supers > 0 => {
            let above = module.get(..module.len().saturating_sub(supers));
            let above = above.unwrap_or_default().iter();
            let whole = above.chain(rest).cloned();
            std::iter::once("crate".to_owned()).chain(whole).collect()
        }
        Some((first, rest)) if first == "self" => {
            let whole = module.iter().chain(rest).cloned();
            std::iter::once("crate".to_owned()).chain(whole).collect()
        }
        _ => path.to_vec(),
    }
}
