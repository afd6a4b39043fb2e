using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Sites;

namespace Modular.Plugins.Tests.HauteMarne;

[TestClass]
public sealed class InquiryDataTests
{
    private static readonly LoadedSite Site = SitePlugin.Load("HauteMarne");

    [TestMethod]
    [DataRow("PV 2024/001234")]
    [DataRow("procédure n° 00123/2024")]
    [DataRow("n° de parquet 24012000123")]
    [DataRow("N° PV : 1234/00567/2024")]
    [DataRow("N°\u00a0PV\u202f: 1234")]
    [DataRow("Vu ce matin, pv n°567, elle repasse jeudi.")]
    [DataRow("P.V. 1234")]
    [DataRow("PV12345")]
    [DataRow("PV : 2024-123")]
    [DataRow("Procès-verbal numéro 45/2024")]
    [DataRow("proces verbal no 4512")]
    [DataRow("PV de renseignement judiciaire n° 2024/88")]
    [DataRow("Procedure 02345/00012/2024")]
    [DataRow("procédure enregistrée sous le numéro 4567")]
    [DataRow("plainte n° 2024-00045 déposée hier")]
    [DataRow("Plainte enregistrée sous le n° 2024/4512")]
    [DataRow("main courante n° 2024/005678")]
    [DataRow("enquête préliminaire n° 1234/2024")]
    [DataRow("Parquet : 24/012/000123")]
    [DataRow("parquet n° 24 012 000 123")]
    [DataRow("affaire 24012000123 suivie à Chaumont")]
    [DataRow("Vu la gendarme, 01234/00567/2024, rappeler demain")]
    [DataRow("réf. 00123/2024")]
    [DataRow("(2024/001234)")]
    [DataRow("Première ligne sans rien.\nProcédure\nn° 00123/2024")]
    [DataRow("PV n° BR/4512")]
    [DataRow("PV 2024 001234")]
    [DataRow("PV n° 2024 001234")]
    [DataRow("PV 2024.001234")]
    [DataRow("PV : 24 1234")]
    [DataRow("PV - 12345")]
    [DataRow("PV – 12345")]
    [DataRow("PV (12345)")]
    [DataRow("PV \"12345\"")]
    [DataRow("PV « 12345 »")]
    [DataRow("PV “12345”, rappeler")]
    [DataRow("PVn°12345")]
    [DataRow("PV nº 12345")]
    [DataRow("PV №12345")]
    [DataRow("pv_12345")]
    [DataRow("le numéro de PV est 12345")]
    [DataRow("n° 12345 du PV")]
    [DataRow("12345 est le numéro de la procédure")]
    [DataRow("le 12345 (PV)")]
    [DataRow("numéro de la procédure est le 12345")]
    [DataRow("numéro de l’enquête : 12345")]
    [DataRow("12345 / 2024")]
    [DataRow("1234/2024")]
    [DataRow("00567-2024")]
    [DataRow("2024-001234")]
    [DataRow("2024 – 001234")]
    [DataRow("Vue à 14 h, 1234/2024 - 12 rue Basse")]
    [DataRow("dossier n° 00123/2024")]
    [DataRow("MC n° 1234")]
    [DataRow("MC 2024/1234")]
    [DataRow("No Parquet : 24.012.000.123")]
    [DataRow("24-012-000-123")]
    [DataRow("24012/000123")]
    [DataRow("2401200 0123")]
    [DataRow("24 012 000 123, rappeler au 06 12 34 56 78")]
    [DataRow("Dossier CAF, PV 2024/001234")]
    [DataRow("PV du 12/03/2024 n° 1234")]
    [DataRow("proce\u0301dure 12345")]
    [DataRow("procé\u200Bdure 12345")]
    [DataRow("procédure\u200B12345")]
    [DataRow("procédure\u2060 \uFEFF12\u00AD345")]
    [DataRow("PV １２３４５")]
    [DataRow("ＰＶ １２３４５")]
    [DataRow("PV ١٢٣٤٥")]
    [DataRow("\uD83D PV 12345")]
    public void Procedure_number_is_refused(string text) => Assert.AreEqual(Severity.Refusal, Check(new FreeText("note", text)).Single().Severity);

