using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Modular.Access;
using Modular.Forms;
using Modular.Intake.Drafts;
using Modular.Intake.Secrecy;
using Modular.Storage.Sqlite;
using Modular.Tests;

namespace Modular.Intake.Tests.Drafts;

[TestClass]
public sealed class DraftServiceTests : IDisposable
{
    private static readonly DraftSubject Subject = new("dunkerque", "situation", Guid.NewGuid(), Guid.NewGuid(), 3, "2026-101");

    private readonly TempFolder _folder = new();
    private readonly Clock _clock = new("2026-11-26T10:00:00Z");
    private readonly ServiceProvider _services;

    public DraftServiceTests() => _services = Services();

    private DraftService Drafts => _services.GetRequiredService<DraftService>();

    private IDraftStore Store => _services.GetRequiredService<IDraftStore>();

    [TestMethod]
    public void What_was_typed_comes_back_to_the_letter()
    {
        var typed = Typed(("person.last_name", " Essai "), ("note", "une\r\ndeux"), ("orientations[1].partner", ""), ("referred_on~", "unknown"));
        Assert.IsInstanceOfType<DraftResult.Kept>(Drafts.Keep(Office.Worker, Subject, typed));
        _clock.Advance(TimeSpan.FromHours(1));
        Drafts.Keep(Office.Worker, Subject with { Version = 4 }, typed);
        var draft = Drafts.Find(Office.Worker, Subject)!;
        Assert.AreEqual(Subject with { Version = 4 }, draft.Head.Subject);
        Assert.AreEqual(TimeSpan.FromHours(1), draft.Head.At - draft.Head.Begun);
        CollectionAssert.AreEquivalent(typed.Paths.ToList(), draft.Typed.Paths.ToList());
        foreach (var path in typed.Paths)
        {
            CollectionAssert.AreEqual(typed[path].ToList(), draft.Typed[path].ToList(), path);
        }
    }

    [TestMethod]
    public void Another_account_and_another_site_find_nothing_list_nothing_and_end_nothing()
    {
        Drafts.Keep(Office.Worker, Subject, Typed(("note", "x")));
        var id = Drafts.List(Office.Worker).Single().Id;
        var colleague = SituationScope.Of(new SignedInAccount(Guid.NewGuid(), "collègue", Role.Worker, ["dunkerque"]))!;
        var moved = SituationScope.Of(new SignedInAccount(Office.Worker.Account, "intervenante", Role.Worker, ["pantin"]))!;
        foreach (var other in (SituationScope[])[colleague, moved, Office.Elsewhere])
        {
            Assert.IsNull(Drafts.Find(other, Subject));
            Assert.IsEmpty(Drafts.List(other));
            Assert.IsFalse(Drafts.End(other, id));
        }

        Assert.IsInstanceOfType<DraftResult.OutOfScope>(Drafts.Keep(moved, Subject, Typed(("note", "à la place"))));
        Drafts.Keep(colleague, Subject, Typed(("note", "à elle")));
        Assert.AreEqual("x", Drafts.Find(Office.Worker, Subject)!.Typed.One("note"));
    }

    [TestMethod]
    public void Nothing_of_it_stands_in_clear_in_any_file()
    {
        Drafts.Keep(Office.Worker, Subject, Typed(("person.last_name", "Canari-Brouillon"), ("note", "Confidence-Tue")));
        Assert.IsEmpty(
            FolderBytes.FilesThatTell(_folder.Path, "Canari-Brouillon", "Confidence-Tue", "last_name", "2026-101", $"{Subject.Situation}", $"{Subject.Key:N}"));
        Assert.IsNotEmpty(FolderBytes.FilesThatTell(_folder.Path, "dunkerque"), "The draft is in the folder.");
    }

    [TestMethod]
    public void Its_bytes_open_as_no_fiche_and_in_the_place_of_no_other_draft()
    {
        var other = Subject with { Key = Guid.NewGuid() };
        Drafts.Keep(Office.Worker, Subject, Typed(("note", "x")));
        Drafts.Keep(Office.Worker, other, Typed(("note", "y")));
        var cipher = _services.GetRequiredService<DraftCipher>();
        var (mine, theirs) = (Store.Find(cipher.Id(Office.Worker, Subject))!, Store.Find(cipher.Id(Office.Worker, other))!);
        Store.Put(theirs with { Content = mine.Content }, 9);
        Assert.IsNull(Drafts.Find(Office.Worker, other));
        Assert.ThrowsExactly<System.Security.Cryptography.CryptographicException>(
            () => _services.GetRequiredService<PersonalCipher>().Decrypt("dunkerque", mine.Content));
    }

    [TestMethod]
    public void One_that_cannot_be_opened_is_dropped_and_the_others_go_on()
    {
        var other = Subject with { Form = "contact" };
        Drafts.Keep(Office.Worker, Subject, Typed(("note", "x")));
        Drafts.Keep(Office.Worker, other, Typed(("note", "y")));
        var row = Store.Find(_services.GetRequiredService<DraftCipher>().Id(Office.Worker, Subject))!;
        row.Head[^1] ^= 1;
        Store.Put(row, 9);
        Assert.AreEqual("contact", Drafts.List(Office.Worker).Single().Subject.Form);
        Assert.IsNull(Store.Find(row.Id));
    }

    [TestMethod]
    public void Thirty_days_after_its_last_change_it_is_gone_from_the_pages_and_at_the_first_call_of_the_day_from_the_file()
    {
        Drafts.Keep(Office.Worker, Subject, Typed(("note", "x")));
        var id = Drafts.List(Office.Worker).Single().Id;
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.IsNotNull(Drafts.Find(Office.Worker, Subject));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsNull(Drafts.Find(Office.Worker, Subject));
        Assert.IsEmpty(Drafts.List(Office.Worker));
        _clock.Advance(TimeSpan.FromDays(1));
        Drafts.Keep(Office.Worker, Subject with { Form = "contact" }, Typed(("note", "y")));
        Assert.IsNull(Store.Find(id));
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    private static TypedAnswers Typed(params (string Path, string Value)[] fields) =>
        new(fields.ToDictionary(field => field.Path, IReadOnlyList<string> (field) => [field.Value]));

    private ServiceProvider Services()
    {
        var keys = Path.Combine(_folder.Path, "keys");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSqliteStorage(_folder.Path);
        services.AddIntake();
        return services.BuildServiceProvider();
    }
}
