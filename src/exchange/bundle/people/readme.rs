//! `LISEZMOI.txt`: what the folder is, how it is opened, checked and kept. The administration wants
//! a notice in French in every archive (BOI-TVA-DECLA-30-10-30 §230).

use crate::exchange::french;
use crate::{
    domain::{ids::hex, segment::Segment},
    exchange::bundle::{VERIFIER, period::Period},
};

/// Where the page is.
pub const README: &str = "LISEZMOI.txt";

/// The page of a folder of this name, as Windows' notepad opens it: UTF-8 with its mark, CRLF.
pub fn readme(period: &Period, folder: &str) -> Vec<u8> {
    let closing = &period.segment.closing;
    let identity = period.identity;
    let heading = &period.end.heading;
    let (hash, extract) = (hex(&period.end.hash), period.end.extract());
    let at = heading.at.local().strftime("%Y-%m-%d à %H:%M");
    let text = format!(
        "\
CLÔTURE {name}, marché du {label}
{folder}

Ce dossier
  Il contient tout ce que la caisse « {till} » a enregistré depuis la clôture
  d’avant jusqu’à la clôture {name}, faite le {at}.
  Chiffre d’affaires : {turnover}, {tickets}.
  Il a été écrit par {version} (caisse {id}, époque {epoch}), à partir du
  journal seul : la même clôture donne toujours les mêmes octets.
  Empreinte de la clôture : {hash}
  Repère imprimé sur le ticket Z : {extract}

Est-il complet ?
  Oui, s’il contient datapackage.json.sig : ce fichier est écrit en dernier.
  Sans lui, le dossier est incomplet : copiez-le de nouveau depuis la caisse.
  Ne modifiez rien ici ; travaillez sur une copie.

Pour lire et compter
  closing.csv      le ticket Z : ventes, TVA, moyens de paiement, comptage, caisse
  tickets.csv      un ticket par ligne
  payments.csv     un paiement de ticket par ligne ; le rendu est en négatif
  producers.csv    un producteur par ligne. « Part » : ventes, moins commission,
                   moins équilibre des tarifs. « À reverser » : part moins forfait,
                   pour cette clôture seule et sans les reports ; rien pour ce que
                   le stand vend pour lui-même. « Réglé » : remis depuis la clôture
                   d’avant, quel que soit le jour des ventes
  articles.csv     un article par ligne, par producteur et taux de TVA
  Sauf dans closing.csv, toute colonne en € peut être additionnée.

  Dans LibreOffice : ouvrir le fichier ; à l’import, choisir Unicode (UTF-8), le
  séparateur point-virgule et la langue français (France). Dans Excel en français :
  double-clic. Montants en euros, virgule décimale ; dates année-mois-jour.
  Une apostrophe devant un texte empêche le tableur d’en faire une formule, un
  nombre ou une date ; elle n’en fait pas partie.

Pour les programmes (dossier data)
  journal.csv      toutes les écritures, avec empreintes SHA-256 et signatures
  lines.csv        les lignes des tickets        payments.csv   les paiements
  cash.csv         les tiroirs et les comptages  stock.csv      le stock
  members.csv      les comptes adhérents, par référence : aucun nom n’est ici
  datapackage.json la description de chaque fichier (Frictionless Data Package 2.0),
                   avec tailles et empreintes
  Là, les montants sont en centimes, les quantités en millièmes (RFC 4180).

Pour vérifier
  Le programme {VERIFIER}, à côté des dossiers, ne partage aucune ligne avec
  la caisse. Avec Python 3 :
      python3 {VERIFIER} {folder}
  Il recalcule la chaîne, les totaux, les empreintes et la signature (Ed25519), et
  dit en une ligne ce qui ne va pas.
  Clé publique de la caisse : {key}

À garder
  6 ans pour le fisc (LPF, art. L102 B), 10 ans pour la comptabilité (code de
  commerce, art. L123-22). Ce dossier se lit sans la caisse et sans son programme.
",
        name = closing.name,
        label = closing.label,
        till = identity.name,
        id = identity.till,
        epoch = heading.epoch,
        turnover = french::euros(closing.figures.turnover),
        tickets = tickets(period.segment),
        version = closing.version,
        key = identity.public_key,
    );
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

fn tickets(segment: &Segment) -> String {
    match segment.closing.figures.tickets {
        0 => "aucun ticket".to_owned(),
        1 => "1 ticket".to_owned(),
        many => format!("{many} tickets"),
    }
}
