using LiteDB;
using Modular.Intake.Drafts;

namespace Modular.Storage.Drafts;

/// <summary>Drafts in their own file.</summary>
internal sealed class DraftStore(DraftFile file) : IDraftStore
{
    public bool Put(DraftRow row, int most) => file.Write(drafts =>
    {
        var before = drafts.FindById(row.Id);
        if (before is null && drafts.Count(OfAccount(row.Account)) >= most)
        {
            return false;
        }

        drafts.Upsert(DraftDocument.Write(before is null ? row : row with { Begun = DraftDocument.Read(before).Begun }));
        return true;
    });

    public DraftRow? Find(string id) => file.Use(drafts => drafts.FindById(id) is { } document ? DraftDocument.Read(document) : null);

    public IReadOnlyList<DraftRow> Of(Guid account) => file.Use(IReadOnlyList<DraftRow> (drafts) =>
        [.. drafts.Find(OfAccount(account)).Select(DraftDocument.Read).OrderByDescending(row => row.At)]);

    public void Remove(string id) => file.Write(drafts => drafts.Delete(id));

    public void RemoveBefore(DateTimeOffset at)
    {
        file.Write(drafts => drafts.DeleteMany(Query.LT(DraftDocument.At, at.UtcTicks)) > 0);
        file.RemoveAsideBefore(at);
    }

    private static BsonExpression OfAccount(Guid account) => Query.EQ(DraftDocument.Account, account);
}
