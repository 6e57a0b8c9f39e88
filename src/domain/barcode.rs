//! Barcodes: their check digits, and what a scanner set to another country's keyboard types.
//!
//! A scanner is a keyboard that presses keys by their place. Set for the American keyboard and
//! plugged into a French machine it types `è-` for `76`. Its text is turned back key by key, and
//! the check digit tells which keyboard it was. `[` and `{` are left out: on a French or Belgian
//! machine their keys are dead ones that swallow the key after them.

/// The places of the keys, by what the American keyboard has there, then the same with Shift.
const AMERICAN: &str = concat!(
    "1234567890-=qwertyuiop]asdfghjkl;'\\zxcvbnm,./",
    "!@#$%^&*()_+QWERTYUIOP}ASDFGHJKL:\"|ZXCVBNM<>?",
);
/// The same places on the French keyboard.
const FRENCH: &str = concat!(
    "&é\"'(-è_çà)=azertyuiop$qsdfghjklmù*wxcvbn,;:!",
    "1234567890°+AZERTYUIOP£QSDFGHJKLM%µWXCVBN?./§",
);
/// The same places on the Belgian keyboard; a French Mac has the same digits.
const BELGIAN: &str = concat!(
    "&é\"'(§è!çà)-azertyuiop$qsdfghjklmùµwxcvbn,;:=",
    "1234567890°_AZERTYUIOP*QSDFGHJKLM%£WXCVBN?./+",
);

/// What a scan may have been: as it was typed, then from an American scanner on a French machine,
/// on a Belgian one, and from a French scanner on an American machine. No reading comes twice, and
/// one with a character that its keyboard lacks is left out. The right one has a right check
/// digit, or is a code that the stall knows.
pub fn decode(raw: &str) -> Vec<String> {
    let raw = raw.trim();
    let mut readings = vec![raw.to_owned()];
    for (machine, scanner) in [(FRENCH, AMERICAN), (BELGIAN, AMERICAN), (AMERICAN, FRENCH)] {
        let reading = raw.chars().map(|c| same_key(c, machine, scanner)).collect();
        if let Some(reading) = reading
            && !readings.contains(&reading)
        {
            readings.push(reading);
        }
    }
    readings
}

/// What the key that gives `typed` on one keyboard gives on another. With caps lock on, a French
/// machine types `É` for `é`: the same key.
fn same_key(typed: char, here: &str, there: &str) -> Option<char> {
    let place = |typed: char| here.chars().position(|c| c == typed);
    let at = place(typed).or_else(|| place(typed.to_lowercase().next()?))?;
    there.chars().nth(at)
}

/// Whether the code is an EAN-8, EAN-13, UPC-A, UPC-E (8 digits) or ITF-14 with a right check
/// digit. Nothing but zeros is none.
pub fn valid(code: &str) -> bool {
    article(code).is_some()
}

/// The one 14-digit number (GTIN) behind the several ways to write a barcode: a UPC-A is the
/// EAN-13 with a zero before it, a UPC-E is a UPC-A with zeros left out. `None`: not valid. Half of
/// all UPC-E are also right as EAN-8; they are taken as UPC-E, for as EAN-8 such a number is only
/// ever the shop's own, and means the same article to the shop either way.
pub fn article(code: &str) -> Option<String> {
    let long = expanded(code).filter(|long| right(long));
    let code = long.as_deref().or_else(|| right(code).then_some(code))?;
    Some(format!("{code:0>14}"))
}

/// The check digit for the digits before it, by the GS1 rule (General Specifications 7.9.1):
/// weights 3 and 1 from the right, and what is missing to the next ten. `None`: not digits.
pub fn check_digit(digits: &str) -> Option<char> {
    let mut sum = 0;
    for (place, digit) in digits.chars().rev().enumerate() {
        let weight = if place % 2 == 0 { 3 } else { 1 };
        sum = (sum + weight * digit.to_digit(10)?) % 10;
    }
    char::from_digit((10 - sum) % 10, 10)
}

fn right(code: &str) -> bool {
    let Some((at, last)) = code.char_indices().next_back() else {
        return false;
    };
    matches!(code.len(), 8 | 12 | 13 | 14)
        && code.chars().any(|c| c != '0')
        && code.get(..at).and_then(check_digit) == Some(last)
}