    [TestMethod]
    [DataRow("06 12 34 56 78")]
    [DataRow("03.25.00.11.22")]
    [DataRow("0612345678 ou +33 6 12 34 56 78 ou 0033612345678 ou 33612345678")]
    [DataRow("06/12/34/56/78")]
    [DataRow("Suite au PV la joindre au 06 12 34 56 78")]
    [DataRow("plainte : 0612345678 après 18 h")]
    [DataRow("le 12/03/2024 à 14 h")]
    [DataRow("le 12/03 à 14 h 30")]
    [DataRow("PV du 12/03/2024")]
    [DataRow("plainte 12/03/2024, confrontation le 14/03")]
    [DataRow("PV 2024-03-12 ; plainte, réf. 12/03/2024")]
    [DataRow("un PV de 2024, une main courante 2023")]
    [DataRow("Plainte déposée en 2024 ; deux procédures depuis 2019.")]
    [DataRow("12 rue du Parquet 52000 Chaumont")]
    [DataRow("14 bis rue de la Procédure, 52100 Saint-Dizier")]
    [DataRow("52100 Saint-Dizier, appt 1204, bât. 12/14")]
    [DataRow("contre le voisin du n° 12, plainte déposée")]
    [DataRow("scolarisée en 2024/2025")]
    [DataRow("Instruction en famille 2024/2025")]
    [DataRow("dossier CAF n° 0123456")]
    [DataRow("dossier SIAO 00123/2024, demande FSL 2024/001234")]
    [DataRow("RG 24/00123 chez la JAF, audience le 3 juin à 9 h 30")]
    [DataRow("loyer de 450/500 €, salaire 1500/2000 €")]
    [DataRow("n° de sécurité sociale 2 85 05 52 123 456 78")]
    [DataRow("Elle a 3 enfants (2015, 2018, 2021) ; 17, 112, 3919.")]
    [DataRow("Elle a déposé plainte hier. Son avocate suit l’enquête.")]
    [DataRow("rencontrée 2 fois, plaintes et mains courantes : 3")]
    [DataRow("rendez-vous le 12/03/2024 à 14 h 30")]
    [DataRow("rendez-vous le 12 / 03 / 2024 à 14:30, plainte à 14 h 45")]
    [DataRow("du 12/03/2024 au 14/04/2024, puis 12-03-2024 - 14-03-2024")]
    [DataRow("PV du 12 03 2024, PV de mars 2024, PV du 1er mars 2024, PV de 03/2024")]
    [DataRow("2 enfants, 3 et 5 ans")]
    [DataRow("loyer de 1200 euros")]
    [DataRow("1200 / mois")]
    [DataRow("plainte : 1 200 € volés, procédure de 150 euros")]
    [DataRow("allocataire 1234567")]
    [DataRow("n° allocataire : 1234567, dossier MDPH n° 2024-001234")]
    [DataRow("52100 Saint-Dizier")]
    [DataRow("plainte déposée à 52100 Saint-Dizier")]
    [DataRow("depuis 2019")]
    [DataRow("de 2019 à 2024, entre 2019-2024, en 2019/2020")]
    [DataRow("40 % en 2024")]
    [DataRow("plainte en 2019, 3 enfants")]
    [DataRow("Plainte. 17 en cas d’urgence, 3919 pour parler")]
    [DataRow("plainte, 115 appelé pour 3 nuits")]
    [DataRow("Mère au 0 800 005 696, père au +32 470 12 34 56")]
    [DataRow("habite appt 1204, plainte déposée")]
    [DataRow("avenue de l’Instruction 12, place du Parquet 1204")]
    [DataRow("voir la situation 2026-101")]
    [DataRow("enfants de 12-14 ans, enquête de 12-14 ans")]
    [DataRow("")]
    public void What_a_worker_must_be_able_to_write_is_not_refused(string text) =>
        Assert.IsFalse(Check(new FreeText("note", text)).Any(finding => finding.Severity == Severity.Refusal));

    [TestMethod]
    [DataRow("Son mari est en garde à vue.")]
    [DataRow("son mari, en GAV depuis hier")]
    [DataRow("Affaire classée sans suite")]
    [DataRow("audience correctionnelle en mai")]
    [DataRow("Il a été mis en examen.")]
    [DataRow("perquisitionne\u0301 hier")]
    [DataRow("une confrontation le 14/03")]
    [DataRow("il passe en comparution immédiate")]
    [DataRow("placé sous contrôle\u00A0judiciaire par le juge d’instruction")]
    public void Progress_of_the_inquiry_is_saved_and_warned_of(string text)
    {
        var finding = Check(new FreeText("note", text)).Single();
        Assert.AreEqual(("note", Severity.Warning), (finding.Field, finding.Severity));
        StringAssert.Contains(finding.Sentence, "rien d’elle n’est gardé ici");
    }

    [TestMethod]
    [DataRow("Elle se sent confrontée à sa famille ; audience chez la JAF le 3 juin.")]
    [DataRow("Elle a déposé plainte hier. Son avocate suit l’enquête.")]
    [DataRow("Sans suite : elle ne souhaite plus être rappelée.")]
    [DataRow("Garde des enfants à revoir, ordonnance de protection demandée.")]
    public void What_a_person_lives_through_is_no_progress_of_the_inquiry(string text) => Assert.IsEmpty(Check(new FreeText("note", text)));

    [TestMethod]
    [DataRow("1 ")]
    [DataRow("12/")]
    [DataRow("PV n° de la ")]
    [DataRow("n° de l' ")]
    [DataRow("CAF n° : ")]
    [DataRow("procédure de ")]
    public void Long_text_is_judged_like_another(string piece) =>
        Check(new FreeText("note", string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + "."));

    [TestMethod]
    public void Number_is_refused_where_it_was_typed_in_rows_and_person_blocks_as_well()
    {
        var findings = Check(
            new FreeText("note", "Rien à dire."),
            new FreeText("person.address", "12 rue Basse, PV 2024/001234"),
            new FreeText("orientations[1].detail", "procédure n° 00123/2024"));

        CollectionAssert.AreEqual(new[] { "person.address", "orientations[1].detail" }, findings.Select(finding => finding.Field).ToArray());
    }

    [TestMethod]
    public void Sentence_says_what_to_do_and_repeats_nothing_of_what_was_typed()
    {
        var sentence = Check(new FreeText("note", "PV 2024/001234")).Single().Sentence;
        StringAssert.Contains(sentence, "retirez le numéro");
        Assert.DoesNotContain("001234", sentence);
    }

    private static List<Finding> Check(params FreeText[] texts) =>
        [.. Site.Rules.Check(new SituationDraft("contact", AnswerSet.Empty, texts, new DateOnly(2026, 11, 23), Site.Definition.Limits))];
}
