using System.Collections.Concurrent;
using LiteDB;
using Modular.Intake.Drafts;

namespace Modular.Storage.Drafts;

/// <summary>Drafts in their own file.</summary>
internal sealed class DraftStore(DraftFile file) : IDraftStore
{
    /// <summary>A form without a draft, as nearly all are, asks no file. Nothing is taken away: a draft kept at that moment would be missed.</summary>
    private readonly Lazy<ConcurrentDictionary<string, byte>> _known = new(
        () => new(file.Use(drafts => drafts.FindAll().Select(document => new KeyValuePair<string, byte>(DraftDocument.Read(document).Id, 0)).ToList())),
        LazyThreadSafetyMode.PublicationOnly);

    public bool Put(DraftRow row, int most)
    {
        _known.Value[row.Id] = 0;
        return file.Write(drafts => Put(drafts, row, most));
    }

    public DraftRow? Find(string id) =>
        _known.Value.ContainsKey(id) ? file.Use(drafts => drafts.FindById(id) is { } document ? DraftDocument.Read(document) : null) : null;

    public IReadOnlyList<DraftRow> Of(Guid account) => file.Use(IReadOnlyList<DraftRow> (drafts) =>
        [.. drafts.Find(OfAccount(account)).Select(DraftDocument.Read).OrderByDescending(row => row.At)]);

    public void Remove(string id)
    {
        if (_known.Value.ContainsKey(id))
        {
            file.Write(drafts => drafts.Delete(id));
        }
    }

    public void RemoveBefore(DateTimeOffset at)
    {
        file.Write(drafts => drafts.DeleteMany(Query.LT(DraftDocument.At, at.UtcTicks)) > 0);
        file.RemoveAsideBefore(at);
    }

    private static bool Put(ILiteCollection<BsonDocument> drafts, DraftRow row, int most)
    {
        var before = drafts.FindById(row.Id);
        if (before is null && drafts.Count(OfAccount(row.Account)) >= most)
        {
            return false;
        }

        drafts.Upsert(DraftDocument.Write(before is null ? row : row with { Begun = DraftDocument.Read(before).Begun }));
        return true;
    }

    private static BsonExpression OfAccount(Guid account) => Query.EQ(DraftDocument.Account, account);
}
