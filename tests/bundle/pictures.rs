//! The small files as they are: `UPDATE_EXPECT=1` draws them anew.
#![expect(
    clippy::too_many_lines,
    reason = "a picture has as many lines as a page"
)]

use expect_test::{Expect, expect};

use crate::day::{bundle, closed_day, text};

/// The file with its line ends and quotes left out, so that a person can look at it.
fn picture(path: &str, wanted: &Expect) {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    let text = text(&bundle, path).replace("\r\n", "\n");
    let text = text.trim_start_matches('\u{feff}');
    wanted.assert_eq(&text.replace("\";\"", " | ").replace('"', ""));
}

#[test]
fn the_page_for_people() {
    picture(
        "LISEZMOI.txt",
        &expect![[r#"
            CLÔTURE A-Z1, marché du 2026-11-21
            2026-11-21_A-e1_Z0001

            Ce dossier
              Il contient tout ce que la caisse « A » a enregistré depuis la clôture
              d’avant jusqu’à la clôture A-Z1, faite le 2026-11-21 à 08:12.
              Chiffre d’affaires : 18,12 €, 8 tickets.
              Il a été écrit par etal 0.1.0 (caisse 2X677S5Q, époque 1), à partir du
              journal seul : la même clôture donne toujours les mêmes octets.
              Empreinte de la clôture : 0dcd80ff86b07e5454ddb53a61fb0db173ef75b2634a9680f96cd5010e66140e
              Repère imprimé sur le ticket Z : CF7D

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
              Le programme etal_verify.py, à côté des dossiers, ne partage aucune ligne avec
              la caisse. Avec Python 3 :
                  python3 etal_verify.py 2026-11-21_A-e1_Z0001
              Il recalcule la chaîne, les totaux, les empreintes et la signature (Ed25519), et
              dit en une ligne ce qui ne va pas.
              Clé publique de la caisse : 53f3997b777ff9275731b2a5505694ae9390a17960a9826d7030fc2276ee518f

            À garder
              6 ans pour le fisc (LPF, art. L102 B), 10 ans pour la comptabilité (code de
              commerce, art. L123-22). Ce dossier se lit sans la caisse et sans son programme.
        "#]],
    );
}

#[test]
fn the_closing() {
    picture(
        "closing.csv",
        &expect![[r#"
            Rubrique | Libellé | Nombre | Montant € | Précision
            Clôture | Ticket Z | 1 |  | A-Z1
            Clôture | Jour de marché |  |  | 2026-11-21
            Clôture | Clôturé le |  |  | 2026-11-21 08:12:30
            Clôture | Opérateur |  |  | lea
            Clôture | Caisse |  |  | A
            Clôture | Identifiant de la caisse |  |  | 2X677S5Q
            Clôture | Époque | 1 |  | 
            Clôture | Logiciel |  |  | etal 0.1.0
            Clôture | Marché |  |  | Place du Champ
            Clôture | Météo |  |  | soleil
            Clôture | Premier ticket |  |  | A-1
            Clôture | Dernier ticket |  |  | A-10
            Clôture | Premier ticket à |  |  | 2026-11-21 08:05:00
            Clôture | Dernier ticket à |  |  | 2026-11-21 08:12:00
            Ventes | Chiffre d’affaires TTC | 8 | 18,12 | 
            Ventes | Lignes vendues | 9 |  | 
            Ventes | Ticket moyen |  | 2,27 | 
            Ventes | Repris, déjà déduit |  | 2,03 | 
            TVA | TVA 5,5 % : TTC |  | 5,62 | 
            TVA | TVA 5,5 % : HT |  | 5,33 | 
            TVA | TVA 5,5 % : taxe |  | 0,29 | 
            TVA | TVA 20 % : TTC |  | 12,50 | 
            TVA | TVA 20 % : HT |  | 10,41 | 
            TVA | TVA 20 % : taxe |  | 2,09 | 
            Encaissements | Compte adhérent | 1 | 2,02 | 
            Encaissements | Carte | 2 | 17,65 | 
            Encaissements | Espèces | 5 | 8,65 | 
            Encaissements | Chèque | 0 | 0,00 | 
            Comptage | Espèces : attendu |  | 51,15 | 
            Comptage | Espèces : compté |  | 49,15 | 
            Comptage | Espèces : écart |  | -2,00 | 
            Comptage | Carte : attendu |  | 17,65 | 
            Comptage | Carte : compté |  | 17,65 | 
            Comptage | Carte : écart |  | 0,00 | 
            Comptage | Chèque : attendu |  | 0,00 | 
            Comptage | Chèque : compté |  |  | non compté
            Comptage | Raison de l’écart |  |  | rendu de monnaie
            Fond de caisse | Espèces |  | 150,00 | compté
            Mouvements de caisse | Fond de caisse compté, Espèces | 1 | 150,00 | 
            Mouvements de caisse | Prélèvement, Espèces | 1 | 100,00 | coffre
            Mouvements de caisse | Dépense, Espèces | 1 | 4,50 | place de marché
            Réglé aux producteurs | Espèces | 1 | 3,00 | 
            Rayons | Légumes |  | 15,62 | 
            Rayons | Sans rayon |  | 2,50 | 
            Tarifs | Solidaire | 1 | 1,04 | 65 % du prix affiché
            Tarifs | Prix affiché | 7 | 17,08 | 100 % du prix affiché
            Producteurs | ANA : ventes |  | 5,05 | 
            Producteurs | ANA : commission |  | 0,40 | 
            Producteurs | ANA : équilibre |  | 0,00 | 
            Producteurs | ANA : sa part |  | 4,65 | 
            Producteurs | BRUNO : ventes |  | 5,22 | 
            Producteurs | BRUNO : commission |  | 0,52 | 
            Producteurs | BRUNO : équilibre |  | 0,00 | 
            Producteurs | BRUNO : sa part |  | 4,70 | 
            Producteurs | Marché de Die : ventes |  | 5,35 | 
            Producteurs | Marché de Die : commission |  | 0,00 | 
            Producteurs | Marché de Die : équilibre |  | 0,00 | 
            Producteurs | Marché de Die : sa part |  | 5,35 | 
            Coopérative | Commission sur les ventes |  | 0,92 | 
            Coopérative | Forfaits retenus sur les règlements |  | 0,00 | 
            Coopérative | Équilibre des tarifs |  | 0,00 | 
            Argent des autres | À attribuer à un producteur : entré |  | 2,50 | 
            Argent des autres | À attribuer à un producteur : sorti |  | 0,00 | 
            Argent des autres | Consignes : entré |  | 0,40 | 
            Argent des autres | Consignes : sorti |  | 0,20 | 
            Argent des autres | Comptes adhérents : entré |  | 35,00 | 
            Argent des autres | Comptes adhérents : sorti |  | 7,02 | 
            Argent des autres | Fonds solidaire : entré |  | 2,00 | 
            Argent des autres | Fonds solidaire : sorti |  | 2,00 | 
            Contrôle | Tickets annulés | 1 | 3,02 | 
            Contrôle | Lignes retirées avant paiement | 0 | 0,00 | 
            Contrôle | Paniers abandonnés | 0 | 0,00 | 
            Contrôle | Ouvertures du tiroir sans vente | 1 |  | 
            Contrôle | Duplicatas imprimés | 0 |  | 
            Laissé en caisse | Espèces |  | 40,00 | 
            Enveloppe | Emportée par |  |  | lea
            Enveloppe | Espèces |  | 9,15 | 
            Totaux perpétuels | Algébrique |  | 18,12 | 
            Totaux perpétuels | En valeur absolue |  | 22,18 | 
            Chaîne | Clôture précédente |  |  | aucune, c’est la première
            Chaîne | Empreinte de cette clôture |  |  | 0dcd80ff86b07e5454ddb53a61fb0db173ef75b2634a9680f96cd5010e66140e
            Chaîne | Repère imprimé |  |  | CF7D
            Chaîne | Écritures du journal | 28 |  | 
        "#]],
    );
}

#[test]
fn the_tickets() {
    picture(
        "tickets.csv",
        &expect![[r#"
        Ticket | Jour de marché | Date | Heure | Opérateur | Ventes | Lignes | Total € | Chiffre d’affaires € | TVA comprise € | Moyens de paiement | Tarif | Annule | Corrige | En retard
        A-1 | 2026-11-21 | 2026-11-21 | 08:05:00 | lea | 1 | 2 | 5,11 | 5,11 | 0,62 | Espèces 5,11 € |  |  |  | 
        A-2 | 2026-11-21 | 2026-11-21 | 08:05:30 | lea | 1 | 1 | 2,30 | 2,10 | 0,35 | Carte 2,30 € |  |  |  | 
        A-3 | 2026-11-21 | 2026-11-21 | 08:06:00 | lea | 1 | 1 | 15,35 | 5,35 | 0,89 | Carte 15,35 € |  |  |  | 
        A-4 | 2026-11-21 | 2026-11-21 | 08:06:30 | lea | 1 | 1 | 3,02 | 1,02 | 0,05 | Chèque 3,02 € |  |  |  | 
        A-5 | 2026-11-21 | 2026-11-21 | 08:07:00 | lea | 1 | 1 | 2,02 | 2,02 | 0,34 | Compte adhérent 2,02 € |  |  |  | 
        A-6 | 2026-11-21 | 2026-11-21 | 08:07:30 | lea | 1 | 1 | 2,50 | 2,50 | 0,13 | Espèces 2,50 € |  |  |  | 
        A-7 | 2026-11-21 | 2026-11-21 | 08:08:00 | lea | 1 | 1 | 1,04 | 1,04 | 0,05 | Espèces 1,04 € | Solidaire |  |  | 
        A-8 | 2026-11-21 | 2026-11-21 | 08:08:30 | lea | 0 | 0 | -1,01 | -1,01 | -0,17 | Espèces -1,01 € |  |  |  | 
        A-9 | 2026-11-21 | 2026-11-21 | 08:09:00 | lea | 0 | 0 | -3,02 | -1,02 | -0,05 | Chèque -3,02 € |  | A-4 |  | 
        A-10 | 2026-11-21 | 2026-11-21 | 08:12:00 | lea | 1 | 1 | 1,01 | 1,01 | 0,17 | Espèces 1,01 € |  |  |  | 
    "#]],
    );
}

#[test]
fn the_payments() {
    picture(
        "payments.csv",
        &expect![[r#"
            Ticket | Jour de marché | Date | Heure | Moyen | Genre | Montant € | Rendu de monnaie | Pièces | Référence
            A-1 | 2026-11-21 | 2026-11-21 | 08:05:00 | Espèces | Espèces | 5,11 |  |  | 
            A-2 | 2026-11-21 | 2026-11-21 | 08:05:30 | Carte | Carte | 2,30 |  |  | 
            A-3 | 2026-11-21 | 2026-11-21 | 08:06:00 | Carte | Carte | 15,35 |  |  | 
            A-4 | 2026-11-21 | 2026-11-21 | 08:06:30 | Chèque | Chèque | 3,02 |  |  | 
            A-5 | 2026-11-21 | 2026-11-21 | 08:07:00 | Compte adhérent | Compte adhérent | 2,02 |  |  | M1
            A-6 | 2026-11-21 | 2026-11-21 | 08:07:30 | Espèces | Espèces | 2,50 |  |  | 
            A-7 | 2026-11-21 | 2026-11-21 | 08:08:00 | Espèces | Espèces | 2,00 |  |  | 
            A-7 | 2026-11-21 | 2026-11-21 | 08:08:00 | Espèces | Espèces | -0,96 | oui |  | 
            A-8 | 2026-11-21 | 2026-11-21 | 08:08:30 | Espèces | Espèces | -1,01 |  |  | 
            A-9 | 2026-11-21 | 2026-11-21 | 08:09:00 | Chèque | Chèque | -3,02 |  |  | 
            A-10 | 2026-11-21 | 2026-11-21 | 08:12:00 | Espèces | Espèces | 1,01 |  |  | 
        "#]],
    );
}

#[test]
fn the_producers() {
    picture(
        "producers.csv",
        &expect![[r#"
            Producteur | Identifiant | Ventes € | Commission € | Équilibre € | Part € | Forfait € | À reverser € | Réglé €
            ANA | ANA | 5,05 | 0,40 | 0,00 | 4,65 | 0,00 | 4,65 | 0,00
            BRUNO | BRUNO | 5,22 | 0,52 | 0,00 | 4,70 | 0,00 | 4,70 | 3,00
            Marché de Die | stall | 5,35 | 0,00 | 0,00 | 5,35 | 0,00 | 0,00 | 0,00
            À attribuer à un producteur |  | 2,50 | 0,00 | 0,00 | 2,50 | 0,00 | 0,00 | 0,00
        "#]],
    );
}

#[test]
fn the_articles() {
    picture(
        "articles.csv",
        &expect![[r#"
        Producteur | Article | Code | Quantité | Unité | TVA % | Ventes € | HT € | TVA € | Commission € | Équilibre € | Part €
        ANA | Article n° 1 | 1 | 5 | pièce | 20 | 5,05 | 4,20 | 0,85 | 0,40 | 0,00 | 4,65
        BRUNO | Article n° 4 | 4 | 3 | pièce | 5,5 | 3,12 | 2,96 | 0,16 | 0,31 | 0,00 | 2,81
        BRUNO | Article n° 5 | 5 | 2 | pièce | 20 | 2,10 | 1,75 | 0,35 | 0,21 | 0,00 | 1,89
        Marché de Die | Article n° 7 | 7 | 5 | pièce | 20 | 5,35 | 4,46 | 0,89 | 0,00 | 0,00 | 5,35
        À attribuer à un producteur | Divers |  | 1 | pièce | 5,5 | 2,50 | 2,37 | 0,13 | 0,00 | 0,00 | 2,50
    "#]],
    );
}

#[test]
fn the_drawers() {
    picture(
        "data/cash.csv",
        &expect![[r#"
            epoch,seq,n,at_utc_ms,offset_min,business_day,operator,what,reason,tender,tender_name,tender_kind,amount,moves,number,pieces,other,left,envelope,settlement,producer,flat
            1,11,0,1795244640000,60,2026-11-21,lea,float,,cash,,cash,15000,,,,,,,,,
            1,22,0,1795244970000,60,2026-11-21,lea,settlement,,cash,,cash,300,-300,,,,,,A-R1,BRUNO,0
            1,23,0,1795245000000,60,2026-11-21,lea,drop,safe,cash,,cash,10000,-10000,,,,,,,,
            1,24,0,1795245030000,60,2026-11-21,lea,paid_out,place,cash,,cash,450,-450,,,,,,,,
            1,26,0,1795245090000,60,2026-11-21,lea,count,,cash,,cash,4814,,,2000x2 500x1 200x1,114,,,,,
            1,26,1,1795245090000,60,2026-11-21,lea,count,,card,,card,1765,,,,0,,,,,
        "#]],
    );
}
