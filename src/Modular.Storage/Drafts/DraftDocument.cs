using LiteDB;
using Modular.Intake.Drafts;

namespace Modular.Storage.Drafts;

/// <summary>A draft as a document, written by hand: the engine's mapper trims texts and takes empty ones for none.</summary>
internal static class DraftDocument
{
    public const string Account = "account";
    public const string At = "at";

    public static BsonDocument Write(DraftRow row) => new()
    {
        ["_id"] = row.Id,
        [Account] = row.Account,
        ["site"] = row.Site,
        ["form"] = row.Form,
        ["begun"] = row.Begun.UtcTicks,
        [At] = row.At.UtcTicks,
        ["head"] = row.Head,
        ["content"] = row.Content,
    };

    /// <exception cref="InvalidCastException">A field is not what was written.</exception>
    public static DraftRow Read(BsonDocument document) => new(
        document["_id"].AsString,
        document[Account].AsGuid,
        document["site"].AsString,
        document["form"].AsString,
        new DateTimeOffset(document["begun"].AsInt64, TimeSpan.Zero),
        new DateTimeOffset(document[At].AsInt64, TimeSpan.Zero),
        document["head"].AsBinary,
        document["content"].AsBinary);
}
