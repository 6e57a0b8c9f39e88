//! The commands themselves: members in, balances out, once.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const LIST: &str = "numéro;nom;e-mail;solde;ardoise;carte
0117;Dupont Marie;marie@exemple.fr;23,40;;0042
118;Garcia Luc;;-4,50;20;
";

fn etal(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_etal"))
        .arg("--data")
        .arg(data)
        .args(arguments)
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn members_are_imported_once_and_reported_with_their_balances() {
    let dir = tempfile::tempdir().unwrap();
    let list = dir.path().join("adhérents.csv");
    fs::write(&list, LIST).unwrap();
    let data = dir.path().join("marché");
    let file = list.to_str().unwrap();
    let tried = said(&etal(&data, &["import", "members", file, "--dry-run"]));
    assert!(plain(&tried).contains("Nouveaux : 2"), "{tried}");
    assert!(said(&etal(&data, &["report", "members", "--json"])).contains("\"members\":[]"));

    let done = plain(&said(&etal(&data, &["import", "members", file])));
    assert!(
        done.contains("Soldes d’ouverture des nouveaux comptes : 18,90 €"),
        "{done}"
    );
    let again = plain(&said(&etal(&data, &["import", "members", file])));
    assert!(
        again.contains("Nouveaux : 0, changés : 0, pareils : 2"),
        "{again}"
    );

    let sheet = dir.path().join("soldes.csv");
    let csv = sheet.to_str().unwrap();
    let told = plain(&said(&etal(&data, &["report", "members", "--csv", csv])));
    assert!(
        told.contains("0117  Dupont Marie") && told.contains("23,40 €"),
        "{told}"
    );
    assert!(
        told.ends_with("Sur les comptes : 23,40 €. Ardoises : 4,50 €.\n"),
        "{told}"
    );
    assert_eq!(
        fs::read_to_string(&sheet).unwrap(),
        "\u{feff}\"number\";\"name\";\"balance\";\"limit\"\r\n\
         \"'0117\";\"Dupont Marie\";\"23,40\";\"0,00\"\r\n\
         \"118\";\"Garcia Luc\";\"-4,50\";\"20,00\"\r\n"
    );
}

#[test]
fn a_list_with_a_bad_row_opens_no_account() {
    let dir = tempfile::tempdir().unwrap();
    let list = dir.path().join("adhérents.csv");
    fs::write(&list, format!("{LIST}119;Roche Anne;anne;;;\n")).unwrap();
    let data = dir.path().join("marché");
    let file = list.to_str().unwrap();
    let refused = etal(&data, &["import", "members", file]);
    assert_eq!(refused.status.code(), Some(1));
    let why = plain(&String::from_utf8(refused.stdout).unwrap());
    assert!(
        why.contains("Ligne 4, colonne e-mail, « anne » : Ce n’est pas une adresse e-mail."),
        "{why}"
    );
    assert!(said(&etal(&data, &["report", "members", "--json"])).contains("\"members\":[]"));
    let skipped = plain(&said(&etal(
        &data,
        &["import", "members", file, "--skip-bad"],
    )));
    assert!(
        skipped.contains("Nouveaux : 2") && skipped.contains("refusés : 1"),
        "{skipped}"
    );
}

#[test]
fn what_producers_are_owed_and_how_the_day_goes_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path();
    let sale = data.join("ventes.jsonl");
    let line = r#"{"discount":"3.50","lines":[{"quick":"l","amount":"10"},{"gift":"2"}],"payments":[{"tender":"card"}]}"#;
    let settings = data.join("réglages.toml");
    fs::write(&sale, line).unwrap();
    fs::write(
        &settings,
        "[[producers]]\nname = \"Ferme du Lac\"\nstatus = \"liable\"\ncommission = \"10\"\n\
         [[quick_keys]]\nletter = \"l\"\nlabel = \"Légumes\"\nproducer = \"Ferme du Lac\"\nvat = 5.5\n",
    )
    .unwrap();
    said(&etal(
        data,
        &["settings", "apply", settings.to_str().unwrap()],
    ));
    said(&etal(data, &["ring", sale.to_str().unwrap()]));
    let owed = plain(&said(&etal(data, &["report", "producers"])));
    assert!(
        owed.contains("Ferme du Lac") && owed.contains(" 9,00 €"),
        "{owed}"
    );
    let x = plain(&said(&etal(data, &["report", "x"])));
    for figure in ["6,50 €", "-3,50 €", "2,00 €"] {
        assert!(x.contains(figure), "{figure} in {x}");
    }
    let json = said(&etal(data, &["report", "x", "--json"]));
    assert!(json.contains("\"turnover_cents\":650"), "{json}");
}