/// The UPC-A that an 8-digit UPC-E stands for: its sixth digit says where zeros were left out.
fn expanded(code: &str) -> Option<String> {
    let all_digits = code.len() == 8 && code.bytes().all(|b| b.is_ascii_digit());
    if !all_digits || !code.starts_with(['0', '1']) {
        return None;
    }
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    let (system, check) = (part(0, 1), part(7, 8));
    let (maker, item) = match part(6, 7) {
        last @ ("0" | "1" | "2") => (format!("{}{last}00", part(1, 3)), part(3, 6)),
        "3" => (format!("{}00", part(1, 4)), part(4, 6)),
        "4" => (format!("{}0", part(1, 5)), part(5, 6)),
        _ => (part(1, 6).to_owned(), part(6, 7)),
    };
    Some(format!("{system}{maker}{item:0>5}{check}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a scanner of one keyboard types on a machine of another.
    fn scanned(code: &str, scanner: &str, machine: &str) -> String {
        code.chars()
            .map(|c| same_key(c, scanner, machine).unwrap())
            .collect()
    }

    #[test]
    fn each_kind_of_barcode_has_its_check_digit() {
        for right in [
            "96385074",       // EAN-8
            "3760123456784",  // EAN-13
            "4006381333931",  // EAN-13
            "036000291452",   // UPC-A
            "04252614",       // UPC-E
            "00012348000000", // ITF-14
            "15400141288763", // ITF-14
        ] {
            assert!(valid(right), "{right}");
        }
        for wrong in [
            "",
            "12",
            "3760123456785",
            "0000000000000",
            "00000000",
            "376012345678",
            "37601234567840",
            "376012345678é",
            "٣٧٦٠١٢٣٤٥٦٧٨٤",
        ] {
            assert!(!valid(wrong), "{wrong}");
        }
    }

    #[test]
    fn several_ways_to_write_a_barcode_are_one_article() {
        assert_eq!(article("036000291452"), article("0036000291452"));
        for (short, long) in [
            ("04252614", "042100005264"),
            ("01234505", "012000003455"),
            ("01234531", "012300000451"),
            ("01234543", "012340000053"),
            ("01234565", "012345000065"),
        ] {
            assert!(valid(long), "{long}");
            assert_eq!(article(short), article(long), "{short}");
        }
        assert_eq!(article("96385074").unwrap(), "00000096385074");
    }

    #[test]
    fn an_american_scanner_on_a_french_machine_is_understood() {
        let typed = "\"è-à&é\"'(-è_'";
        assert_eq!(decode(typed)[..2], [typed, "3760123456784"]);
        assert_eq!(decode("\"È-À&É\"'(-È_'")[1], "3760123456784", "caps lock");
        assert_eq!(decode("QMN§12\n")[0], "QMN§12");
    }

    #[test]
    fn a_belgian_machine_and_a_french_scanner_are_told_by_the_check_digit() {
        let code = "3760123456784";
        for (scanner, machine) in [(AMERICAN, FRENCH), (AMERICAN, BELGIAN), (FRENCH, AMERICAN)] {
            let readings = decode(&scanned(code, scanner, machine));
            let right: Vec<_> = readings.iter().filter(|it| valid(it)).collect();
            assert_eq!(right, [code]);
        }
    }

    #[test]
    fn the_keyboards_are_bijections() {
        for keyboard in [AMERICAN, FRENCH, BELGIAN] {
            let mut keys: Vec<char> = keyboard.chars().collect();
            assert_eq!(keys.len(), AMERICAN.chars().count());
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), AMERICAN.chars().count());
        }
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_seen(
            digits in "[0-9]{12}",
            at in 0..13_usize,
            by in 1..10_u32,
        ) {
            let code = format!("{digits}{}", check_digit(&digits).unwrap());
            let wrong: String = code
                .chars()
                .enumerate()
                .map(|(place, c)| {
                    let digit = c.to_digit(10).unwrap() + if place == at { by } else { 0 };
                    char::from_digit(digit % 10, 10).unwrap()
                })
                .collect();
            prop_assert!(!valid(&wrong));
        }

        #[test]
        fn whatever_keyboard_the_scanner_speaks_the_code_is_among_the_readings(
            code in "[0-9A-Za-z.:/_-]{1,30}",
        ) {
            let both = [(AMERICAN, FRENCH), (AMERICAN, BELGIAN), (FRENCH, AMERICAN)];
            for (scanner, machine) in both {
                prop_assert!(decode(&scanned(&code, scanner, machine)).contains(&code));
            }
        }

        #[test]
        fn any_text_may_be_scanned(raw in any::<String>()) {
            for reading in decode(&raw) {
                let _ = article(&reading);
            }
        }
    }
}
