namespace Modular.Intake.Drafts;

/// <summary>Where drafts are kept: apart from the records, in no backup. What it holds may be lost with its file; it never stops anything else.</summary>
internal interface IDraftStore
{
    /// <summary>Keeps a draft in the place of the one with its identifier, whose beginning it takes over.</summary>
    /// <returns>False when it would be one more than that; nothing is changed then.</returns>
    bool Put(DraftRow row, int most);

    DraftRow? Find(string id);

    IReadOnlyList<DraftRow> Of(Guid account);

    /// <summary>Nothing of it can be read in the file afterwards.</summary>
    void Remove(string id);

    void RemoveBefore(DateTimeOffset at);
}

internal sealed record DraftRow(string Id, Guid Account, string Site, string Form, DateTimeOffset Begun, DateTimeOffset At, byte[] Head, byte[] Content);
